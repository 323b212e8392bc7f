import type { TokenCall } from "@/server/catalog/connector";
import type { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { buildExchangeRequest } from "./protocol";
import { requestToken } from "./request-token";
import type { ResolvedClient } from "./resolve-oauth-client";
import type { TokenResult } from "./token-result";

/** Exchanges an access token for another one that lasts longer. With it ends what could be renewed. */
export async function exchangeToken(runtime: Runtime, { client, reading }: Pick<ResolvedClient, "client" | "reading">, call: TokenCall, accessToken: Secret): Promise<TokenResult> {
  const result = await requestToken(runtime.egress, buildExchangeRequest(client, call, accessToken), reading);
  return result.kind === "ok" ? { ...result, tokens: { ...result.tokens, refreshExpiresAt: result.tokens.expiresAt } } : result;
}
