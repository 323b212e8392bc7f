import { and, eq } from "drizzle-orm";
import { oauthFlow } from "@/db/schema/connections";
import { callbackUrl } from "@/server/catalog/callback-url";
import { hashToken } from "@/server/identity/hash-token";
import { AppError, notFound } from "@/server/lib/errors";
import { randomToken } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { explainEnd, findHostedFlow } from "./get-connect-page";
import { requireOAuthOption } from "./oauth-option";
import { buildAuthorizationUrl } from "./protocol";
import { resolveOAuthClient } from "./resolve-oauth-client";

export type BegunFlow = {
  connectorName: string;
  authorizationUrl: string;
  /** To be kept by the browser, which the flow is bound to from now on. */
  flowCookie: string;
};

/**
 * The visitor pressed the hosted page's button: binds the flow to their browser and says where to go on. A browser
 * keeps one cookie for all its flows, so that two at a time both finish. Throws `FORBIDDEN`, `NOT_FOUND`, `CONFLICT`.
 */
export async function beginHostedFlow(runtime: Runtime, press: { state: string; origin: string | null; flowCookie: string | null }): Promise<BegunFlow> {
  const { env, vault, database } = runtime;
  if (press.origin !== env.publicUrl) throw new AppError("FORBIDDEN", "This can be started only from the page itself. Open the link again and press the button there.");
  const hosted = await findHostedFlow(runtime, press.state);
  if (!hosted) throw notFound("link");
  const { flow, connector } = hosted;
  const ended = explainEnd(flow, connector);
  if (ended !== null) throw new AppError("CONFLICT", ended);
  const option = requireOAuthOption(connector);
  const resolved = await resolveOAuthClient(runtime, { workspaceId: flow.workspaceId, connector, option, oauthAppId: flow.oauthAppId, facts: flow.inputs });
  if (!resolved) throw new AppError("CONFLICT", `The OAuth app for ${connector.name} was removed meanwhile. Ask for a new link where you got this one.`);

  const flowCookie = press.flowCookie !== null && /^[\w-]{43}$/.test(press.flowCookie) ? press.flowCookie : randomToken();
  const bound = await database.db
    .update(oauthFlow)
    .set({ browserHash: hashToken(flowCookie) })
    .where(and(eq(oauthFlow.id, flow.id), eq(oauthFlow.status, "pending")))
    .returning({ id: oauthFlow.id });
  if (bound.length === 0) throw new AppError("CONFLICT", "This link is being used right now.");
  const url = buildAuthorizationUrl({
    option,
    authorizeUrl: resolved.urls.authorizeUrl,
    clientId: resolved.client.clientId,
    redirectUri: callbackUrl(env.publicUrl, connector.slug),
    state: press.state,
    verifier: vault.open(flow.verifierSealed, { workspaceId: flow.workspaceId, ownerId: flow.id, field: "verifier" }),
    scopes: flow.scopes,
  });
  return { connectorName: connector.name, authorizationUrl: url.href, flowCookie };
}
