import type { CallWithDetail } from "@/server/activity/get-call";

/** Written by curl or the gateway itself. */
const notRepeated = /^(?:host|connection|content-length|transfer-encoding|accept-encoding|user-agent|expect|authorization|proxy-.*|cookie|x-forwarded-.*|x-patchbay-.*|idempotency-key)$/i;

type Call = Pick<CallWithDetail, "connection" | "method" | "path" | "detail">;

/**
 * The call as curl sends it through the proxy of `origin`; the key stays in the reader's environment. Null when it
 * would not be the same call. Whoever made the call wrote its parts, so all of them are quoted as data.
 */
export function callCurl({ connection, method, path, detail }: Call, origin: string): string | null {
  if (!detail || detail.isRequestCut || connection.name === null) return null;
  const query = detail.query === null || detail.query === "" ? "" : `?${detail.query.replace(/^\?/, "")}`;
  const headers = Object.entries(detail.requestHead).filter(([name, value]) => !notRepeated.test(name) && !/\[(?:hidden|secret)\]/.test(value));
  return [
    `curl ${method === "GET" ? "" : `-X ${quote(method)} `}${quote(`${origin}/api/proxy/${connection.id}${path}${query}`)}`,
    `-H "Authorization: Bearer $PATCHBAY_API_KEY"`,
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    // Not `-d`, which would read a file for a body that begins with @.
    ...(detail.requestBody === null || detail.requestBody === "" ? [] : [`--data-raw ${quote(detail.requestBody)}`]),
  ].join(" \\\n  ");
}

/** In single quotes a shell reads nothing but their end. */
function quote(text: string): string {
  return /^[A-Z]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
