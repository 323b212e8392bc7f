import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const cloudId = "11223344-a1b2-3b33-c444-def123456789";
const gateway = `https://api.atlassian.com/ex/jira/${cloudId}`;
const person = {
  self: "https://acme.atlassian.net/rest/api/3/user?accountId=5b10a2844c20165700ede21g",
  accountId: "5b10a2844c20165700ede21g",
  accountType: "atlassian",
  emailAddress: "ada@example.com",
  displayName: "Ada Lovelace",
  active: true,
  timeZone: "Europe/London",
};

function way(origin: string, headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: { call: `GET ${origin}/rest/api/3/myself`, headers, answer: { body: person } },
    account: { id: "5b10a2844c20165700ede21g", label: "ada@example.com" },
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
      answer: { body: { access_token: "eyJraWQiOiJhdXRoLmF0bGFzc2lhbi5jb20.sample.token", refresh_token: "eyJraWQiOiI1MWE2YjE2MjRlMTQ.sample.refresh", expires_in: 3600, token_type: "Bearer", scope: "read:jira-work offline_access read:jira-user" } },
      reads: { accessToken: "eyJraWQiOiJhdXRoLmF0bGFzc2lhbi5jb20.sample.token", refreshToken: "eyJraWQiOiI1MWE2YjE2MjRlMTQ.sample.refresh", expiresInSeconds: 3600, refreshExpiresInSeconds: 7_776_000, scopes: ["read:jira-work", "offline_access", "read:jira-user"] },
    },
    tokenRefused: { status: 403, body: { error: "invalid_grant", error_description: "Invalid authorization code" } },
    lookup: {
      call: "GET https://api.atlassian.com/oauth/token/accessible-resources",
      headers: bearerToken,
      answer: {
        body: [
          { id: "00000000-0000-4000-8000-000000000000", url: "https://other.atlassian.net", name: "other", scopes: ["read:jira-work"] },
          { id: cloudId, url: "https://acme.atlassian.net", name: "acme", scopes: ["read:jira-work"] },
        ],
      },
    },
    facts: { cloud_id: cloudId },
  },
  basic: {
    ...way("https://acme.atlassian.net", { authorization: "Basic {username}:{password}" }),
    refused: { status: 401, body: { message: "Client must be authenticated to access this resource.", "status-code": 401 } },
  },
  api_key: { ...way(gateway, { authorization: "Basic {email}:{api_key}" }), facts: { cloud_id: cloudId } },
};
