import type { BodyTemplate, Json, Operation } from "@/server/catalog/operation";
import { AppError } from "@/server/lib/errors";
import { type Pairs, pairsOf, queryString } from "./encode-pairs";
import { fillPath } from "./fill-path";
import { fillText, fillValue, type Input, placeholders, textOf } from "./fill-value";

export type BuiltBody =
  | { type: "json"; value: Json }
  | { type: "form"; pairs: Pairs }
  | { type: "multipart"; parts: [name: string, value: Json][] }
  | { type: "raw"; value: Json; contentType?: string };

/** A call before it has an origin and a credential. `path` has its query. */
export type BuiltRequest = { method: Operation["method"]; path: string; host?: string; headers: Record<string, string>; body: BuiltBody | null };

/** Where a page goes on: what replaces the query's values of these names, or joins the body. */
export type Page = { query?: Pairs; isWholeQuery?: true; body?: Record<string, Json>; suffix?: string };

/**
 * Turns an input that was checked into the vendor's request. Runs in the browser too, for the example of "Try it".
 * Throws `INVALID_REQUEST` for a value that may not stand where it goes.
 */
export function buildRequest(operation: Operation, input: Input, facts: Readonly<Record<string, string>>, page: Page = {}): BuiltRequest {
  const { method, host } = operation;
  const path = fillPath(operation.path, input, facts) + (page.suffix ?? "");
  const query = queryString(queryOf(operation, input, page));
  return {
    method,
    // A template may hold the part of a query that has to be escaped more than usual, such as LinkedIn's URNs.
    path: query === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`,
    ...(host === undefined ? {} : { host: host.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(facts, name) ? (facts[name] ?? whole) : whole)) }),
    headers: headersOf(operation, input),
    body: operation.body === undefined ? null : bodyOf(operation, operation.body, input, page.body ?? {}),
  };
}

function queryOf(operation: Operation, input: Input, page: Page): Pairs {
  const fixed = Object.entries(operation.query ?? {}).flatMap(([name, template]): Pairs => {
    const value = fillText(template, input);
    return value === undefined ? [] : [[name, value]];
  });
  const own = page.isWholeQuery ? [] : looseInputs(operation, input, "query").flatMap(([name, value, list]) => pairsOf(name, value, list));
  // What is fixed stays fixed, whatever a cursor says.
  const paged = (page.query ?? []).filter(([name]) => operation.query?.[name] === undefined);
  const replaced = new Set(paged.map(([name]) => name));
  return [...(page.isWholeQuery ? [] : fixed), ...own.filter(([name]) => !replaced.has(name)), ...paged];
}

function headersOf(operation: Operation, input: Input): Record<string, string> {
  const fixed = Object.entries(operation.headers ?? {}).flatMap(([name, template]): [string, string][] => {
    const value = fillText(template, input);
    return value === undefined ? [] : [[name.toLowerCase(), value]];
  });
  const own = looseInputs(operation, input, "header").map(([name, value]): [string, string] => [name.toLowerCase(), textOf(value)]);
  for (const [name, value] of [...fixed, ...own]) {
    if (!/^[\t\x20-\x7e]*$/.test(value)) throw new AppError("INVALID_REQUEST", `The value for the header ${name} has characters that no header has.`, { details: { fields: { [name]: "Write it without line breaks, in plain letters." } } });
  }
  return Object.fromEntries([...fixed, ...own]);
}

function bodyOf(operation: Operation, template: BodyTemplate, input: Input, paged: Record<string, Json>): BuiltBody {
  const own = Object.fromEntries(looseInputs(operation, input, "body").map(([name, value]) => [name, value]));
  if (template.type === "graphql") {
    const variables = { ...objectOf(fillValue(template.variables ?? {}, input)), ...own, ...paged };
    return { type: "json", value: { query: template.query, ...(Object.keys(variables).length === 0 ? {} : { variables }) } };
  }
  if (template.type === "raw") return { type: "raw", value: fillValue(template.value, input) ?? "", ...(template.contentType === undefined ? {} : { contentType: template.contentType }) };
  const filled = fillValue(template.value ?? {}, input) ?? {};
  // A template that is a list, or one value, has no top to add to.
  if (template.type === "json" && (typeof filled !== "object" || filled === null || Array.isArray(filled))) return { type: "json", value: filled };
  const value = { ...objectOf(filled), ...own, ...paged };
  if (template.type === "json") return { type: "json", value };
  const entries = Object.entries(value);
  if (template.type === "multipart") return { type: "multipart", parts: entries };
  return { type: "form", pairs: entries.flatMap(([name, item]) => pairsOf(name, item, template.lists ?? "brackets")) };
}

/** The inputs of one place that no template names, under the vendor's names. */
function looseInputs(operation: Operation, input: Input, place: "query" | "header" | "body"): [name: string, value: Json, list: "repeat" | "comma" | "brackets"][] {
  const named = new Set(placeholders([operation.path, operation.query, operation.headers, templateOf(operation.body)]));
  return Object.entries(operation.inputs).flatMap(([name, described]): [string, Json, "repeat" | "comma" | "brackets"][] => {
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    if (described.in !== place || value === undefined || named.has(name)) return [];
    return [[described.as ?? name, value, described.list ?? "repeat"]];
  });
}

function templateOf(body: BodyTemplate | undefined): Json | undefined {
  return body?.type === "graphql" ? body.variables : body?.value;
}

function objectOf(value: Json | undefined): { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
