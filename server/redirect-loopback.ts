import type { IncomingMessage, ServerResponse } from "node:http";
import type { Runtime } from "@/server/runtime/runtime";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * `localhost` and `127.0.0.1` are two cookie jars: a page opened under the other name moves to PUBLIC_URL's. True
 * when it has answered.
 */
export function redirectLoopback({ env }: Runtime, request: IncomingMessage, response: ServerResponse): boolean {
  const { url = "/", method, headers } = request;
  if ((method !== "GET" && method !== "HEAD") || url.startsWith("/api/") || url.startsWith("/_next/")) return false;
  const wanted = new URL(env.publicUrl);
  const asked = URL.parse(`http://${headers.host ?? ""}`);
  if (!asked || asked.hostname === wanted.hostname || asked.port !== wanted.port) return false;
  if (!loopbackNames.has(asked.hostname) || !loopbackNames.has(wanted.hostname)) return false;
  // Joined as text: a URL parser takes `//elsewhere/` for another host.
  response.writeHead(307, { location: `${wanted.origin}${url}`, "cache-control": "no-store" }).end();
  return true;
}
