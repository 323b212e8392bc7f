import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { connectors } from "@/server/catalog/registry";
import { AppError } from "@/server/lib/errors";
import { inputSchema } from "@/server/operations/input-schema.schema";
import { runOperation } from "@/server/operations/run-operation";
import { callHeaders, callRefusals, viaOf } from "./call-headers";
import { createRoutes, type RestEnv } from "./rest-app";
import { answers, errorAnswers, forCallers } from "./route-parts";

const answer = z
  .object({
    success: z.literal(true),
    data: z.unknown().openapi({ description: "What the vendor answered, as the operation maps it." }),
    nextCursor: z.string().nullable().openapi({ description: "To send as `cursor` for the next page; null on the last one." }),
    callId: z.string().openapi({ description: "The call in the connection's history.", example: "cal_06ezf3h2gxm4w5t8k1r9v7c0dn" }),
  })
  .openapi("ActionAnswer");

const params = z.object({
  connector: z.string().openapi({ param: { name: "connector", in: "path" }, description: "A connector's id.", example: "stripe" }),
  operation: z.string().openapi({ param: { name: "operation", in: "path" }, description: "The name of one of its operations.", example: "create_customer" }),
});

/** Every operation of the catalog, callable under its name. */
export const actionRoutes = createRoutes();

actionRoutes.openapi(
  createRoute({
    ...forCallers,
    tags: ["Actions"],
    method: "post",
    path: "/api/actions/{connector}/{operation}",
    operationId: "runAction",
    summary: "Run an operation of a connector",
    description: "The body is the operation's input. Each connector's page lists its operations; the OpenAPI document has one address for each, with the schema of its input.",
    request: {
      params,
      headers: callHeaders,
      body: { required: false, content: { "application/json": { schema: z.looseObject({}).openapi({ additionalProperties: true, example: { email: "ada@example.com", name: "Ada Lovelace" } }) } } },
    },
    responses: answers(answer, callRefusals),
  }),
  async (c) => {
    const { connector, operation } = c.req.valid("param");
    const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(c.req.header("content-type") ?? "");
    // Without this, a body of another type would be left out without a word.
    if (!isJson && (await c.req.text()) !== "") throw new AppError("INVALID_REQUEST", "Send the body as JSON, with the header Content-Type: application/json.");
    const { connectionId, ...options } = viaOf(c.req.valid("header"), c.req.raw);
    const { data, nextCursor, callId } = await runOperation(c.var.ctx, { connector, operation, connectionId, input: c.req.valid("json") }, { source: "rest", ...options });
    return c.json({ success: true as const, data, nextCursor, callId }, 200);
  },
);

/** The tags of the connectors that have operations. */
export const actionTags = connectors.filter(({ operations }) => operations.length > 0).map(({ name }) => ({ name: `${name} actions`, description: `What can be done with ${name} through POST /api/actions.` }));

/** Puts every operation into the document, with the very schema that checks its input. */
export function documentActions(rest: OpenAPIHono<RestEnv>): void {
  for (const { slug, name, operations } of connectors) {
    for (const operation of operations) {
      const schema = inputSchema(operation);
      rest.openAPIRegistry.registerPath({
        method: "post",
        path: `/api/actions/${slug}/${operation.name}`,
        operationId: `run${[...slug.split("-"), ...operation.name.split("_")].map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("")}`,
        tags: [`${name} actions`],
        summary: operation.title,
        description: operation.description ?? `Calls \`${operation.method} ${operation.path}\` at ${name}, with its input checked first.`,
        security: forCallers.security,
        request: { headers: callHeaders, body: { required: schema.required.length > 0, content: { "application/json": { schema } } } },
        responses: { 200: { description: "Done.", content: { "application/json": { schema: answer } } }, ...errorAnswers([400, 401, 403, 404]) },
      });
    }
  }
}
