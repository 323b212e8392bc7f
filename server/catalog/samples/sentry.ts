import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const organization = "https://de.sentry.io/api/0/organizations/acme";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  const account = { id: "acme", label: "acme" };
  return {
    verify: { call: `GET ${organization}/`, headers, answer: { body: { id: "4505281256857600", slug: "acme", name: "Acme Inc.", status: { id: "active", name: "active" }, links: { organizationUrl: "https://acme.sentry.io", regionUrl: "https://de.sentry.io" } } } },
    account: { id: "4505281256857600", label: "Acme Inc." },
    alternatives: [
      { call: `GET ${organization}/projects/?per_page=1`, headers, answer: { body: [{ id: "1", slug: "web", name: "web" }] }, account },
      { call: `GET ${organization}/issues/?limit=1`, headers, answer: { body: [] }, account },
      { call: `GET ${organization}/releases/?per_page=1`, headers, answer: { body: [] }, account },
    ],
    refused: { status: 401, body: { detail: "Invalid token" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://sentry.io/oauth/authorize/", pkce: true },
    token: {
      call: "POST https://sentry.io/oauth/token/",
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: {
        body: {
          access_token: "8923f977fc1a5e0ccb3de6a2ae4ee9a3sample",
          refresh_token: "2f7d4ec4be3e7b4e6a8bb56f5ae9dd2fsample",
          expires_in: 2_591_999,
          expires_at: "2026-12-21T23:20:21.054320Z",
          token_type: "bearer",
          scope: "org:read project:read",
          user: { id: "2", name: "Ada Lovelace", email: "ada@example.com" },
        },
      },
      reads: { accessToken: "8923f977fc1a5e0ccb3de6a2ae4ee9a3sample", refreshToken: "2f7d4ec4be3e7b4e6a8bb56f5ae9dd2fsample", expiresInSeconds: 2_591_999, scopes: ["org:read", "project:read"] },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant" } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
