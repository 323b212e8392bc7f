import type { Connector } from "@/server/catalog/connector";
import type { Json, Operation } from "@/server/catalog/operation";
import { buildRequest, type BuiltBody, type Page } from "../build-request.schema";
import { encodeBody } from "../encode-body";
import type { Pairs } from "../encode-pairs";
import { exampleFacts } from "../example-facts";
import type { Input } from "../fill-value";
import { pageOf, paginationOf } from "../turn-page";

/** A request as the vendor reads it: names and values in place of text. */
export type SentRequest = {
  method: string;
  host: string;
  /** Still escaped. */
  path: string;
  query: Pairs;
  headers: { [name: string]: string };
  body: { type: string; value: Json } | null;
  isFormOfQuery?: true;
};

/** What the gateway sends for an operation, read back. With `cursor`, the page after one that ended there. */
export function sentRequest(connector: Connector, operation: Operation, input: Input, cursor?: string): SentRequest {
  const facts = exampleFacts(connector);
  const built = buildRequest(operation, input, facts, cursor === undefined ? {} : pageAfter(connector, operation, cursor));
  const [path = "", query = ""] = built.path.split("?");
  return {
    method: built.method,
    host: built.host ?? hostOf(connector, facts),
    path,
    query: [...new URLSearchParams(query)],
    headers: { ...connector.api?.headers, ...built.headers },
    // An operation may have a content type of its own.
    body: built.body && { ...readBody(built.body), ...(built.headers["content-type"] === undefined ? {} : { type: built.headers["content-type"] }) },
  };
}

/** Whether the operation itself puts the cursor into its request; a link of the vendor's needs no proof. */
export function placesCursor(connector: Connector, operation: Operation): boolean {
  return ["cursor", "offset", "page"].includes(paginationOf(connector, operation)?.kind ?? "");
}

function pageAfter(connector: Connector, operation: Operation, cursor: string): Page {
  const pagination = paginationOf(connector, operation);
  return pagination ? pageOf(pagination, operation, cursor) : {};
}

/** What only a vendor tells, such as an instance's own address, has no example. */
function hostOf(connector: Connector, facts: Record<string, string>): string {
  const filled = connector.api?.baseUrl.replace(/\{(\w+)\}/g, (_whole, name: string) => facts[name] ?? "unknown") ?? "";
  return new URL(filled.includes("://") ? filled : `https://${filled}`).host;
}

function readBody(body: BuiltBody): { type: string; value: Json } {
  if (body.type === "json") return { type: "application/json", value: body.value };
  if (body.type === "form") return { type: "application/x-www-form-urlencoded", value: readPairs(body.pairs) };
  if (body.type === "raw") return { type: encodeBody(body).contentType.split(";")[0] ?? "", value: typeof body.value === "string" ? body.value : JSON.stringify(body.value) };
  // A part's value is text or a file, which a document calls a text too.
  return { type: "multipart/form-data", value: Object.fromEntries(body.parts.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)])) };
}

/** `a[b]=1&c=2&c=3` → `{ a: { b: "1" }, c: ["2", "3"] }`. A name among `whole` is not taken apart. */
export function readPairs(pairs: Pairs, whole: ReadonlySet<string> = new Set()): { [name: string]: Json } {
  const read: { [name: string]: Json } = {};
  for (const [name, value] of pairs) put(read, whole.has(name) || !/^[^[\]]+(\[[^[\]]*\])+$/.test(name) ? [name] : name.split(/[[\]]+/).filter((part) => part !== ""), value);
  return read;
}

function put(at: { [name: string]: Json } | Json[], [name = "", ...rest]: string[], value: Json): void {
  const before = Array.isArray(at) ? at[Number(name)] : at[name];
  const again = before === undefined ? value : [before, value].flat();
  const next = rest.length === 0 ? again : typeof before === "object" && before !== null ? before : /^\d+$/.test(rest[0] ?? "") ? [] : {};
  if (Array.isArray(at)) at[Number(name)] = next;
  else at[name] = next;
  if (rest.length > 0 && typeof next === "object" && next !== null) put(next, rest, value);
}
