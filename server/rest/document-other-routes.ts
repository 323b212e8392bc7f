import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { RestEnv } from "./rest-app";
import { errorAnswers, forCallers } from "./route-parts";

const methods = ["get", "post", "put", "patch", "delete"] as const;
const anything = { "*/*": { schema: { type: "string" as const, format: "binary", description: "As the vendor's own documentation says." } } };
const page = { "text/html": { schema: { type: "string" as const } } };

const proxyParams = z.object({
  connectionId: z.string().openapi({ param: { name: "connectionId", in: "path" }, example: "con_06ezf3h2gxm4w5t8k1r9v7c0dn" }),
  path: z.string().openapi({ param: { name: "path", in: "path" }, description: "The vendor's path from the host root, slashes included.", example: "v1/charges" }),
});
const proxyHeaders = z.object({
  "x-patchbay-host": z.string().optional().openapi({ description: "Another host of the vendor that the connector allows." }),
});

/** Puts into the document what is not answered by these routes: the gateway's proxy and the vendors' callback. */
export function documentOtherRoutes(rest: OpenAPIHono<RestEnv>): void {
  for (const method of methods) {
    rest.openAPIRegistry.registerPath({
      method,
      path: "/api/proxy/{connectionId}/{path}",
      operationId: `${method}ThroughProxy`,
      tags: ["Proxy"],
      summary: "Call the vendor through a connection",
      description: "The vendor's answer is streamed back as it is. An answer that the gateway made itself carries `x-patchbay-error`. A session cookie counts only for requests of this site's own pages.",
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
      query: z.object({ state: z.string().optional(), code: z.string().optional(), error: z.string().optional() }),
    },
    responses: { 200: { description: "How it ended, in words.", content: page } },
  });
}
