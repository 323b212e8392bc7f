import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { pairsOf } from "../encode-pairs";
import type { ContractOperation } from "./contract.schema";
import { isObject } from "./read-document";
import { anyWords } from "./sample-inputs";
import { readPairs, type SentRequest } from "./sent-request";

/** `at` is a place in the request: `query/limit`, `body/items/*`, where a star is any item of a list. */
export type Problem = { at: string; says: string };

const options = { strict: false, allErrors: true, validateSchema: false, logger: false, formats: fullFormats } as const;
const typed = new Ajv2020(options);
// In an address and in a form everything is text.
const written = new Ajv2020({ ...options, coerceTypes: "array" });

/**
 * What the document has against a request. With `isSample`, texts of no meaning stand for any text: the request's
 * shape counts, and what the operation's own schema says of its values.
 */
export function checkRequest(contract: ContractOperation, request: SentRequest, given: ReadonlySet<string>, isSample: boolean): Problem[] {
  const { method, query, headers, body } = contract.isFormOfQuery ? asQuery(request) : request;
  const declared = (place: string) => contract.parameters.filter((parameter) => parameter.in === place);
  const names = new Set(declared("query").map(({ name }) => name));
  const asked = readPairs(query, names);
  const heads = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const inPath = pathValues(contract.path, request.path);
  return [
    ...(method === contract.method ? [] : [{ at: "method", says: `The document has ${contract.method}.` }]),
    ...(contract.host === undefined || pathPattern(contract.host).test(request.host) ? [] : [{ at: "host", says: `The document has ${contract.host}.` }]),
    ...(pathPattern(contract.path).test(request.path) ? [] : [{ at: "path", says: `The document has ${contract.path}.` }]),
    ...declared("path").flatMap(({ name, schema }) => valueProblems(schema, inPath(name), `path/${name}`, written, isSample)),
    ...Object.keys(asked).filter((name) => !names.has(name)).map((name) => ({ at: `query/${name}`, says: "The document has no such parameter." })),
    ...contract.parameters.filter(({ name, in: place, required }) => required && !given.has(`${place}/${name.toLowerCase()}`) && (place === "query" ? asked[name] === undefined : place === "header" && heads[name.toLowerCase()] === undefined))
      .map(({ name, in: place }) => ({ at: `${place}/${name}`, says: "The document asks for it." })),
    ...declared("query").flatMap(({ name, schema, isCommaList }) => {
      const value = asked[name];
      return value === undefined ? [] : valueProblems(schema, isCommaList && typeof value === "string" && schema["type"] === "array" ? value.split(",") : value, `query/${name}`, written, isSample);
    }),
    ...declared("header").flatMap(({ name, schema }) => (heads[name.toLowerCase()] === undefined ? [] : valueProblems(schema, heads[name.toLowerCase()], `header/${name}`, written, isSample))),
    ...bodyProblems(contract.body, body, isSample),
  ];
}

/** The same call with its form in its address. */
export function asQuery(request: SentRequest): SentRequest {
  const { body } = request;
  if (request.method !== "POST" || body?.type !== "application/x-www-form-urlencoded" || !isObject(body.value)) return request;
  return { ...request, method: "GET", query: [...request.query, ...Object.entries(body.value).flatMap(([name, value]) => pairsOf(name, value, "brackets"))], body: null, isFormOfQuery: true };
}

/** A path or host with `{variables}`, each of which is a group; `{+name}` may hold slashes (RFC 6570 §3.2.3). */
export function pathPattern(template: string): RegExp {
  const parts = template.split(/(\{[^}]+\})/).map((part) => {
    // Azure writes a dollar into its paths, which a client may escape.
    if (!part.startsWith("{")) return escaped(part).replaceAll(String.raw`\$`, "(?:[$]|%24)");
    return `(?<${groupName(part.slice(1, -1))}>${part.startsWith("{+") ? ".+" : "[^/]+"})`;
  });
  return new RegExp(`^${parts.join("")}$`);
}

/** What stands in a path for each variable of its template. */
export function pathValues(template: string, path: string): (name: string) => string {
  const groups = pathPattern(template).exec(path)?.groups ?? {};
  return (name) => decodeURIComponent(groups[groupName(name)] ?? "");
}

function groupName(name: string): string {
  return `v_${name.replace(/^\+/, "").replaceAll(/\W/g, "_")}`;
}

