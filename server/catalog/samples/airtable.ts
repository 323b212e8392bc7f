import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: { call: "GET https://api.airtable.com/v0/meta/whoami", headers, answer: { body: { id: "usrL2PNC5o3H4lBEi", scopes: ["data.records:read", "data.records:write", "user.email:read"], email: "ada@example.com" } } },
    account: { id: "usrL2PNC5o3H4lBEi", label: "ada@example.com" },
    refused: { status: 401, body: { error: { type: "AUTHENTICATION_REQUIRED", message: "Authentication required" } } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://airtable.com/oauth2/v1/authorize", pkce: true },
    token: {
      call: "POST https://airtable.com/oauth2/v1/token",
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { access_token: "oaaSampleAirtable.v1.access", refresh_token: "oarSampleAirtable.v1.refresh", token_type: "Bearer", scope: "data.records:read data.records:write schema.bases:read", expires_in: 3600, refresh_expires_in: 5184000 } },
      reads: { accessToken: "oaaSampleAirtable.v1.access", refreshToken: "oarSampleAirtable.v1.refresh", expiresInSeconds: 3600, refreshExpiresInSeconds: 5_184_000, scopes: ["data.records:read", "data.records:write", "schema.bases:read"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Invalid client credentials" } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
