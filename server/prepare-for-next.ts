import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Runtime } from "@/server/runtime/runtime";
import { clientAddress, clientAddressHeader } from "@/server/workspaces/request-facts";

/** What only this server may say about a request, whoever sent it. */
const ownHeaders = new Set(["x-nonce", "content-security-policy", "forwarded"]);
const ownPrefixes = ["x-patchbay-", "x-forwarded-"];

/** Takes away what a client may not claim, sets the Host to PUBLIC_URL's, and puts a policy on every page. */
export function prepareForNext(runtime: Runtime, request: IncomingMessage, response: ServerResponse): void {
  const { env } = runtime;
  const { url = "/", headers } = request;
  const address = clientAddress(runtime, request) ?? "";
  for (const name of Object.keys(headers)) {
    if (ownHeaders.has(name) || ownPrefixes.some((prefix) => name.startsWith(prefix))) delete headers[name];
  }
  headers[clientAddressHeader] = address;
  headers.host = new URL(env.publicUrl).host;

  response.setHeader("x-content-type-options", "nosniff");
  // Addresses of ours can hold a flow's state: no other site hears of them.
  response.setHeader("referrer-policy", "same-origin");
  if (env.publicUrl.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000");
  if (url.startsWith("/_next/") || url.startsWith("/api/")) return;
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, env.isProduction);
  headers["x-nonce"] = nonce;
  headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-frame-options", "DENY");
  // The popup of a vendor has to find its way back to the page that opened it: its first page must not cut the tie.
  response.setHeader("cross-origin-opener-policy", url.startsWith("/connect/opening") ? "unsafe-none" : "same-origin-allow-popups");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
}

function pagePolicy(nonce: string, isProduction: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isProduction ? "" : " 'unsafe-eval'"}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isProduction ? "" : " ws:"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
