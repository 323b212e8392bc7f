import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: "GET https://app.asana.com/api/1.0/users/me",
      headers,
      answer: { body: { data: { gid: "1201234567890123", email: "ada@example.com", name: "Ada Lovelace", photo: null, resource_type: "user", workspaces: [{ gid: "1201234567890999", name: "Acme", resource_type: "workspace" }] } } },
    },
    account: { id: "1201234567890123", label: "ada@example.com" },
    refused: { status: 401, body: { errors: [{ message: "Not Authorized", help: "For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors" }] } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://app.asana.com/-/oauth_authorize", pkce: true },
    token: {
      call: "POST https://app.asana.com/-/oauth_token",
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      // `data` is the person; no scopes are told.
      answer: { body: { access_token: "eyJhbGciOiJIUzI1NiJ9.asana.c2FtcGxl", expires_in: 3600, token_type: "bearer", refresh_token: "2/1201234567890123/1201:samplerefresh", data: { id: 1201234567890123, gid: "1201234567890123", name: "Ada Lovelace", email: "ada@example.com" } } },
      reads: { accessToken: "eyJhbGciOiJIUzI1NiJ9.asana.c2FtcGxl", refreshToken: "2/1201234567890123/1201:samplerefresh", expiresInSeconds: 3600, scopes: null },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "The `code` provided was invalid." } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
