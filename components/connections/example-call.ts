import type { Operation } from "@/server/catalog/connector";

/** A call as one would type it: the vendor's path from the host root, filled with examples. */
export type Call = {
  method: Operation["method"];
  path: string;
  host?: string;
  body: { type: "json" | "form"; text: string } | null;
};

/** The harmless call to begin with: the first one that only reads. */
export function exampleCall(operations: readonly Operation[], inputs: Readonly<Record<string, string>>): Call {
  const first = operations.find(({ isReadOnly, method }) => isReadOnly && method === "GET") ?? operations.find(({ isReadOnly }) => isReadOnly);
  return first ? callOf(first, inputs) : { method: "GET", path: "/", body: null };
}

/** An operation's own example, with what the connection knows filled in. */
export function callOf(operation: Operation, inputs: Readonly<Record<string, string>>): Call {
  const values: Readonly<Record<string, string>> = { ...inputs, ...operation.params };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const query = Object.entries(operation.query ?? {})
    .map(([name, value]) => `${name}=${encodeQuery(fill(value))}`)
    .join("&");
  return {
    method: operation.method,
    path: fill(operation.path) + (query === "" ? "" : `?${query}`),
    ...(operation.host === undefined ? {} : { host: fill(operation.host) }),
    body: bodyOf(operation),
  };
}

/** What RFC 3986 §3.4 lets stand in a query stays as it reads. */
function encodeQuery(value: string): string {
  return encodeURIComponent(value).replaceAll(/%(2C|3A|2F|40|24)/g, (escaped) => decodeURIComponent(escaped));
}

function bodyOf({ body }: Operation): Call["body"] {
  if (!body) return null;
  if (body.type === "json") return { type: "json", text: JSON.stringify(body.value, null, 2) };
  return { type: "form", text: Object.entries(body.value).map(([name, value]) => `${name}=${value}`).join("\n") };
}
