import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const host = "https://acme.zendesk.com";
const tokenRefused = { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method." } };

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: { call: `GET ${host}/api/v2/tickets/count`, headers, answer: { body: { count: { refreshed_at: "2026-04-06T02:18:17Z", value: 102 } } } },
    account: { id: "acme", label: "acme.zendesk.com" },
    refused: { status: 401, body: { error: "invalid_token", error_description: "The access token provided is expired, revoked, malformed or invalid for other reasons." } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: `${host}/oauth/authorizations/new`, pkce: true },
    token: {
      call: `POST ${host}/oauth/tokens`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody, expires_in: "86400", refresh_token_expires_in: "7689600" },
      answer: { body: { access_token: "gErypPlm4dOVgGRvA1ZzMH5MQ3nLo8bo", token_type: "bearer", refresh_token: "31048ba4d7c601302f3173f243da835f", scope: "read write", expires_in: 86_400, refresh_token_expires_in: 7_689_600 } },
      reads: { accessToken: "gErypPlm4dOVgGRvA1ZzMH5MQ3nLo8bo", refreshToken: "31048ba4d7c601302f3173f243da835f", expiresInSeconds: 86_400, refreshExpiresInSeconds: 7_689_600, scopes: ["read", "write"] },
    },
    tokenRefused,
  },
  client_credentials: {
    ...way(bearerToken),
    token: {
      call: `POST ${host}/oauth/tokens`,
      form: { grant_type: "client_credentials", ...clientInBody, scope: "read write" },
      answer: { body: { access_token: "AUY1mEOYGyWtMv1mhpRlCp7eSa8PfvOu", token_type: "bearer", scope: "read write", expires_in: 7200 } },
      reads: { accessToken: "AUY1mEOYGyWtMv1mhpRlCp7eSa8PfvOu", expiresInSeconds: 7200, scopes: ["read", "write"] },
    },
    tokenRefused,
  },
  api_key: { ...way({ authorization: "Basic {email}/token:{api_token}" }), refused: { status: 401, body: { error: "Couldn't authenticate you" } } },
};