function bodyProblems(declared: ContractOperation["body"], body: SentRequest["body"], isSample: boolean): Problem[] {
  const isEmpty = body === null || (isObject(body.value) && Object.keys(body.value).length === 0);
  if (!declared) return isEmpty ? [] : [{ at: "body", says: "The document has no body." }];
  // A form of nothing is no body; a JSON object of nothing is one.
  if (body === null || (isEmpty && !isJson(body.type))) return declared.required ? [{ at: "body", says: "The document asks for a body." }] : [];
  const foreign = body.type === declared.type || declared.type === "*/*" ? [] : [{ at: "content-type", says: `The document has ${declared.type}.` }];
  return [...foreign, ...valueProblems(declared.schema, body.value, "body", isJson(body.type) ? typed : written, isSample)];
}

function isJson(type: string): boolean {
  return /[/+]json/.test(type);
}

const compiled = new Map<Ajv2020, Map<string, ValidateFunction>>();

function valueProblems(schema: Record<string, unknown>, value: unknown, at: string, ajv: Ajv2020, isSample: boolean): Problem[] {
  const strict = { type: "object", properties: { value: strictly(schema, isSample) } };
  const key = JSON.stringify(strict);
  const known = compiled.get(ajv) ?? new Map<string, ValidateFunction>();
  compiled.set(ajv, known);
  const validate = known.get(key) ?? ajv.compile(strict);
  known.set(key, validate);
  if (validate({ value: structuredClone(value) })) return [];
  const errors = (validate.errors ?? []).filter(({ propertyName }) => propertyName === undefined).map((error) => problemOf(error, at));
  // The branches say more than that none of them fits.
  const inner = errors.filter(({ keyword }) => keyword !== "anyOf");
  return (inner.length > 0 ? inner : errors).map(({ at: where, says }) => ({ at: where, says }));
}

function problemOf({ instancePath, keyword, params, message }: ErrorObject, at: string): Problem & { keyword: string } {
  const { missingProperty, propertyName, additionalProperty, allowedValues }: Record<string, unknown> = params;
  const named = [missingProperty, propertyName, additionalProperty].find((name) => typeof name === "string");
  const place = instancePath.replace(/^\/value/, "").replaceAll(/\/\d+(?=\/|$)/g, "/*");
  const allowed = Array.isArray(allowedValues) ? ` (${allowedValues.join(", ").slice(0, 200)})` : "";
  return { keyword, at: `${at}${place}${typeof named === "string" ? `/${named}` : ""}`, says: missingProperty === undefined && named !== undefined ? "The document has no such property." : `${message ?? keyword}${allowed}` };
}

/**
 * The schema as a proof needs it: an object whose properties the document names has no others, and for a sample any
 * words will do where the document asks for a text of some form.
 */
function strictly(schema: unknown, isSample: boolean, isWhole = true): unknown {
  if (!isObject(schema)) return schema;
  const mapped = Object.fromEntries(Object.entries(schema).map(([word, value]): [string, unknown] => {
    if (word === "properties" && isObject(value)) return [word, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, strictly(part, isSample)]))];
    if (word === "items" || word === "additionalProperties") return [word, strictly(value, isSample)];
    if ((word === "anyOf" || word === "allOf") && Array.isArray(value)) return [word, value.map((part) => strictly(part, isSample, false))];
    return [word, value];
  }));
  const names = isWhole ? propertiesOf(schema) : null;
  const known = [...(names ?? []).map(escaped), ...(isSample ? [anyWords.source.slice(1, -1)] : [])].join("|");
  const closed = names ? { ...mapped, propertyNames: { pattern: `^(?:${known})$` } } : mapped;
  return isSample && asksOfText(schema) ? { anyOf: [closed, { type: "string", pattern: anyWords.source }] } : closed;
}

/** The properties that an object can have, in any branch; null where the document names none, or allows others. */
function propertiesOf(schema: Record<string, unknown>): string[] | null {
  const { properties, additionalProperties: more, anyOf, allOf } = schema;
  if (more !== undefined && more !== false) return null;
  const branches = [anyOf ?? [], allOf ?? []].flat().filter(isObject);
  if (branches.some(allowsMore)) return null;
  const own = isObject(properties) ? Object.keys(properties) : null;
  const below = branches.map(propertiesOf).filter((names) => names !== null);
  return own === null && below.length === 0 ? null : [...(own ?? []), ...below.flat()];
}

function allowsMore(schema: Record<string, unknown>): boolean {
  const { additionalProperties: more, anyOf, allOf } = schema;
  return (more !== undefined && more !== false) || [anyOf ?? [], allOf ?? []].flat().filter(isObject).some(allowsMore);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function asksOfText(schema: Record<string, unknown>): boolean {
  const isText = schema["type"] === undefined ? [schema["enum"] ?? schema["const"] ?? []].flat().some((value) => typeof value === "string") : [schema["type"]].flat().includes("string");
  return isText && ["enum", "const", "pattern", "format", "minLength", "maxLength"].some((word) => schema[word] !== undefined);
}
