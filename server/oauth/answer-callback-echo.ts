import type { IncomingMessage, ServerResponse } from "node:http";
import type { Runtime } from "@/server/runtime/runtime";
import { isTrustedPeer, peerAddress } from "@/server/workspaces/request-facts";
import { type Echo, echoCookie, echoCookieHeader, echoProof, readEchoPath } from "./callback-echo";

/**
 * Answers what arrived, for the callback doctor: before Next, because from there on the Host is always PUBLIC_URL's
 * and nothing is left of what a proxy added. Only at addresses that an admin was just given. True when it has answered.
 */
export function answerCallbackEcho(runtime: Runtime, request: IncomingMessage, response: ServerResponse): boolean {
  const { url = "/", method, headers } = request;
  const path = method === "GET" ? readEchoPath(runtime, url) : null;
  if (path === null) return false;
  const echo: Echo = {
    proof: echoProof(runtime, path),
    now: new Date().toISOString(),
    host: headers.host ?? null,
    forwardedProto: first(headers["x-forwarded-proto"]),
    forwardedHost: first(headers["x-forwarded-host"]),
    hasForwardedFor: headers["x-forwarded-for"] !== undefined,
    peer: peerAddress(request),
    isTrustedProxy: isTrustedPeer(runtime, request),
    mark: new URLSearchParams(url.split("?")[1] ?? "").get("state"),
    cookie: readCookie(headers.cookie),
  };
  const body = JSON.stringify(echo);
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "set-cookie": echoCookieHeader(runtime.env.publicUrl, path.slice(-16)),
  });
  response.end(body);
  return true;
}

/** The nearest to the person counts where several proxies wrote. */
function first(header: string | string[] | undefined): string | null {
  return [header ?? []].flat().join(",").split(",")[0]?.trim() || null;
}

function readCookie(header: string | undefined): string | null {
  const pair = (header ?? "").split(/;\s*/).find((each) => each.startsWith(`${echoCookie}=`));
  return pair === undefined ? null : pair.slice(echoCookie.length + 1);
}
