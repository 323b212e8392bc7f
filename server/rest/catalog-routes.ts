import { createRoute, z } from "@hono/zod-openapi";
import type { Field } from "@/server/catalog/connector";
import type { ConnectorView } from "@/server/catalog/schema";
import { getConnectorView } from "@/server/connections/get-connector-view";
import { listConnectorViews } from "@/server/connections/list-connector-views";
import { authKindNames } from "@/server/connections/schema";
import { createRoutes } from "./rest-app";
import { answers, connectorIdParam, forCallers } from "./route-parts";

const fieldSchema = z
  .object({
    key: z.string().openapi({ description: "The name to post the value under." }),
    label: z.string(),
    secret: z.boolean(),
    required: z.boolean(),
    example: z.string(),
    help: z.string().nullable(),
    pattern: z.string().nullable().openapi({ description: "A regular expression that the whole value has to match." }),
  })
  .openapi("Field");

const scopeSchema = z.object({ value: z.string(), meaning: z.string(), isSensitive: z.boolean(), isDefault: z.boolean(), isRequired: z.boolean() });

/** What the contract promises of a connector; the answer holds more, for the pages that show it. */
const connectorSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    category: z.string(),
    description: z.string(),
    authKinds: z.array(z.enum(authKindNames)),
    inputs: z.array(fieldSchema).openapi({ description: "Asked for before the credential, such as the shop." }),
    fields: z.partialRecord(z.enum(authKindNames), z.array(fieldSchema)).openapi({ description: "What to post, by auth kind." }),
    scopes: z.array(scopeSchema).openapi({ description: "What a sign-in may ask for." }),
    docsUrl: z.string(),
    connected: z.boolean().openapi({ description: "Whether the workspace has a connection that the caller may see." }),
  })
  .openapi("Connector");

const shared = { ...forCallers, tags: ["Catalog"] };

/** The catalog, with what the caller's workspace has connected. */
export const catalogRoutes = createRoutes();

catalogRoutes.openapi(
  createRoute({ ...shared, method: "get", path: "/api/mcps", operationId: "listConnectors", summary: "List connectors", responses: answers(z.object({ success: z.literal(true), mcps: z.array(connectorSchema) })) }),
  async (c) => c.json({ success: true as const, mcps: (await listConnectorViews(c.var.ctx)).map(toAnswer) }, 200),
);

catalogRoutes.openapi(
  createRoute({
    ...shared,
    method: "get",
    path: "/api/mcps/{id}",
    operationId: "getConnector",
    summary: "Get a connector: what it asks for and what it can do",
    request: { params: connectorIdParam },
    responses: answers(z.object({ success: z.literal(true), mcp: connectorSchema })),
  }),
  async (c) => c.json({ success: true as const, mcp: toAnswer(await getConnectorView(c.var.ctx, { connector: c.req.valid("param").id })) }, 200),
);

/** The contract's names are always there: what a definition leaves out is null. */
function toAnswer(view: ConnectorView) {
  const fields = Object.fromEntries(Object.entries(view.fields).map(([kind, ofKind]) => [kind, ofKind.map(stated)]));
  return { ...view, inputs: view.inputs.map(stated), fields };
}

function stated(field: Field) {
  return { ...field, help: field.help ?? null, pattern: field.pattern ?? null };
}
