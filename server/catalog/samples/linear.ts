import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: "POST https://api.linear.app/graphql",
      headers: { ...headers, "content-type": "application/json" },
      json: { query: "query { viewer { id name email } organization { id name urlKey } }" },
      answer: {
        body: {
          data: {
            viewer: { id: "9c1b1a3e-5d0e-4a3c-8f4a-1f0c7f1d2b3a", name: "Ada Lovelace", email: "ada@example.com" },
            organization: { id: "2f5b7e0c-2f0e-4f64-9f0c-0a1b2c3d4e5f", name: "Acme", urlKey: "acme" },
          },
        },
      },
    },
    account: { id: "9c1b1a3e-5d0e-4a3c-8f4a-1f0c7f1d2b3a", label: "ada@example.com" },
    refused: {
      status: 401,
      body: { errors: [{ message: "Authentication required, not authenticated", extensions: { type: "authentication error", code: "AUTHENTICATION_ERROR", statusCode: 401, userError: true, userPresentableMessage: "You need to authenticate to access this operation." } }] },
    },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://linear.app/oauth/authorize", params: { prompt: "consent" }, pkce: true },
    token: {
      call: "POST https://api.linear.app/oauth/token",
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: "lin_oauth_00a21d8b0c4e2375114e49c067dfb81eb0d2076f", token_type: "Bearer", expires_in: 86_399, refresh_token: "lin_refresh_sample", scope: "read write" } },
      reads: { accessToken: "lin_oauth_00a21d8b0c4e2375114e49c067dfb81eb0d2076f", refreshToken: "lin_refresh_sample", expiresInSeconds: 86_399, scopes: ["read", "write"] },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "Invalid authorization code" } },
  },
  // A personal key goes without `Bearer`.
  api_key: way({ authorization: "{api_key}" }),
};
