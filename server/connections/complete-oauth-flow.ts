import { and, eq } from "drizzle-orm";
import { connection, oauthFlow } from "@/db/schema/connections";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import { callbackUrl } from "@/server/catalog/callback-url";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { findConnector } from "@/server/catalog/registry";
import { connectorFor, requireConnector } from "@/server/custom-connectors/connector-for";
import { AppError, isAppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";
import { printable } from "@/server/lib/printable";
import { missingScopes } from "@/server/oauth/choose-scopes";
import { type CallbackBrowser, claimOAuthFlow } from "@/server/oauth/claim-oauth-flow";
import { explainExchangeFailure } from "@/server/oauth/explain-failure";
import { enterFlowWorkspace, type FlowRow } from "@/server/oauth/flow-actor";
import { requireOAuthOption } from "@/server/oauth/oauth-option";
import { buildCodeRequest } from "@/server/oauth/protocol";
import { exchangeToken } from "@/server/oauth/exchange-token";
import { readCallback } from "@/server/oauth/read-callback";
import { requestToken } from "@/server/oauth/request-token";
import { type ResolvedClient, resolveOAuthClient } from "@/server/oauth/resolve-oauth-client";
import type { Tokens } from "@/server/oauth/token-result";
import type { Runtime } from "@/server/runtime/runtime";
import type { WorkspaceContext } from "@/server/workspaces/context";
import type { VerifiedAccount } from "./credential-check";
import { lookUpFacts } from "./look-up-facts";
import { hasOtherAccount, saveConnection } from "./save-connection";
import { verifyCredential } from "./verify-credential";

export type OAuthCallback = {
  /** The last part of the path that the vendor sent the browser to. */
  provider: string;
  query: URLSearchParams;
  browser: CallbackBrowser;
  ipAddress: string | null;
  userAgent: string | null;
};

/** How a callback ended, for the page that tells the person. Nothing in it is secret. */
export type OAuthOutcome = {
  /** Null when the callback named no flow of this browser. */
  flowId: string | null;
  status: "connected" | "failed";
  connectorName: string | null;
  message: string;
  /** Where a full-page flow goes back to; null for a popup and for the hosted page. */
  returnTo: string | null;
  isHosted: boolean;
};

/**
 * Finishes a sign-in: checks who came back and from where, exchanges the code, proves the token by a real call, and
 * stores the connection. Never throws; whatever goes wrong ends the flow with a sentence, and nothing is stored.
 */
export async function completeOAuthFlow(runtime: Runtime, callback: OAuthCallback): Promise<OAuthOutcome> {
  const claim = await claimOAuthFlow(runtime, callback.query.get("state"), callback.browser);
  if (claim.kind === "refused") {
    return { flowId: null, status: "failed", connectorName: findConnector(callback.provider)?.name ?? null, message: claim.message, returnTo: null, isHosted: false };
  }
  const { flow } = claim;
  const told = { flowId: flow.id, connectorName: (await connectorFor(runtime, flow.workspaceId, flow.connector))?.name ?? null, returnTo: flow.returnTo, isHosted: flow.actorKind === "api_key" };
  const connected = await connect(runtime, flow, callback).catch((error: unknown) => explain(runtime, flow, error));
  if ("detail" in connected) {
    const { message, detail } = connected;
    await endFlow(runtime, flow, { status: "failed", failure: printable(message), failureDetail: printable(detail) });
    return { ...told, status: "failed", message };
  }
  const { connectionId, account, note } = connected;
  await endFlow(runtime, flow, { status: "connected", resultConnectionId: connectionId, failure: note });
  const said = account === null ? `${told.connectorName} is connected.` : `${told.connectorName} is connected as ${account}.`;
  return { ...told, status: "connected", message: note === null ? said : `${said} ${note}` };
}

type Connected = { connectionId: string; account: string | null; note: string | null };

async function connect(runtime: Runtime, flow: FlowRow, callback: OAuthCallback): Promise<Connected> {
  // RFC 9700 §4.4: one address per vendor, so that no vendor's answer can stand in for another's.
  if (callback.provider !== flow.connector) throw refuse("The answer came back at the address of another connector. For your safety nothing was connected. Start again.", `came back to ${callback.provider.slice(0, 80)}`);
  const connector = await requireConnector(runtime, flow.workspaceId, flow.connector);
  const option = requireOAuthOption(connector);
  const ctx = await enterFlowWorkspace(runtime, flow, { id: newId("request"), ipAddress: callback.ipAddress, userAgent: callback.userAgent });
  if (!ctx?.permissions.has("connections:write")) throw refuse("Whoever started this sign-in may no longer connect accounts in this workspace. Nothing was connected.", "the permission is gone");
  const resolved = await resolveOAuthClient(runtime, { workspaceId: flow.workspaceId, connector, option, oauthAppId: flow.oauthAppId, facts: flow.inputs });
  if (!resolved) throw refuse(`The OAuth app for ${connector.name} was removed meanwhile. Nothing was connected. Start again.`, "the OAuth app is gone");

  const { publicUrl, connectorEndpoints } = runtime.env;
  // An emulator or a self-managed host in the vendor's place does not carry the vendor's name.
  const issuer = connectorEndpoints[connector.slug]?.authorizeUrl === undefined ? option.issuer : undefined;
  const answer = readCallback({ connector, option, publicUrl, issuer, clientSecret: resolved.client.clientSecret, inputs: flow.inputs }, callback.query);
  const tokens = await exchange(runtime, flow, resolved, { connector, option, code: answer.code });
  const told = { ...flow.inputs, ...answer.facts, ...tokens.facts };
  const credential: CredentialFields = { access_token: tokens.accessToken, ...(tokens.refreshToken ? { refresh_token: tokens.refreshToken } : {}) };
  const facts = { ...told, ...(await lookUpFacts(runtime, { connector, option, credential, facts: told })) };
  const account = await verifyCredential(runtime, { connector, option, credential, facts });
  if (flow.connectionId !== null) await requireSameAccount(ctx, flow.connectionId, account, connector);
  const scopes = tokens.scopes ?? flow.scopes;
  const row = await saveConnection(ctx, {
    connector,
    option,
    credential,
    account,
    facts,
    scopes,
    tokenExpiresAt: tokens.expiresAt,
    refreshExpiresAt: tokens.refreshExpiresAt,
    oauthAppId: flow.oauthAppId,
    name: flow.name ?? undefined,
    visibility: flow.visibility ?? undefined,
    connectionId: flow.connectionId ?? undefined,
  });
  const missing = missingScopes(option, scopes);
  // The token works, as the call above showed; what it cannot do is said rather than thrown away.
  const note = missing.length === 0 ? null : `${connector.name} did not grant everything that was asked for: ${missing.join("; ")}. Reconnect and allow it there if calls are refused.`;
  return { connectionId: row.id, account: account.accountLabel, note };
}

async function exchange(runtime: Runtime, flow: FlowRow, resolved: ResolvedClient, asked: { connector: Connector; option: OAuth2; code: string }): Promise<Tokens> {
  const { connector, option, code } = asked;
  const redirectUri = callbackUrl(runtime.env.publicUrl, connector.slug);
  const verifier = option.pkce === "none" ? null : runtime.vault.open(flow.verifierSealed, { workspaceId: flow.workspaceId, ownerId: flow.id, field: "verifier" });
  const { client, reading, exchange: own } = resolved;
  const first = await requestToken(runtime.egress, buildCodeRequest(client, { code, redirectUri, verifier }), reading);
  const result = first.kind === "ok" && own?.afterCode ? await exchangeToken(runtime, resolved, own.afterCode, first.tokens.accessToken) : first;
  if (result.kind === "ok") return first.kind === "ok" ? { ...result.tokens, scopes: result.tokens.scopes ?? first.tokens.scopes, facts: { ...first.tokens.facts, ...result.tokens.facts } } : result.tokens;
  throw refuse(explainExchangeFailure(result, { vendor: connector.name, callbackUrl: redirectUri }), result.detail);
}

/** Browsers are often signed in at the vendor as someone else; what depends on a connection must not change hands by that. */
async function requireSameAccount(ctx: WorkspaceContext, connectionId: string, account: VerifiedAccount, connector: Connector): Promise<void> {
  const [before] = await ctx.db
    .select()
    .from(connection)
    .where(and(eq(connection.id, connectionId), eq(connection.workspaceId, ctx.workspace.id)));
  if (!before || !hasOtherAccount(before, account)) return;
  const mine = before.accountLabel ?? before.accountId ?? "another account";
  const theirs = account.accountLabel ?? account.accountId ?? "another account";
  throw refuse(`You signed in to ${connector.name} as ${theirs}, but this connection belongs to ${mine}. Sign in there as ${mine} and reconnect, or connect ${theirs} as a new connection.`, "another account");
}

function explain(runtime: Runtime, flow: FlowRow, error: unknown): { message: string; detail: string } {
  const facts = { flowId: flow.id, connector: flow.connector };
  if (isAppError(error) && error.code !== "INTERNAL") {
    runtime.log.info({ ...facts, code: error.publicCode, detail: error.detail }, "A sign-in did not end in a connection.");
    return { message: error.message, detail: error.detail ?? error.publicCode };
  }
  runtime.log.error({ ...facts, err: error }, "A sign-in failed.");
  return { message: "Something went wrong inside Patchbay, and nothing was connected. Try again; the log of the server has the details.", detail: "an error of Patchbay's own; see the log" };
}

/** Only the owner of the exchange writes its end. Should that fail, the flow counts as lost once its time is up. */
async function endFlow(runtime: Runtime, flow: FlowRow, end: Partial<typeof oauthFlow.$inferInsert>): Promise<void> {
  await runtime.database.db
    .update(oauthFlow)
    .set(end)
    .where(and(eq(oauthFlow.id, flow.id), eq(oauthFlow.status, "exchanging")))
    .catch((error: unknown) => runtime.log.error({ err: error, flowId: flow.id }, "How a sign-in ended could not be written."));
}

function refuse(message: string, detail: string): AppError {
  return new AppError("INVALID_REQUEST", message, { detail });
}
