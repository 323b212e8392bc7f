import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const cloudId = "11223344-a1b2-3b33-c444-def123456789";
const gateway = `https://api.atlassian.com/ex/confluence/${cloudId}`;
const person = { type: "known", accountId: "99:27935d01-92a7-4687-8272-a9b8d3b2ae2e", accountType: "atlassian", email: "", publicName: "ada", displayName: "Ada Lovelace" };
const spaces = { results: [{ id: "65538", key: "ENG", name: "Engineering", type: "global", status: "current" }], _links: { base: "https://acme.atlassian.net/wiki" } };

function way(origin: string, headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  return {
    verify: { call: `GET ${origin}/wiki/rest/api/user/current`, headers, answer: { body: person } },
    account: { id: person.accountId, label: "ada" },
    alternatives: [{ call: `GET ${origin}/wiki/api/v2/spaces?limit=1`, headers, answer: { body: spaces }, account: { id: null, label: "Engineering" } }],
    refused: { status: 401, body: { code: 401, message: "Unauthorized; scope does not match" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(gateway, bearerToken),
    authorize: { url: "https://auth.atlassian.com/authorize", params: { audience: "api.atlassian.com", prompt: "consent" }, pkce: true },
    token: {
      call: "POST https://auth.atlassian.com/oauth/token",
      headers: { "content-type": "application/json" },
      json: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: "eyJraWQiOiJhdXRoLmF0bGFzc2lhbi5jb20.sample.token", refresh_token: "eyJraWQiOiI1MWE2YjE2MjRlMTQ.sample.refresh", expires_in: 3600, token_type: "Bearer", scope: "offline_access read:confluence-user search:confluence" } },
      reads: { accessToken: "eyJraWQiOiJhdXRoLmF0bGFzc2lhbi5jb20.sample.token", refreshToken: "eyJraWQiOiI1MWE2YjE2MjRlMTQ.sample.refresh", expiresInSeconds: 3600, refreshExpiresInSeconds: 7_776_000, scopes: ["offline_access", "read:confluence-user", "search:confluence"] },
    },
    tokenRefused: { status: 401, body: { error: "access_denied", error_description: "Unauthorized" } },
    lookup: {
      call: "GET https://api.atlassian.com/oauth/token/accessible-resources",
      headers: bearerToken,
      answer: {
        body: [
          { id: "00000000-0000-4000-8000-000000000000", url: "https://other.atlassian.net", name: "other", scopes: ["read:confluence-user"] },
          { id: cloudId, url: "https://acme.atlassian.net", name: "acme", scopes: ["read:confluence-user"], avatarUrl: "https://site-admin-avatar-cdn.prod.public.atl-paas.net/avatars/240/flag.png" },
        ],
      },
    },
    facts: { cloud_id: cloudId },
  },
  // Where a site is open to everyone, a bad token is answered as to a stranger.
  basic: { ...way("https://acme.atlassian.net", { authorization: "Basic {username}:{password}" }), refused: { body: { type: "anonymous", displayName: "Anonymous", operations: null } } },
  api_key: { ...way(gateway, { authorization: "Basic {email}:{api_key}" }), facts: { cloud_id: cloudId } },
};
