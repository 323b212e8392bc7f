import { authKind } from "@/server/auth-kinds/registry";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import type { AuthOption, Connector } from "@/server/catalog/connector";
import { exchangeToken } from "@/server/oauth/exchange-token";
import { buildRefreshRequest } from "@/server/oauth/protocol";
import { requestToken } from "@/server/oauth/request-token";
import { resolveOAuthClient } from "@/server/oauth/resolve-oauth-client";
import type { TokenResult } from "@/server/oauth/token-result";
import type { Runtime } from "@/server/runtime/runtime";
import type { ConnectionRow } from "./connection-cache";

export type RenewTarget = { row: ConnectionRow; connector: Connector; option: AuthOption };

/** `no_refresh_token`: the vendor gave none; `no_app`: the OAuth app that got it was removed. */
export type RenewResult = TokenResult | { kind: "no_refresh_token" } | { kind: "no_app" };

/** Whether this credential's access token can be had anew without the person. */
export function canRenew(option: AuthOption, credential: CredentialFields): boolean {
  if (option.kind === "oauth2") return option.exchange !== undefined || credential["refresh_token"] !== undefined;
  return authKind(option.kind).renew !== undefined;
}

/** Whether a connection of this kind has a token that can run out. */
export function isRenewable(option: AuthOption): boolean {
  return option.kind === "oauth2" || authKind(option.kind).renew !== undefined;
}

/** Asks the vendor for a new access token, the way the auth kind does it. Stores nothing. */
export async function renewToken(runtime: Runtime, { row, connector, option }: RenewTarget, credential: CredentialFields): Promise<RenewResult> {
  if (option.kind !== "oauth2") {
    const renewed = await authKind(option.kind).renew?.({ runtime, connector, option, credential, facts: row.inputs });
    return renewed ?? { kind: "no_refresh_token" };
  }
  if (!canRenew(option, credential)) return { kind: "no_refresh_token" };
  const resolved = await resolveOAuthClient(runtime, { workspaceId: row.workspaceId, connector, option, oauthAppId: row.oauthAppId, facts: row.inputs });
  if (!resolved) return { kind: "no_app" };
  const { access_token: accessToken, refresh_token: refreshToken } = credential;
  if (resolved.exchange && accessToken) return exchangeToken(runtime, resolved, resolved.exchange.renew, accessToken);
  if (!refreshToken) return { kind: "no_refresh_token" };
  return requestToken(runtime.egress, buildRefreshRequest(resolved.client, refreshToken), resolved.reading);
}
