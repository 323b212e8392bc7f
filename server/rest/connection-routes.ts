import { createRoute, z } from "@hono/zod-openapi";
import { deleteConnection } from "@/server/connections/delete-connection";
import { getConnection } from "@/server/connections/get-connection";
import { listConnections } from "@/server/connections/list-connections";
import { refreshConnection } from "@/server/health/refresh-connection";
import { rotateConnection } from "@/server/connections/rotate-connection";
import { listConnectionsInput, rotateConnectionInput } from "@/server/connections/schema";
import { testConnection } from "@/server/health/test-connection";
import { connectionAnswer, connectionDocument } from "./connection-answer";
import { postedValues } from "./posted-values";
import { createRoutes } from "./rest-app";
import { answers, connectionIdParam, forCallers, jsonBody, parseInput, vendorRefusals } from "./route-parts";

const shared = { ...forCallers, tags: ["Connections"] };
const one = { params: connectionIdParam };

const { limit, cursor, status, health } = listConnectionsInput.shape;
const listQuery = listConnectionsInput.pick({ limit: true, cursor: true, status: true, health: true, mcpId: true }).extend({
  limit: limit.meta({ description: "How many to answer at once.", example: 10 }),
  cursor: cursor.describe("The `nextCursor` of the page before. Leave it out for the first page."),
  status: status.describe("Only those whose credential is in this state."),
  health: health.describe("Only those that fare like this."),
  // Its pattern has a flag, which JSON Schema does not know.
  mcpId: z.string().max(100).refine((id) => !/\p{Cc}/u.test(id)).optional().openapi({ description: "Only those of this connector.", example: "stripe" }),
});

/** The connections of a workspace. */
export const connectionRoutes = createRoutes();

connectionRoutes.openapi(
  createRoute({
    ...shared,
    method: "get",
    path: "/api/connections",
    operationId: "listConnections",
    summary: "List connections, newest first",
    description: "Those that the caller may see: the workspace's, and a person's own private ones. Filters can be combined.",
    request: { query: listQuery },
    responses: answers(
      z.object({
        success: z.literal(true),
        connections: z.array(connectionDocument),
        nextCursor: z.string().nullable().openapi({ description: "To send as `cursor` for the next page; null on the last one." }),
      }),
    ),
  }),
  async (c) => c.json({ success: true as const, ...(await listConnections(c.var.ctx, c.req.valid("query"))) }, 200),
);

connectionRoutes.openapi(
  createRoute({ ...shared, method: "get", path: "/api/connections/{id}", operationId: "getConnection", summary: "Get a connection", description: "Its account, how it fares and what it needs. Nothing secret is ever answered.", request: one, responses: answers(connectionAnswer) }),
  async (c) => c.json({ success: true as const, connection: await getConnection(c.var.ctx, { connectionId: c.req.valid("param").id }) }, 200),
);

connectionRoutes.openapi(
  createRoute({
    ...shared,
    method: "delete",
    path: "/api/connections/{id}",
    operationId: "deleteConnection",
    summary: "Disconnect an account",
    description: "Ends the access at the vendor where that can be done, and destroys the stored credential in any case.",
    request: one,
    responses: answers(
      z.object({
        success: z.literal(true),
        revoked: z.boolean().openapi({ description: "Whether the vendor confirmed that the access has ended." }),
        note: z.string().nullable().openapi({ description: "What is left to do at the vendor." }),
      }),
    ),
  }),
  async (c) => c.json({ success: true as const, ...(await deleteConnection(c.var.ctx, { connectionId: c.req.valid("param").id })) }, 200),
);

connectionRoutes.openapi(
  createRoute({
    ...shared,
    method: "patch",
    path: "/api/connections/{id}/refresh",
    operationId: "refreshConnection",
    summary: "Renew a connection's token now",
    description: "Tokens are renewed by themselves before they end; this is for when you want to be sure. What has no token that could be renewed is checked with a real call instead.",
    request: one,
    responses: answers(connectionAnswer, [409, 424, 502, 503]),
  }),
  async (c) => c.json({ success: true as const, connection: await refreshConnection(c.var.ctx, { connectionId: c.req.valid("param").id }) }, 200),
);

connectionRoutes.openapi(
  createRoute({
    ...shared,
    method: "post",
    path: "/api/connections/{id}/test",
    operationId: "testConnection",
    summary: "Check a connection with a real call",
    description: "How it fares is in the answer's `health` and `lastError`; a vendor that refuses is no error of this route.",
    request: one,
    responses: answers(connectionAnswer),
  }),
  async (c) => c.json({ success: true as const, connection: await testConnection(c.var.ctx, { connectionId: c.req.valid("param").id }) }, 200),
);

connectionRoutes.openapi(
  createRoute({
    ...shared,
    method: "post",
    path: "/api/connections/{id}/rotate",
    operationId: "rotateConnection",
    summary: "Replace a connection's credential",
    description: "The new one is verified, and has to be of the same account, before the old one is dropped. Fields that are not secret may be left out.",
    request: { ...one, body: jsonBody(postedValues({}, { api_key: "sk_test_…" })) },
    responses: answers(connectionAnswer, vendorRefusals),
  }),
  async (c) => {
    const { values } = parseInput(rotateConnectionInput.pick({ values: true }), { values: c.req.valid("json") });
    return c.json({ success: true as const, connection: await rotateConnection(c.var.ctx, { connectionId: c.req.valid("param").id, values }) }, 200);
  },
);
