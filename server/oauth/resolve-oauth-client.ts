import type { Connector, OAuth2, TokenCall } from "@/server/catalog/connector";
import { type OAuthUrls, oauthUrls, vendorUrl } from "@/server/catalog/endpoints";
import type { Runtime } from "@/server/runtime/runtime";
import { findOAuthAppById } from "./find-oauth-app";
import type { OAuthClient } from "./protocol";
import type { TokenReading } from "./read-token-answer";

export type OAuthOwner = {
  workspaceId: string;
  connector: Connector;
  option: OAuth2;
  /** Of the flow or the connection; null is the environment's. */
  oauthAppId: string | null;
  facts: Readonly<Record<string, string>>;
};

export type ResolvedClient = {
  client: OAuthClient;
  urls: OAuthUrls;
  reading: TokenReading;
  /** With addresses filled. */
  exchange: OAuth2["exchange"];
};

/** All that a request to a connector's token endpoint needs, or null when the OAuth app is no longer there. */
export async function resolveOAuthClient(runtime: Runtime, owner: OAuthOwner): Promise<ResolvedClient | null> {
  const { workspaceId, connector, option, oauthAppId, facts } = owner;
  const app = await findOAuthAppById(runtime, { workspaceId, slug: connector.slug, option, id: oauthAppId });
  if (!app) return null;
  const urls = oauthUrls(connector, option, runtime.env.connectorEndpoints[connector.slug], facts);
  const fill = (call: TokenCall): TokenCall => ({ ...call, url: vendorUrl(connector, call.url, runtime.env.connectorEndpoints[connector.slug], facts) });
  const { exchange } = option;
  return {
    urls,
    exchange: exchange && { ...(exchange.afterCode ? { afterCode: fill(exchange.afterCode) } : {}), renew: fill(exchange.renew) },
    client: oauthClient(option, app, urls.tokenUrl),
    reading: tokenReading(option),
  };
}

/** A registration, and how the vendor's token endpoint wants it presented. */
export function oauthClient({ clientAuthentication, tokenParams, tokenHeaders }: OAuth2, { clientId, clientSecret }: Pick<OAuthClient, "clientId" | "clientSecret">, tokenUrl: string): OAuthClient {
  return { tokenUrl, clientId, clientSecret, clientAuthentication, ...(tokenParams ? { tokenParams } : {}), ...(tokenHeaders ? { tokenHeaders } : {}) };
}

/** How the vendor's token answers are read. */
export function tokenReading({ refresh, readToken, tokenFacts }: OAuth2): TokenReading {
  return { accessTtlSeconds: refresh.accessTtlSeconds, refreshTtlSeconds: refresh.refreshTtlSeconds, ...(readToken ? { readToken } : {}), ...(tokenFacts ? { tokenFacts } : {}) };
}
