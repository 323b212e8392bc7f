import fc from "fast-check";
import type { Json, JsonSchema, Operation } from "@/server/catalog/operation";
import type { Input } from "../fill-value";
import { validateInput } from "../validate-input";

/** Words that nobody chose: a vendor may ask for more of a text than its operation says. */
export const anyWords = /^x{1,12}$/;

/** Inputs that the operation takes, made from its own schema; with `isFull`, each has every input. */
export function inputsOf(operation: Operation, isFull = false): fc.Arbitrary<Input> {
  const values = Object.fromEntries(Object.entries(operation.inputs).flatMap(([name, schema]): [string, fc.Arbitrary<Json>][] => {
    const made = valuesOf(schema, isFull);
    return made === null ? [] : [[name, made]];
  }));
  const needed = Object.keys(operation.inputs).filter((name) => operation.inputs[name]?.isRequired);
  const groups = (operation.needsOneOf ?? []).map((names) => fc.constantFrom(...names.filter((name) => values[name] !== undefined)));
  return fc.tuple(...groups)
    .chain((chosen) => fc.record(values, isFull ? {} : { requiredKeys: [...needed, ...chosen] }))
    .map((input) => validateInput(operation, input));
}

/** Null where no value can be made: a pattern that has no example and cannot be turned round. */
function valuesOf(schema: JsonSchema, isFull: boolean): fc.Arbitrary<Json> | null {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? (schema.properties ? "object" : "string")].flat();
  const made = types.flatMap((type) => typedValues(type, schema, isFull) ?? []);
  return made.length === 0 ? null : fc.oneof(...made);
}

function typedValues(type: string, schema: JsonSchema, isFull: boolean): fc.Arbitrary<Json> | null {
  switch (type) {
    case "string":
      return texts(schema);
    case "integer":
    case "number":
      return numbers(schema);
    case "boolean":
      return fc.boolean();
    case "array": {
      const items = valuesOf(schema.items ?? {}, isFull);
      const least = Math.max(schema.minItems ?? 0, 1);
      return items && fc.array(items, { minLength: least, maxLength: Math.min(schema.maxItems ?? least + 2, least + 2) });
    }
    case "object":
      return objects(schema, isFull);
    default:
      return fc.constant(null);
  }
}

const formats: Record<string, string[]> = {
  email: ["ada@example.com", "grace.hopper@mail.example.org"],
  uri: ["https://example.com/orders/1042?of=2", "https://example.com"],
  date: ["2026-12-01", "2024-02-29"],
  "date-time": ["2026-12-01T10:00:00Z", "2026-12-01T10:00:00.5+02:00"],
  uuid: ["27c21bbf-a12c-440b-b8bf-c526975328ca"],
};

/** Of no set form: words, short ones and one as long as it may get, for the vendor may have a limit of its own. */
function texts({ format, pattern, minLength = 1, maxLength, examples }: JsonSchema): fc.Arbitrary<Json> | null {
  const ready = format === undefined ? undefined : formats[format];
  if (ready) return fc.constantFrom(...ready);
  if (pattern !== undefined || format !== undefined) return examples?.length ? fc.constantFrom(...examples) : matching(pattern, maxLength);
  const usual = Math.min(Math.max(minLength, 6), maxLength ?? 12);
  const lengths = [Math.max(minLength, 1), usual, ...(maxLength !== undefined && maxLength <= 5_000 ? [maxLength] : [])];
  return fc.constantFrom(...lengths.map((length) => "x".repeat(length)));
}

function matching(pattern = "", maxLength = 200): fc.Arbitrary<Json> | null {
  try {
    return fc.stringMatching(new RegExp(pattern, "u")).filter((text) => text.length <= maxLength && /^[\x21-\x7e]+$/.test(text));
  } catch {
    return null;
  }
}

function numbers({ minimum, maximum }: JsonSchema): fc.Arbitrary<Json> {
  const least = minimum ?? Math.min(1, maximum ?? 1);
  const most = maximum ?? least + 100;
  return fc.oneof(fc.constantFrom(least, most), fc.integer({ min: Math.ceil(least), max: Math.floor(most) }));
}

function objects(schema: JsonSchema, isFull: boolean): fc.Arbitrary<Json> {
  const parts = Object.fromEntries(Object.entries(schema.properties ?? {}).flatMap(([name, part]): [string, fc.Arbitrary<Json>][] => {
    const made = valuesOf(part, isFull);
    return made === null ? [] : [[name, made]];
  }));
  const own = fc.record(parts, isFull ? {} : { requiredKeys: schema.required ?? [] });
  const more = schema.additionalProperties;
  if (more === false || more === undefined) return own;
  const free = valuesOf(more === true ? {} : more, isFull) ?? fc.constant("xxxxxx");
  return fc.tuple(own, fc.dictionary(fc.constant("xxx"), free, { minKeys: isFull ? 1 : 0, maxKeys: 1 })).map(([named, other]) => ({ ...named, ...other }));
}
