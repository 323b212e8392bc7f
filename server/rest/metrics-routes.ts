import { timingSafeEqual } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import { readMetrics } from "@/server/activity/read-metrics";
import { hashToken, keyFacts } from "@/server/identity/hash-token";
import { AppError } from "@/server/lib/errors";
import { getRuntime, type Runtime } from "@/server/runtime/runtime";
import { authenticate } from "@/server/workspaces/authenticate";
import { requirePermission } from "@/server/workspaces/context";
import { addressFromHeaders } from "@/server/workspaces/request-facts";
import { createRoutes } from "./rest-app";
import { errorAnswers } from "./route-parts";

/** What an operator's Prometheus reads. */
export const metricsRoutes = createRoutes();

metricsRoutes.openapi(
  createRoute({
    method: "get",
    path: "/metrics",
    operationId: "getMetrics",
    tags: ["Health"],
    summary: "Metrics in Prometheus' text format",
    description: "For the value of METRICS_TOKEN as a bearer token, or an API key with the scope admin. Nothing in it names a workspace.",
    security: [{ apiKey: [] }],
    responses: { 200: { description: "What this process counted.", content: { "text/plain": { schema: z.string() } } }, ...errorAnswers([401, 403]) },
  }),
  async (c) => {
    const runtime = getRuntime();
    const { headers } = c.req.raw;
    if (!(await mayRead(runtime, headers, c.var.requestId))) throw new AppError("INVALID_API_KEY", "Metrics need a token: send `Authorization: Bearer` with the value of METRICS_TOKEN, or with an API key that has the scope admin.");
    const { contentType, text } = await readMetrics(runtime);
    return c.text(text, 200, { "content-type": contentType });
  },
);

/** A session is not asked for: a page that somebody opens has no use for the whole installation's numbers. */
async function mayRead(runtime: Runtime, headers: Headers, requestId: string): Promise<boolean> {
  const token = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return false;
  const { metricsToken } = runtime.env;
  if (metricsToken && timingSafeEqual(Buffer.from(keyFacts(metricsToken).hash), Buffer.from(hashToken(token)))) return true;
  requirePermission(await authenticate(runtime, { headers, method: "GET", ipAddress: addressFromHeaders(headers), requestId }), "admin");
  return true;
}
