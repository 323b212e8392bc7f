import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample } from "./sample";

const headers = { ...bearerToken, "x-datev-client-id": "2dc1ae73bb210ebaa3df04c703ec779d" };
const scope = "openid profile email datev:accounting:clients";

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: "https://login.datev.de/openid/authorize", params: { nonce: "patchbay-reads-no-id-token", enableWindowsSso: "true" }, pkce: true },
    token: {
      call: "POST https://api.datev.de/token",
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { token_type: "Bearer", access_token: "datevSampleAccessToken", refresh_token: "datevSampleRefreshToken", expires_in: 900, scope, id_token: "eyJhbGciOiJSUzI1NiJ9.e30.c2FtcGxl" } },
      reads: { accessToken: "datevSampleAccessToken", refreshToken: "datevSampleRefreshToken", expiresInSeconds: 900, refreshExpiresInSeconds: 39_600, scopes: scope.split(" ") },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "The authorization code is invalid or expired" } },
    verify: { call: "GET https://api.datev.de/userinfo", headers, answer: { body: { sub: "8aaf7cb3-6f59-4b5c-a5a6-1c2b3d4e5f60", account_id: "8aaf7cb3-6f59-4b5c-a5a6-1c2b3d4e5f60", name: "Ada Lovelace", preferred_username: "ada.lovelace", email: "ada@example.com", email_verified: true } } },
    account: { id: "8aaf7cb3-6f59-4b5c-a5a6-1c2b3d4e5f60", label: "Ada Lovelace" },
    alternatives: [
      {
        call: "GET https://accounting-clients.api.datev.de/platform/v2/clients",
        headers,
        answer: { body: [{ client_number: 1, consultant_number: 455148, id: "455148-1", name: "Muster GmbH 1", services: [{ name: "accounting:documents", scopes: ["accounting:documents"] }] }] },
        account: { id: "455148-1", label: "Muster GmbH 1" },
      },
    ],
    facts: { environment: "production", app_client_id: "2dc1ae73bb210ebaa3df04c703ec779d" },
    refused: { status: 401, body: { error: "invalid_token", error_description: "The access token is expired, revoked, malformed or invalid." } },
  },
};
