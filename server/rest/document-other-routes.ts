import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { RestEnv } from "./rest-app";
import { errorAnswers, forCallers, jsonBody } from "./route-parts";

const methods = ["get", "post", "put", "patch", "delete"] as const;
const anything = { "*/*": { schema: { type: "string" as const, format: "binary", description: "As the vendor's own documentation says." } } };
const page = { "text/html": { schema: { type: "string" as const } } };

const proxyParams = z.object({
  connectionId: z.string().openapi({ param: { name: "connectionId", in: "path" }, description: "A connection's id.", example: "con_06ezf3h2gxm4w5t8k1r9v7c0dn" }),
  path: z.string().openapi({ param: { name: "path", in: "path" }, description: "The vendor's path from the host root, slashes included.", example: "v1/charges" }),
});
const proxyHeaders = z.object({
  "x-patchbay-host": z.string().optional().openapi({ description: "Another host of the vendor that the connector allows." }),
});

const graphqlRequest = z
  .object({
    query: z.string().openapi({ description: "The GraphQL document." }),
    variables: z.record(z.string(), z.unknown()).optional().openapi({ description: "Values for the document's variables.", additionalProperties: true }),
    operationName: z.string().optional().openapi({ description: "Which operation to run when the document has several." }),
  })
  .openapi({ example: { query: "{ connections(first: 5) { nodes { id name status connector { name } } pageInfo { endCursor } } }" } });

const graphqlError = z.object({
  message: z.string().openapi({ description: "What happened and what to do next." }),
  path: z.array(z.union([z.string(), z.number()])).optional().openapi({ description: "The field that it is about." }),
  extensions: z.object({
    code: z.string().openapi({ description: "One of the codes that every other answer has too." }),
    details: z.record(z.string(), z.unknown()).openapi({ description: "Facts about the error.", additionalProperties: true }),
    requestId: z.string().openapi({ description: "What to look for in the server's log." }),
  }),
});
const graphqlAnswer = z
  .object({
    data: z.record(z.string(), z.unknown()).nullable().optional().openapi({ description: "In the form of the document.", additionalProperties: true }),
    errors: z.array(graphqlError).optional(),
  })
  .openapi("GraphqlAnswer", { example: { data: { connections: { nodes: [{ id: "con_06ezf3h2gxm4w5t8k1r9v7c0dn", name: "Acme shop", status: "active", connector: { name: "Stripe" } }], pageInfo: { endCursor: null } } } } });
const graphqlRefusal = "The whole request was refused; `errors` says why.";

/** Puts into the document what is not answered by these routes: the gateway's proxy, the vendors' callback and GraphQL. */
export function documentOtherRoutes(rest: OpenAPIHono<RestEnv>): void {
  for (const method of methods) {
    rest.openAPIRegistry.registerPath({
      method,
      path: "/api/proxy/{connectionId}/{path}",
      operationId: `${method}ThroughProxy`,
      tags: ["Proxy"],
      summary: `Send a ${method.toUpperCase()} to the vendor`,
      description: "Calls the vendor's own API with the connection's credential, which you never see. Put the vendor's path after the connection's id, with its query. The vendor's answer is streamed back as it is. An answer that the gateway made itself carries `x-patchbay-error`. A session cookie counts only for requests of this site's own pages.",
      security: forCallers.security,
      request: { params: proxyParams, headers: proxyHeaders, ...(method === "get" ? {} : { body: { content: anything } }) },
      responses: {
        default: { description: "The vendor's answer, whatever its status.", content: anything },
        ...errorAnswers([400, 401, 403, 404, 409, 424, 503, 504]),
      },
    });
  }
  rest.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/oauth2/callback/{provider}",
    operationId: "finishSignIn",
    tags: ["Connect"],
    summary: "Where vendors send browsers back to",
    description: "The address to register in a vendor's OAuth app. It answers with a page that says how the sign-in ended.",
    security: [],
    request: {
      params: z.object({ provider: z.string().openapi({ param: { name: "provider", in: "path" }, description: "The connector's id.", example: "github" }) }),
      query: z.object({
        state: z.string().optional().openapi({ description: "As the sign-in was started with." }),
        code: z.string().optional().openapi({ description: "The vendor's, when the person agreed." }),
        error: z.string().optional().openapi({ description: "The vendor's, when they did not." }),
      }),
    },
    responses: { 200: { description: "How it ended, in words.", content: page } },
  });
  rest.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/graphql",
    operationId: "askGraphql",
    tags: ["GraphQL"],
    summary: "Ask several things at once",
    description: "Connectors, connections and calls, with just the fields that you name. The schema is there to be asked for by introspection. A document may be 8 levels deep, with 15 aliases, 1,000 tokens and 10,000 fields in its answer. One document per request.",
    security: forCallers.security,
    request: { body: jsonBody(graphqlRequest) },
    responses: {
      200: { description: "What was asked for. What could not be answered is null, and `errors` says why.", content: { "application/json": { schema: graphqlAnswer } } },
      ...Object.fromEntries([400, 401, 403, 404, 413, 500, 504].map((status) => [status, { description: graphqlRefusal, content: { "application/json": { schema: graphqlAnswer } } }])),
    },
  });
}
