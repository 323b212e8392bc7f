import { randomInt } from "node:crypto";
import { recordAudit } from "@/server/audit/record-audit";
import { callbackUrl } from "@/server/catalog/callback-url";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { tokenUrl } from "@/server/catalog/endpoints";
import { getConnector } from "@/server/catalog/registry";
import { parseFields } from "@/server/catalog/validate-fields";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { requireInstanceOwner } from "@/server/workspaces/instance-owner";
import { explainVerdict } from "./explain-verdict";
import { findOAuthApp, type OAuthApp } from "./find-oauth-app";
import { type ClientAnswer, type ClientVerdict, judgeClient, needsControl } from "./judge-client";
import { requireOAuthOption } from "./oauth-option";
import { buildCodeRequest, newCodeVerifier, newState, type OAuthClient } from "./protocol";
import { readTokenAnswer } from "./read-token-answer";
import { sendOAuthRequest } from "./request-token";
import { oauthClient, tokenReading } from "./resolve-oauth-client";
import type { TestOAuthAppInput } from "./schema";
import { takeTurn } from "./take-turn";
import { isTokenHostOpen, tokenInputs } from "./token-inputs";

export type OAuthAppTest = {
  connector: string;
  /** Which registration was tested: the one that new connections are made with. */
  source: OAuthApp["source"];
  verdict: ClientVerdict;
  /** What it means and what to do. */
  message: string;
  /** The vendor's own words, without our secret; null when it did not answer. */
  detail: string | null;
};

/**
 * Asks a vendor's token endpoint to exchange a code that cannot be right, which tells whether it knows our client ID
 * and takes the secret, without a person. Where the answer leaves it open, the same is asked with a wrong secret for
 * comparison. Throws `NOT_FOUND` when there is no app, `INVALID_REQUEST` for a bad input, `RATE_LIMIT_EXCEEDED`.
 */
export async function testOAuthApp(ctx: WorkspaceContext, input: TestOAuthAppInput): Promise<OAuthAppTest> {
  requirePermission(ctx, "admin");
  const { runtime } = ctx;
  const connector = getConnector(input.connector);
  const option = requireOAuthOption(connector);
  const app = await findOAuthApp(runtime, { workspaceId: ctx.workspace.id, slug: connector.slug, option });
  if (!app) throw new AppError("NOT_FOUND", `There is no OAuth app for ${connector.name} to test yet. Save one first.`);
  const endpoints = runtime.env.connectorEndpoints[connector.slug];
  const fields = tokenInputs(connector, option, endpoints);
  // Where the caller names a part of the address, a secret that is not the workspace's own could be led astray.
  if (app.source !== "workspace" && isTokenHostOpen(connector, option, endpoints)) await requireInstanceOwner(ctx);
  const address = tokenUrl(connector, option, endpoints, parseFields(fields, input.inputs ?? {}));
  takeTurn(runtime, { what: "oauth_app.test", who: ctx.workspace.id, most: 10, withinSeconds: 60 });
  const { verdict, said } = await askVendor(runtime, { connector, option, client: oauthClient(option, app, address) });
  await ctx.db.transaction((tx) =>
    recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "oauth_app.test", target: app.id ?? connector.slug, data: { connector: connector.slug, source: app.source, result: verdict, requestId: ctx.request.id } }),
  );
  const { result } = said;
  const detail = result.kind === "ok" ? null : result.detail.replaceAll(app.clientSecret.reveal(), "[secret]");
  return { connector: connector.slug, source: app.source, verdict, detail, message: explainVerdict(verdict, said, { vendor: connector.name, callbackUrl: callbackUrl(runtime.env.publicUrl, connector.slug) }) };
}

type Question = { connector: Connector; option: OAuth2; client: OAuthClient };

async function askVendor(runtime: Runtime, question: Question): Promise<{ verdict: ClientVerdict; said: ClientAnswer }> {
  const said = await askWith(runtime, question, question.client.clientSecret);
  const control = needsControl(said) ? await askWith(runtime, question, wrongSecret(question.client.clientSecret)) : null;
  return { verdict: judgeClient(said, control), said };
}

async function askWith(runtime: Runtime, { connector, option, client }: Question, clientSecret: Secret): Promise<ClientAnswer> {
  const request = buildCodeRequest(
    { ...client, clientSecret },
    { code: `patchbay-test-${newState()}`, redirectUri: callbackUrl(runtime.env.publicUrl, connector.slug), verifier: option.pkce === "S256" ? newCodeVerifier() : null },
  );
  const answer = await sendOAuthRequest(runtime.egress, request);
  if ("kind" in answer) return { result: answer, isBare401: false };
  const result = readTokenAnswer(answer, tokenReading(option));
  return { result, isBare401: answer.status === 401 && result.kind === "rejected" && !answer.text.includes(result.code) };
}

const letters = { lower: "abcdefghijklmnopqrstuvwxyz", upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", digit: "0123456789" };

/** Another secret of the same shape: a vendor that looks at the shape first must not tell the two apart by it. */
function wrongSecret(secret: Secret): Secret {
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const text = secret.reveal().replace(/[a-z]/g, () => pick(letters.lower)).replace(/[A-Z]/g, () => pick(letters.upper)).replace(/[0-9]/g, () => pick(letters.digit));
  return new Secret(text === secret.reveal() ? `${text}x` : text);
}
