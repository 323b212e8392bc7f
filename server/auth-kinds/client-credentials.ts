import type { ClientCredentials } from "@/server/catalog/connector";
import { tokenUrl } from "@/server/catalog/endpoints";
import { fillTemplate } from "@/server/catalog/fill-template";
import { Secret } from "@/server/lib/secret";
import { buildClientCredentialsRequest } from "@/server/oauth/protocol";
import { requestToken } from "@/server/oauth/request-token";
import { signIn } from "@/server/oauth/sign-in";
import type { TokenResult } from "@/server/oauth/token-result";
import { acquireToken } from "./acquire-token";
import { defineAuthKind, type Presented } from "./auth-kind";
import { revealFields } from "./credential";
import { placeToken, revealField } from "./place-credential";

/** RFC 6749 §4.4: an id and a secret are exchanged for an access token, again whenever it runs out. Or a vendor's own sign-in. */
export const clientCredentials = defineAuthKind("client_credentials", {
  apply: (head, credential, option) => placeToken(head, option.placement, credential, "access_token"),
  acquire: async (presented) => acquireToken(presented, await exchange(presented), scopesOf(presented.option)),
  renew: (presented) => exchange(presented),
});

const defaultTtlSeconds = 3600;
const idKey = "client_id";
const secretKey = "client_secret";

function exchange({ runtime, connector, option, credential, facts, signal }: Presented<ClientCredentials>): Promise<TokenResult> {
  const url = tokenUrl(connector, option, runtime.env.connectorEndpoints[connector.slug], facts);
  if (option.signIn) return signIn(runtime.egress, { url, signIn: option.signIn, errors: connector.api?.errors }, { ...facts, ...revealFields(credential) }, signal);
  const client = {
    clientAuthentication: option.clientAuthentication,
    tokenUrl: url,
    tokenParams: fillParams(option, credential, facts),
    tokenHeaders: option.tokenHeaders ?? {},
    clientId: revealField(credential, idKey),
    clientSecret: credential[secretKey] ?? new Secret(""),
  };
  return requestToken(runtime.egress, buildClientCredentialsRequest(client, option.scope), { accessTtlSeconds: option.accessTtlSeconds ?? defaultTtlSeconds, ...(option.tokenFacts ? { tokenFacts: option.tokenFacts } : {}) }, signal);
}

/** Auth0's audience holds the tenant, Zoom's account id is a field of the form. */
function fillParams(option: ClientCredentials, credential: Presented<ClientCredentials>["credential"], facts: Presented<ClientCredentials>["facts"]): Record<string, string> {
  const values = { ...facts };
  for (const field of option.fields) if (field.key !== secretKey) values[field.key] = credential[field.key]?.reveal() ?? "";
  return Object.fromEntries(Object.entries(option.tokenParams ?? {}).map(([name, template]) => [name, fillTemplate(template, values)]));
}

const scopesOf = (option: ClientCredentials) => option.scope?.split(" ").filter((scope) => scope !== "") ?? [];
