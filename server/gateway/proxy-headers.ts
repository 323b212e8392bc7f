import type { IncomingHttpHeaders } from "node:http";

/** RFC 9110 §7.6.1, and what older peers still send. */
const hopByHop = ["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"];

/** What tells a vendor about our caller, or would let the caller speak in our name. */
const callersOwn = ["host", "cookie", "authorization", "origin", "referer", "forwarded", "via", "x-real-ip", "x-workspace", "x-connection-id", "expect", "content-length"];
/** All of these start with x or s, and those of a vendor with a or x: few names get as far as being compared. */
const callersOwnPrefixes = ["x-forwarded-", "x-patchbay-", "sec-"];

/** What a vendor must not do on our origin (RFC 6265 cookies, Fetch's CORS, Clear-Site-Data …). */
const vendorsOwn = [
  "set-cookie",
  "clear-site-data",
  "service-worker-allowed",
  "strict-transport-security",
  "public-key-pins",
  "alt-svc",
  "nel",
  "report-to",
  "reporting-endpoints",
  "refresh",
  "www-authenticate",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-frame-options",
  "x-content-type-options",
  "cross-origin-resource-policy",
  "cross-origin-opener-policy",
  "cross-origin-embedder-policy",
  "origin-agent-cluster",
  "sourcemap",
  "x-sourcemap",
  // What browsers keep for a whole origin, or do for it.
  "accept-ch",
  "critical-ch",
  "origin-trial",
  "speculation-rules",
  "permissions-policy",
  "document-policy",
  "use-as-dictionary",
  "activate-storage-access",
  "set-login",
  "secure-session-registration",
  "secure-session-challenge",
  "attribution-reporting-register-source",
  "attribution-reporting-register-trigger",
  "x-dns-prefetch-control",
  "cdn-cache-control",
  "cloudflare-cdn-cache-control",
];
const vendorsOwnPrefixes = [
  "access-control-",
  "x-patchbay-",
  // Orders to a web server or a cache in front of Patchbay: serve this file, keep this for everyone.
  "x-accel-",
  "x-sendfile",
  "x-lighttpd-",
  "x-reproxy-",
  "surrogate-",
];

/** What of a request decides whose answer it is. */
const decidesAnswer = "authorization, cookie, x-workspace";

const notForwarded = new Set([...hopByHop, ...callersOwn]);
const notReturned = new Set([...hopByHop, ...vendorsOwn]);

/**
 * The caller's headers that go to the vendor. Headers that `Connection` names are hop-by-hop too, and everything is
 * taken away before a credential is added, so that `Connection: authorization` removes nothing of ours.
 */
export function requestHeaders(incoming: IncomingHttpHeaders): Record<string, string> {
  const named = namedByConnection(incoming.connection);
  const kept: Record<string, string> = {};
  for (const name in incoming) {
    const value = incoming[name];
    if (value === undefined || notForwarded.has(name) || named?.has(name) || startsWithOneOf(name, callersOwnPrefixes)) continue;
    kept[name] = typeof value === "string" ? value : value.join(", ");
  }
  return kept;
}

/** The vendor's headers that go to the caller, and what keeps its answer from running on our origin. */
export function responseHeaders(incoming: Record<string, string | string[] | undefined>): Record<string, string | string[]> {
  const connection = incoming["connection"];
  const named = namedByConnection(typeof connection === "string" ? connection : connection?.join(","));
  const kept: Record<string, string | string[]> = {};
  for (const name in incoming) {
    const value = incoming[name];
    if (value === undefined || notReturned.has(name) || named?.has(name) || startsWithOneOf(name, vendorsOwnPrefixes)) continue;
    kept[name] = value;
  }
  kept["cache-control"] = forCallerAlone(incoming["cache-control"]);
  kept["vary"] = incoming["vary"] === undefined ? decidesAnswer : `${joined(incoming["vary"])}, ${decidesAnswer}`;
  kept["content-security-policy"] = "sandbox";
  kept["x-content-type-options"] = "nosniff";
  kept["cross-origin-resource-policy"] = "same-origin";
  return kept;
}

const joined = (value: string | string[]) => (typeof value === "string" ? value : value.join(", "));

/** RFC 9111 §5.2.2: the caller may keep an answer as long as the vendor says; a cache that others share may not. */
function forCallerAlone(given: string | string[] | undefined): string {
  if (given === undefined) return "private";
  const directives = joined(given).split(",").map((directive) => directive.trim());
  return ["private", ...directives.filter((directive) => directive !== "" && !/^(public|private|s-maxage)\b/i.test(directive))].join(", ");
}

function namedByConnection(connection: string | undefined): Set<string> | undefined {
  if (connection === undefined || connection === "keep-alive" || connection === "close") return undefined;
  return new Set(connection.split(",").map((name) => name.trim().toLowerCase()));
}

function startsWithOneOf(name: string, starts: readonly string[]): boolean {
  const first = name.charCodeAt(0);
  if (first !== 120 && first !== 115 && first !== 97) return false;
  for (const start of starts) if (name.startsWith(start)) return true;
  return false;
}
