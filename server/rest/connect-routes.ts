import { createRoute, z } from "@hono/zod-openapi";
import { connectWithCredential } from "@/server/connections/connect-with-credential";
import { connectWithCredentialInput, pasteableAuthKinds, testCredentialInput, visibilities } from "@/server/connections/schema";
import { testCredential } from "@/server/connections/test-credential";
import { startOAuthFlowInput } from "@/server/oauth/schema";
import { startOAuthFlow } from "@/server/oauth/start-oauth-flow";
import { connectionAnswer } from "./connection-answer";
import { postedValues } from "./posted-values";
import { createRoutes } from "./rest-app";
import { answers, connectorIdParam, forCallers, jsonBody, parseInput, vendorRefusals } from "./route-parts";

const pathByKind = {
  api_key: "api-key",
  basic: "basic",
  bearer: "bearer",
  client_credentials: "client-credentials",
  service_account: "service-account",
  database: "database",
} as const;

const wordsByKind = {
  api_key: "an API key",
  basic: "a user name and password",
  bearer: "a token",
  client_credentials: "a client id and secret",
  service_account: "a service account's key file",
  database: "a database's address",
} as const;

const exampleByKind = {
  api_key: { api_key: "sk_test_…" },
  basic: { username: "AC0123456789abcdef0123456789abcdef", password: "…" },
  bearer: { token: "github_pat_…" },
  client_credentials: { client_id: "…", client_secret: "…" },
  service_account: { service_account_json: "{…}" },
  database: { host: "db.example.com", port: "5432", username: "patchbay", password: "…", database: "shop" },
};

/** Names that every connect body may carry beside the connector's own. */
const connectNames = {
  name: z.string().optional().openapi({ description: "What to call the connection; the account's name otherwise." }),
  visibility: z.enum(visibilities).optional().openapi({ description: "`private` shows it to whoever makes it alone." }),
  connectionId: z.string().optional().openapi({ description: "Reconnects this connection in place: its id, settings and history stay." }),
};
/** Ids are not parsed: one that is malformed has to answer like an unknown one. */
const ids = { oauth: { connector: true, connectionId: true }, pasted: { mcpId: true, connectionId: true } } as const;
const shared = { ...forCallers, tags: ["Connect"] };

/** Ways to connect an account: the OAuth start, and one route per kind of pasted credential. */
export const connectRoutes = createRoutes();

connectRoutes.openapi(
  createRoute({
    ...shared,
    method: "post",
    path: "/api/mcps/{id}/connect/oauth/start",
    operationId: "startSignIn",
    summary: "Start a sign-in at the vendor",
    description: "For connectors with the auth kind `oauth2`. Open `authorizationUrl` in the browser of the person whose account it is. When they have agreed, the connection is in the list of connections.",
    request: {
      params: connectorIdParam,
      body: jsonBody(
        postedValues(
          {
            ...connectNames,
            scopes: z.array(z.string()).optional().openapi({ description: "The permissions to ask for; the usual ones otherwise." }),
            returnTo: z.string().optional().openapi({ description: "A path of this site to end on, when no popup is used." }),
          },
          { shop: "acme" },
        ),
      ),
    },
    responses: answers(
      z.object({
        success: z.literal(true),
        authorizationUrl: z.url().openapi({ description: "Where to send the person's browser. With an API key it is a page of this site that binds the sign-in to that browser." }),
        state: z.string().openapi({ description: "Ties the vendor's answer to this sign-in. It is in the address already." }),
        flowId: z.string().openapi({ description: "The sign-in's id." }),
      }),
      [409],
    ),
  }),
  async (c) => {
    const { scopes, returnTo, name, visibility, connectionId, ...inputs } = c.req.valid("json");
    const input = parseInput(startOAuthFlowInput.omit(ids.oauth), { inputs, scopes, returnTo, name, visibility });
    return c.json({ success: true as const, ...(await startOAuthFlow(c.var.ctx, { ...input, connector: c.req.valid("param").id, connectionId })) }, 200);
  },
);

for (const authKind of pasteableAuthKinds) {
  connectRoutes.openapi(
    createRoute({
      ...shared,
      method: "post",
      path: `/api/mcps/{id}/connect/${pathByKind[authKind]}`,
      operationId: `connectWith${pathByKind[authKind].replace(/(^|-)(.)/g, (_whole, _dash, letter: string) => letter.toUpperCase())}`,
      summary: `Connect with ${wordsByKind[authKind]}`,
      description: `For connectors with the auth kind \`${authKind}\`. Post the values that the connector lists in \`inputs\` and in \`fields.${authKind}\`. They are checked with a real call before anything is stored: a refused credential answers 422, and nothing is kept.`,
      request: { params: connectorIdParam, body: jsonBody(postedValues(connectNames, exampleByKind[authKind])) },
      responses: answers(connectionAnswer, vendorRefusals),
    }),
    async (c) => {
      const { name, visibility, connectionId, ...values } = c.req.valid("json");
      const input = parseInput(connectWithCredentialInput.omit(ids.pasted), { authKind, values, name, visibility });
      return c.json({ success: true as const, connection: await connectWithCredential(c.var.ctx, { ...input, mcpId: c.req.valid("param").id, connectionId }) }, 200);
    },
  );
}

connectRoutes.openapi(
  createRoute({
    ...shared,
    method: "post",
    path: "/api/mcps/{id}/test-connection",
    operationId: "testCredential",
    summary: "Check a credential without storing it",
    description: "Makes the same real call as connecting does, and answers whose account it is.",
    request: { params: connectorIdParam, body: jsonBody(postedValues({ authKind: z.enum(pasteableAuthKinds) }, { authKind: "api_key", api_key: "sk_test_…" })) },
    responses: answers(z.object({ success: z.literal(true), account: z.object({ id: z.string().nullable(), label: z.string().nullable() }).openapi({ description: "The account that the credential belongs to.", example: { id: "acct_1032D82eZvKYlo2C", label: "Acme" } }) }), vendorRefusals),
  }),
  async (c) => {
    const { authKind, ...values } = c.req.valid("json");
    const input = parseInput(testCredentialInput.omit({ mcpId: true }), { authKind, values });
    const account = await testCredential(c.var.ctx, { ...input, mcpId: c.req.valid("param").id });
    return c.json({ success: true as const, account: { id: account.accountId, label: account.accountLabel } }, 200);
  },
);
