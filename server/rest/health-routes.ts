import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type ConnectorState, connectorStates } from "@/server/connections/connector-states";
import { isAppError } from "@/server/lib/errors";
import { getRuntime, type Runtime } from "@/server/runtime/runtime";
import { authenticate } from "@/server/workspaces/authenticate";
import { addressFromHeaders } from "@/server/workspaces/request-facts";
import { databaseAnswers } from "./database-answers";
import { createRoutes, type RestEnv } from "./rest-app";

const healthSchema = z
  .object({
    status: z.enum(["ok", "error"]).openapi({ description: "`error` comes with the status 503." }),
    service: z.literal("patchbay"),
    timestamp: z.iso.datetime().openapi({ description: "When this was asked.", example: "2026-11-21T09:30:12.480Z" }),
    port: z.number().int().openapi({ description: "Where the process listens.", example: 3000 }),
    integrations: z.record(z.string(), z.enum(["connected", "degraded", "error", "not_configured"])).openapi({ description: "By connector, for the workspace of the key; empty without one.", example: { stripe: "connected" } }),
  })
  .openapi("Health");

const content = { "application/json": { schema: healthSchema } };
const probe = (path: string, operationId: string, summary: string, security: Record<string, string[]>[] = []) =>
  createRoute({ method: "get", path, operationId, tags: ["Health"], summary, security, responses: { 200: { description: "All is well.", content }, 503: { description: "It is not: the database does not answer, or the process is shutting down.", content } } });

/** Liveness and readiness for load balancers; with a key, the state of the workspace's integrations too. */
export const healthRoutes = createRoutes();

healthRoutes.openapi(probe("/health", "getHealth", "Check Patchbay and your integrations", [{}, { apiKey: [] }, { session: [] }]), async (c) => {
  const runtime = getRuntime();
  const integrations = (await databaseAnswers(runtime)) ? await integrationsFor(runtime, c) : null;
  const isWell = integrations !== null;
  return c.json({ ...facts(runtime, isWell), integrations: integrations ?? {} }, isWell ? 200 : 503);
});

healthRoutes.openapi(probe("/health/live", "getLiveness", "Check whether the process answers"), (c) => c.json(facts(getRuntime(), true), 200));

healthRoutes.openapi(probe("/health/ready", "getReadiness", "Check whether it can serve: the database answers and it is not shutting down"), async (c) => {
  const runtime = getRuntime();
  const isReady = !runtime.shutdown.aborted && (await databaseAnswers(runtime));
  return c.json(facts(runtime, isReady), isReady ? 200 : 503);
});

function facts(runtime: Runtime, isWell: boolean) {
  return {
    status: isWell ? ("ok" as const) : ("error" as const),
    service: "patchbay" as const,
    timestamp: new Date().toISOString(),
    port: runtime.env.port,
    integrations: {},
  };
}

/**
 * Which integrations a workspace has is for its own people and keys. A probe with a key that may not ask is still a
 * probe. Null when the database has gone since it was asked.
 */
async function integrationsFor(runtime: Runtime, c: Context<RestEnv>): Promise<Record<string, ConnectorState> | null> {
  const { headers } = c.req.raw;
  if (!headers.has("authorization") && !headers.has("cookie")) return {};
  try {
    return await connectorStates(await authenticate(runtime, { headers, method: c.req.method, ipAddress: addressFromHeaders(headers), requestId: c.var.requestId }));
  } catch (error) {
    if (isAppError(error)) return {};
    runtime.log.error({ err: error }, "The state of the integrations could not be read.");
    return null;
  }
}
