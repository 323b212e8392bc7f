import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { Json, Operation } from "@/server/catalog/operation";
import { AppError } from "@/server/lib/errors";
import { inputSchema } from "./input-schema.schema";

const ajv = new Ajv2020({ allErrors: true, useDefaults: true, strict: true, allowUnionTypes: true, strictRequired: false, formats: fullFormats });

const compiled = new WeakMap<Operation, ValidateFunction<Record<string, Json>>>();

/**
 * The input as the operation takes it: defaults filled in, settings of the connection where they stand in. Throws
 * `INVALID_REQUEST` with a sentence for each field that does not fit. What was given is left as it is.
 */
export function validateInput(operation: Operation, given: unknown, settings: Readonly<Record<string, unknown>> = {}): Record<string, Json> {
  const input: unknown = withSettings(operation, structuredClone(given ?? {}), settings);
  const validate = compile(operation);
  if (!validate(input)) throw misfit(operation, Object.fromEntries((validate.errors ?? []).map(explain)));
  const missing = missingOf(operation, input);
  if (Object.keys(missing).length > 0) throw misfit(operation, missing);
  return input;
}

/** Compiles the schema, once for each operation. Throws when the definition itself is wrong. */
export function compile(operation: Operation): ValidateFunction<Record<string, Json>> {
  const known = compiled.get(operation);
  if (known) return known;
  const validate = ajv.compile<Record<string, Json>>(inputSchema(operation));
  compiled.set(operation, validate);
  return validate;
}

function withSettings(operation: Operation, input: unknown, settings: Readonly<Record<string, unknown>>): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const filled = Object.entries(operation.inputs).flatMap(([name, { setting, pattern, type }]): [string, unknown][] => {
    const value = setting === undefined || Object.hasOwn(input, name) ? undefined : settings[setting];
    if (typeof value !== "string" || value === "") return [];
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) return [];
    // Settings are texts, also where the vendor wants a number.
    return [[name, type === "integer" && /^\d{1,15}$/.test(value) ? Number(value) : value]];
  });
  return { ...input, ...Object.fromEntries(filled) };
}

/** What a schema that knows no settings cannot ask for. */
function missingOf(operation: Operation, input: Record<string, Json>): Record<string, string> {
  const needed = Object.entries(operation.inputs).filter(([name, { isRequired }]) => isRequired && input[name] === undefined);
  const groups = (operation.needsOneOf ?? []).filter((names) => names.every((name) => input[name] === undefined));
  return Object.fromEntries([
    ...needed.map(([name]): [string, string] => [name, "This is needed. Give it, or set it as the connection's own on its page."]),
    ...groups.map((names): [string, string] => [names[0] ?? "input", `Give ${names.join(" or ")}.`]),
  ]);
}

function misfit(operation: Operation, fields: Record<string, string>): AppError {
  const [first] = Object.entries(fields);
  const said = first ? ` ${first[0]}: ${first[1]}` : "";
  return new AppError("INVALID_REQUEST", `The input of “${operation.title}” does not fit, so nothing was sent.${said}`, { details: { fields } });
}

function explain(error: ErrorObject): [field: string, sentence: string] {
  const params: Record<string, unknown> = error.params;
  const at = error.instancePath.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
  const named = params["missingProperty"] ?? params["additionalProperty"];
  const field = [at, ...(typeof named === "string" ? [named] : [])].filter((part) => part !== "").join(".");
  return [field === "" ? "input" : field, sentenceOf(error, params)];
}

const typeWords: Record<string, string> = { string: "a text", integer: "a whole number", number: "a number", boolean: "true or false", object: "an object", array: "a list", null: "null" };
const formatWords: Record<string, string> = {
  email: "an email address, such as ada@example.com",
  "date-time": "a time with its zone, such as 2026-12-01T10:00:00Z",
  date: "a date, such as 2026-12-01",
  uuid: "an id of letters and digits in five groups",
  uri: "a whole address, such as https://example.com",
};

function sentenceOf({ keyword, schema }: ErrorObject, params: Record<string, unknown>): string {
  const limit = String(params["limit"]);
  switch (keyword) {
    case "required":
      return "This is needed.";
    case "additionalProperties":
      return "There is no such input.";
    case "type":
      return `This has to be ${[params["type"]].flat().map((type) => typeWords[String(type)] ?? String(type)).join(" or ")}.`;
    case "enum":
      return `Choose one of ${[params["allowedValues"]].flat().map(String).join(", ")}.`;
    case "format":
      return `This has to be ${formatWords[String(params["format"])] ?? String(params["format"])}.`;
    case "pattern":
      return `This does not have the form it has to have (${String(schema ?? params["pattern"])}).`;
    case "minLength":
      return limit === "1" ? "This may not be empty." : `This needs at least ${limit} letters.`;
    case "maxLength":
      return `This may have at most ${limit} letters.`;
    case "minimum":
      return `This has to be ${limit} or more.`;
    case "maximum":
      return `This has to be ${limit} or less.`;
    case "minItems":
      return `This needs at least ${limit} ${limit === "1" ? "entry" : "entries"}.`;
    case "maxItems":
      return `This may have at most ${limit} entries.`;
    default:
      return "This does not fit.";
  }
}
