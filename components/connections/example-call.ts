import type { Operation } from "@/server/catalog/operation";
import { type BuiltBody, buildRequest } from "@/server/operations/build-request.schema";
import { exampleInput } from "@/server/operations/input-schema.schema";

/** A call as one would type it: the vendor's path from the host root, filled with examples. */
export type Call = {
  method: Operation["method"];
  path: string;
  host?: string;
  body: { type: "json" | "form"; text: string } | null;
};

/** The harmless call to begin with: the first one that only reads and asks for nothing, else the first that reads. */
export function exampleCall(operations: readonly Operation[], inputs: Readonly<Record<string, string>>): Call {
  const reading = operations.filter(({ isReadOnly }) => isReadOnly);
  const first = reading.find((operation) => operation.method === "GET" && pathExamples(operation).length === 0) ?? reading.find(({ method }) => method === "GET") ?? reading[0];
  return first ? callOf(first, inputs) : { method: "GET", path: "/", body: null };
}

/** An operation's own example, with what the connection knows filled in. */
export function callOf(operation: Operation, inputs: Readonly<Record<string, string>>): Call {
  const { method, path, host, body } = buildRequest(operation, exampleInput(operation), inputs);
  return { method, path, ...(host === undefined ? {} : { host }), body: bodyOf(body) };
}

/** The examples that stand in an operation's path, for the reader to put their own in place of. */
export function pathExamples(operation: Operation): string[] {
  const example = exampleInput(operation);
  return Object.entries(operation.inputs).flatMap(([name, input]) => {
    const value = example[name];
    return input.in === "path" && (typeof value === "string" || typeof value === "number") ? [String(value)] : [];
  });
}

/** Files are not sent from a text field. */
function bodyOf(body: BuiltBody | null): Call["body"] {
  if (body?.type === "json") return { type: "json", text: JSON.stringify(body.value, null, 2) };
  if (body?.type === "form") return { type: "form", text: body.pairs.map(([name, value]) => `${name}=${value}`).join("\n") };
  return null;
}
