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
    label: z.string().openapi({ description: "What it is called at the vendor." }),
    secret: z.boolean().openapi({ description: "Whether it is sealed and never answered again." }),
    required: z.boolean().openapi({ description: "Whether connecting fails without it." }),
    example: z.string().openapi({ description: "What a value looks like." }),
    help: z.string().nullable().openapi({ description: "A sentence for whoever fills it in." }),
    pattern: z.string().nullable().openapi({ description: "A regular expression that the whole value has to match." }),
  })
  .openapi("Field", { example: { key: "api_key", label: "Secret or restricted key", secret: true, required: true, example: "rk_live_…", help: null, pattern: null } });

const scopeSchema = z
  .object({
    value: z.string().openapi({ description: "As the vendor spells it." }),
    meaning: z.string().openapi({ description: "What it lets Patchbay do, in plain words." }),
    isSensitive: z.boolean().openapi({ description: "It writes, costs money or shows other people's data." }),
    isDefault: z.boolean().openapi({ description: "Asked for unless you say otherwise." }),
    isRequired: z.boolean().openapi({ description: "Asked for whatever you say." }),
  })
  .openapi("Scope", { example: { value: "repo", meaning: "See and change your repositories", isSensitive: true, isDefault: true, isRequired: false } });

/** What the contract promises of a connector; the answer holds more, for the pages that show it. */
const connectorSchema = z
  .object({
    id: z.string().openapi({ description: "What other addresses take as `{id}`.", example: "stripe" }),
    name: z.string().openapi({ description: "For people.", example: "Stripe" }),
    category: z.string().openapi({ description: "Such as `finance` or `devops`.", example: "finance" }),
    description: z.string().openapi({ description: "What one can do with it, in a line.", example: "Charges, customers, subscriptions and payouts." }),
    authKinds: z.array(z.enum(authKindNames)).openapi({ description: "Ways to connect it, the best one first.", example: ["api_key"] }),
    inputs: z.array(fieldSchema).openapi({ description: "Asked for before the credential, such as the shop.", example: [] }),
    fields: z.partialRecord(z.enum(authKindNames), z.array(fieldSchema)).openapi({ description: "What to post, by auth kind.", example: { api_key: [{ key: "api_key", label: "Secret or restricted key", secret: true, required: true, example: "rk_live_…", help: null, pattern: null }] } }),
    scopes: z.array(scopeSchema).openapi({ description: "What a sign-in may ask for.", example: [] }),
    docsUrl: z.string().openapi({ description: "The vendor's own documentation.", example: "https://docs.stripe.com/api" }),
    connected: z.boolean().openapi({ description: "Whether the workspace has a connection that the caller may see." }),
  })
  .openapi("Connector");

const shared = { ...forCallers, tags: ["Catalog"] };

/** The catalog, with what the caller's workspace has connected. */
export const catalogRoutes = createRoutes();

catalogRoutes.openapi(
  createRoute({ ...shared, method: "get", path: "/api/mcps", operationId: "listConnectors", summary: "List connectors", description: "The whole catalog: what can be connected, what each asks for, and which are connected already.", responses: answers(z.object({ success: z.literal(true), mcps: z.array(connectorSchema) })) }),
  async (c) => c.json({ success: true as const, mcps: (await listConnectorViews(c.var.ctx)).map(toAnswer) }, 200),
);

catalogRoutes.openapi(
  createRoute({
    ...shared,
    method: "get",
    path: "/api/mcps/{id}",
    operationId: "getConnector",
    summary: "Get a connector",
    description: "What it asks for and what it can do. Read its `fields` before you connect: they name the values to post.",
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
