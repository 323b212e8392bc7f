import type { Json } from "../operation";
import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const teamId = "9f8d4c1e-1f6a-4b5e-8b1a-0d3c2b1a0f9e";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  const asked = (path: string, body: Json) => ({ call: `GET https://api.digitalocean.com/v2/${path}`, headers, answer: { body } });
  const account = { id: null, label: null };
  return {
    verify: asked("account", { account: { droplet_limit: 25, floating_ip_limit: 5, email: "ada@example.com", name: "Ada Lovelace", uuid: "b6fr89dbf6d9156cace5f3c78dc9851d957381ef", email_verified: true, status: "active", team: { uuid: teamId, name: "Acme" } } }),
    account: { id: teamId, label: "Acme" },
    alternatives: [
      { ...asked("droplets?per_page=1", { droplets: [], links: {}, meta: { total: 0 } }), account },
      { ...asked("apps?per_page=1", { apps: [], links: {}, meta: { total: 0 } }), account },
      { ...asked("domains?per_page=1", { domains: [], links: {}, meta: { total: 0 } }), account },
    ],
    refused: { status: 401, body: { id: "Unauthorized", message: "Unable to authenticate you" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://cloud.digitalocean.com/v1/oauth/authorize", pkce: true },
    token: {
      call: "POST https://cloud.digitalocean.com/v1/oauth/token",
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: "doo_v1_sampleaccess", bearer: "doo_v1_sampleaccess", token_type: "bearer", expires_in: 2592000, refresh_token: "dor_v1_samplerefresh", scope: "read write", info: { name: "Ada Lovelace", email: "ada@example.com", uuid: "b6fr89dbf6d9156cace5f3c78dc9851d957381ef", team_uuid: teamId, team_name: "Acme" } } },
      reads: { accessToken: "doo_v1_sampleaccess", refreshToken: "dor_v1_samplerefresh", expiresInSeconds: 2_592_000, scopes: ["read", "write"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method." } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
