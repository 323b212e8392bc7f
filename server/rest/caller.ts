import { createMiddleware } from "hono/factory";
import { getRuntime } from "@/server/runtime/runtime";
import { authenticate } from "@/server/workspaces/authenticate";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { addressFromHeaders } from "@/server/workspaces/request-facts";
import type { RestEnv } from "./rest-app";

/**
 * Finds out who calls, by workspace key or session, and puts it into `c.var.ctx`. It stands before a route's
 * validation: whoever may not call is told so, whatever the rest of the request looks like.
 */
export const caller = createMiddleware<{ Variables: RestEnv["Variables"] & { ctx: WorkspaceContext } }>(async (c, next) => {
  const { headers } = c.req.raw;
  const ipAddress = addressFromHeaders(headers);
  c.set("ctx", await authenticate(getRuntime(), { headers, method: c.req.method, ipAddress, requestId: c.var.requestId }));
  await next();
});
