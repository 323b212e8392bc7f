import type { OpenAPIHono } from "@hono/zod-openapi";
import packageFile from "@/package.json";
import type { Env } from "@/server/lib/env";
import { describeErrorCodes } from "./error-codes";
import type { RestEnv } from "./rest-app";

const tags = [
  { name: "Catalog", description: "What can be connected, and what it asks for. A connector is called *mcp* in these addresses." },
  { name: "Connect", description: "Ways to connect an account. Which one a connector takes is in its `authKinds`; the values to post are in its `inputs` and `fields`." },
  { name: "Connections", description: "The connected accounts of a workspace: how they fare, and what to do when one does not work." },
  { name: "Proxy", description: "The vendor's own API, called through a connection: Patchbay adds the credential." },
  { name: "GraphQL", description: "The same facts in one request, for dashboards and scripts that want just a few fields." },
  { name: "Health", description: "For load balancers and monitors. No key is needed." },
  { name: "Document", description: "This document." },
];

/** The OpenAPI document: the routes' own schemas, and where and how this installation is called. */
export function describeApi(rest: OpenAPIHono<RestEnv>, { publicUrl }: Env) {
  const document = rest.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Patchbay",
      version: packageFile.version,
      description: "Connect an account once, use it over HTTP. Every answer carries `success`; a refusal says in `error` what happened and what to do next. Lists answer a `nextCursor`: send it as `cursor` for the next page. Times are ISO 8601 in UTC. `x-error-codes` explains every code once.",
      license: { name: packageFile.license },
    },
    servers: [{ url: publicUrl }],
    tags,
  });
  // Browsers keep a cookie with the prefix over https only.
  const cookie = `${publicUrl.startsWith("https:") ? "__Secure-" : ""}patchbay.session_token`;
  return {
    ...document,
    "x-error-codes": describeErrorCodes(),
    components: {
      ...document.components,
      securitySchemes: {
        apiKey: { type: "http" as const, scheme: "bearer", description: "A workspace's API key, from Settings, API keys." },
        session: {
          type: "apiKey" as const,
          in: "cookie" as const,
          name: cookie,
          description: `The cookie of a sign-in. It acts in the person's only or last used workspace, or in the one that the header X-Workspace names. Requests that change something need the Origin ${publicUrl}.`,
        },
      },
    },
  };
}
