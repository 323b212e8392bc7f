import type { IncomingMessage } from "node:http";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { authenticate } from "@/server/workspaces/authenticate";
import { authenticateKeyCached } from "@/server/workspaces/authenticate-key";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { clientAddress } from "@/server/workspaces/request-facts";

const bearer = /^Bearer +(\S+)$/i;

/**
 * Who calls the proxy: almost always an API key, found in memory without a promise. A session cookie counts only
 * when the browser itself says that the request comes from our own page: a vendor's page, or a proxied answer, must
 * not be able to spend it.
 */
export function authenticateProxy(runtime: Runtime, request: IncomingMessage): WorkspaceContext | Promise<WorkspaceContext> {
  const { authorization, cookie } = request.headers;
  const key = authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
  if (key !== undefined && request.headers["x-workspace"] === undefined) {
    return authenticateKeyCached(runtime, key, { id: newId("request"), ipAddress: clientAddress(runtime, request), userAgent: request.headers["user-agent"]?.slice(0, 400) ?? null });
  }
  const headers = new Headers();
  for (const name of ["authorization", "x-workspace", "origin", "user-agent"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  if (cookie !== undefined && request.headers["sec-fetch-site"] === "same-origin") headers.set("cookie", cookie);
  return authenticate(runtime, { headers, method: request.method ?? "GET", ipAddress: clientAddress(runtime, request) });
}
