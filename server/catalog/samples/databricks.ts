import { bearerToken, clientAsBasic, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const host = "dbc-a1b2345c-d6e7.cloud.databricks.com";
const accessToken = "eyJraWQiOiJzYW1wbGUiLCJhbGciOiJSUzI1NiJ9.databricks.c2FtcGxl";
const account = { id: host, label: host };

function way(headers: Record<string, string>): Omit<WaySample, "token"> {
  return {
    verify: {
      call: `GET https://${host}/api/2.0/preview/scim/v2/Me`,
      headers,
      answer: { body: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], id: "6765431265432187", userName: "ada@example.com", displayName: "Ada Lovelace", emails: [{ type: "work", value: "ada@example.com", primary: true }], active: true } },
    },
    account: { id: "6765431265432187", label: "ada@example.com" },
    alternatives: [
      { call: `GET https://${host}/api/2.0/sql/warehouses`, headers, answer: { body: { warehouses: [{ id: "7f2629a529869126", name: "Starter Warehouse", state: "STOPPED" }] } }, account },
      { call: `GET https://${host}/api/2.2/jobs/list?limit=1`, headers, answer: { body: { has_more: false } }, account },
    ],
    refused: { status: 401, body: { error_code: 401, message: "Credential was not sent or was of an unsupported type for this API." } },
  };
}

export const sample: ConnectorSample = {
  client_credentials: {
    ...way(bearerToken),
    token: {
      call: `POST https://${host}/oidc/v1/token`,
      headers: clientAsBasic,
      form: { grant_type: "client_credentials", scope: "all-apis" },
      answer: { body: { access_token: accessToken, scope: "all-apis", token_type: "Bearer", expires_in: 3600 } },
      reads: { accessToken, expiresInSeconds: 3600, scopes: ["all-apis"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_id: "3e7d2a14-0000-4000-8000-000000000000", error_description: "Client authentication failed" } },
  },
  oauth2: {
    ...way(bearerToken),
    authorize: { url: `https://${host}/oidc/v1/authorize`, pkce: true },
    token: {
      call: `POST https://${host}/oidc/v1/token`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: accessToken, refresh_token: "doauSampleDatabricksRefresh", scope: "all-apis offline_access", token_type: "Bearer", expires_in: 3600 } },
      reads: { accessToken, refreshToken: "doauSampleDatabricksRefresh", expiresInSeconds: 3600, scopes: ["all-apis", "offline_access"] },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "The authorization code is invalid or has expired." } },
  },
  bearer: { ...way({ authorization: "Bearer {token}" }), refused: { status: 403, body: { error_code: 403, message: "Invalid access token." } } },
};
