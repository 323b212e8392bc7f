import type { CallRequest } from "@/server/gateway/run-call";
import type { StoredCall } from "./find-call";

/** What stands in place of a secret in everything that is kept: by its name, or by its look. */
const hidden = /\[(?:hidden|secret)\]/;
/** The history keeps this much of a path. */
const maxPathLength = 500;
/** Written anew for each call, or by the gateway alone. */
const notRepeated = /^(?:host|connection|content-length|transfer-encoding|accept-encoding|expect|idempotency-key|authorization|proxy-.*|cookie|x-patchbay-.*|x-request-id|traceparent|tracestate)$/i;

/** The request to send again, or why it cannot be, in words for the person. */
export type ReplayPlan = { request: CallRequest; isWrite: boolean } | { refusal: string };

const refuse = (refusal: string): ReplayPlan => ({ refusal });

/** Puts a kept request together again. It has to be whole: a vendor must not get half of what was meant. */
export function planReplay({ row, connectionName, detail }: StoredCall): ReplayPlan {
  if (connectionName === null) return refuse("The connection it went through is disconnected.");
  if (!detail) return refuse("What this call said was not kept. Settings say which calls keep it.");
  if (detail.isRequestCut) return refuse("Its request was too large to be kept whole.");
  if (row.path.length >= maxPathLength) return refuse("Its path was too long to be kept whole.");
  const { query, requestHead, requestBody } = detail;
  if ([row.path, query, requestBody].some((text) => hidden.test(text ?? ""))) return refuse("Its request held a secret, which was not kept.");
  // Also tells bytes that are no text, and what was scrubbed in any other way.
  if (Buffer.byteLength(requestBody ?? "") !== row.requestBytes) return refuse("Its request was not kept byte for byte.");
  const headers = Object.fromEntries(Object.entries(requestHead).filter(([name, value]) => !notRepeated.test(name) && !hidden.test(value)));
  const search = query === null || query === "" ? "" : query.startsWith("?") ? query : `?${query}`;
  return { request: { method: row.method, path: row.path + search, host: row.host, headers, body: requestBody }, isWrite: isWriteMethod(row.method) };
}

/** RFC 9110 §9.2.1: the others ask for no change. */
function isWriteMethod(method: string): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(method);
}
