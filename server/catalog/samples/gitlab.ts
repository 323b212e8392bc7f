import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const origin = "https://gitlab.example.com";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  return {
    verify: { call: `GET ${origin}/api/v4/user`, headers, answer: { body: { id: 42, username: "ada", public_email: "", name: "Ada Lovelace", state: "active", locked: false, web_url: `${origin}/ada`, email: "ada@example.com" } } },
    account: { id: "42", label: "ada" },
    alternatives: [
      {
        call: `GET ${origin}/api/v4/personal_access_tokens/self`,
        headers,
        answer: { body: { id: 4, name: "Patchbay", revoked: false, created_at: "2026-07-23T14:31:47.729Z", scopes: ["read_repository"], user_id: 42, last_used_at: null, active: true, expires_at: "2027-07-23" } },
        account: { id: "42", label: "Patchbay" },
      },
    ],
    refused: { status: 401, body: { message: "401 Unauthorized" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: `${origin}/oauth/authorize`, pkce: true },
    token: {
      call: `POST ${origin}/oauth/token`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: "de6780bc506a0446309bd9362820ba8a", token_type: "Bearer", expires_in: 7200, refresh_token: "8257e65c97202ed1726cf9571600918f", scope: "api read_user", created_at: 1763715600 } },
      reads: { accessToken: "de6780bc506a0446309bd9362820ba8a", refreshToken: "8257e65c97202ed1726cf9571600918f", expiresInSeconds: 7200, scopes: ["api", "read_user"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method." } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
