import { and, eq, lt, or } from "drizzle-orm";
import { connection, oauthFlow } from "@/db/schema/connections";
import { callbackUrl } from "@/server/catalog/callback-url";
import type { Connector } from "@/server/catalog/connector";
import { oauthUrls } from "@/server/catalog/endpoints";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { parseFields } from "@/server/catalog/validate-fields";
import { hashToken } from "@/server/identity/hash-token";
import { AppError, notFound } from "@/server/lib/errors";
import { isId, newId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { chooseScopes } from "./choose-scopes";
import { findOAuthApp } from "./find-oauth-app";
import { requireOAuthOption } from "./oauth-option";
import { buildAuthorizationUrl, newCodeVerifier, newState } from "./protocol";
import { requireTrustedHost } from "./require-trusted-host";
import type { StartOAuthFlowInput } from "./schema";

const flowLifetimeMs = 10 * 60_000;
const keptForMs = 24 * 60 * 60_000;

export type StartedFlow = { flowId: string; authorizationUrl: string; state: string };

/**
 * Starts one attempt to connect by OAuth. The flow is bound to the sign-in session; one started by an API key gets
 * a page of ours as its address, which binds it to the browser of whoever presses the button there.
 */
export async function startOAuthFlow(ctx: WorkspaceContext, input: StartOAuthFlowInput): Promise<StartedFlow> {
  requirePermission(ctx, "connections:write");
  const { runtime, db, actor } = ctx;
  if (actor.kind === "system") throw new AppError("FORBIDDEN", "Only a person or an API key can start a sign-in.");
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, input.connector);
  const option = requireOAuthOption(connector);
  const previous = input.connectionId === undefined ? null : await findReconnectable(ctx, connector, input.connectionId);
  const known = Object.fromEntries(connector.inputs.flatMap(({ key }) => (previous?.inputs[key] === undefined ? [] : [[key, previous.inputs[key]]])));
  const inputs = parseFields(connector.inputs, { ...known, ...input.inputs });
  const scopes = chooseScopes(option, input.scopes, previous?.scopes);
  const app = await findOAuthApp(runtime, { workspaceId: ctx.workspace.id, slug: connector.slug, option });
  if (!app) throw missingApp(connector);
  await requireTrustedHost(ctx, { connector, option, app, inputs });
  const urls = oauthUrls(connector, option, runtime.env.connectorEndpoints[connector.slug], inputs);
  // An input can lead the token endpoint astray; better said now than after the vendor's page.
  runtime.egress.checkUrl(urls.tokenUrl);

  const flowId = newId("oauthFlow");
  const state = newState();
  const verifier = newCodeVerifier();
  await db.delete(oauthFlow).where(lt(oauthFlow.expiresAt, new Date(Date.now() - keptForMs)));
  await db.insert(oauthFlow).values({
    id: flowId,
    workspaceId: ctx.workspace.id,
    connector: connector.slug,
    stateHash: hashToken(state),
    actorKind: actor.kind,
    actorId: actor.id,
    sessionId: actor.kind === "user" ? actor.sessionId : null,
    connectionId: previous?.id ?? null,
    oauthAppId: app.id,
    inputs,
    scopes,
    verifierSealed: runtime.vault.seal(verifier, { workspaceId: ctx.workspace.id, ownerId: flowId, field: "verifier" }).sealed,
    returnTo: input.returnTo ?? null,
    name: input.name ?? null,
    visibility: input.visibility ?? null,
    status: "pending",
    expiresAt: new Date(Date.now() + flowLifetimeMs),
  });
  if (actor.kind === "api_key") return { flowId, state, authorizationUrl: `${runtime.env.publicUrl}/connect/${state}` };
  const redirectUri = callbackUrl(runtime.env.publicUrl, connector.slug);
  const url = buildAuthorizationUrl({ option, authorizeUrl: urls.authorizeUrl, clientId: app.clientId, redirectUri, state, verifier, scopes });
  return { flowId, state, authorizationUrl: url.href };
}

/** A connection of the same connector, made the same way, that the actor may see. */
async function findReconnectable(ctx: WorkspaceContext, connector: Connector, id: string) {
  const isVisible = or(eq(connection.visibility, "workspace"), eq(connection.createdBy, ctx.actor.id));
  const [row] = isId("connection", id)
    ? await ctx.db.select().from(connection).where(and(eq(connection.id, id), eq(connection.workspaceId, ctx.workspace.id), isVisible)).limit(1)
    : [];
  if (!row) throw notFound("connection");
  if (row.connector !== connector.slug || row.authKind !== "oauth2") {
    throw new AppError("INVALID_REQUEST", `${row.name} was not connected by signing in to ${connector.name}. Reconnect it the way it was connected, or make a new connection.`);
  }
  return row;
}

function missingApp(connector: Connector): AppError {
  return new AppError("CONFLICT", `${connector.name} has no OAuth app here yet. An admin can set one up under Settings, OAuth apps; it takes a few minutes.`, {
    details: { reason: "oauth_app_missing", provider: connector.slug },
  });
}
