import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample } from "./sample";

const tenantId = "70784a63-d24b-46a9-a4db-0e70a274b056";
const connections = {
  body: [
    { id: "e1eede29-f875-4a5d-8470-17f6a29a88b1", authEventId: "d99ecdfe-391d-43d2-b834-17636ba90e8d", tenantId, tenantType: "ORGANISATION", tenantName: "Maple Florist", createdDateUtc: "2026-07-09T23:40:30.1833130", updatedDateUtc: "2026-07-09T23:40:30.1833130" },
    { id: "32587c85-a9b3-4306-ac30-b416e8f2c841", authEventId: "d99ecdfe-391d-43d2-b834-17636ba90e8d", tenantId: "e0da6937-de07-4a14-adee-37abfac298ce", tenantType: "ORGANISATION", tenantName: "Adam Demo Company (NZ)", createdDateUtc: "2026-03-23T02:24:22.2328510", updatedDateUtc: "2026-05-13T09:43:40.7689720" },
  ],
};
const call = "GET https://api.xero.com/connections";
const accept = { accept: "application/json" };
const refused = { status: 401, body: { Type: null, Title: "Unauthorized", Status: 401, Detail: "AuthenticationUnsuccessful", Instance: "6f8ef7b4-4c1c-4b1e-9a0b-0f6d3c1b2a59", Extensions: {} } };
const tokenRefused = { status: 400, body: { error: "invalid_client" } };

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: "https://login.xero.com/identity/connect/authorize", pkce: true },
    token: {
      call: "POST https://identity.xero.com/connect/token",
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { id_token: "eyJhbGciOiJSUzI1NiIs.sample.id", access_token: "eyJhbGciOiJSUzI1NiIs.sample.token", expires_in: 1800, token_type: "Bearer", refresh_token: "be62af08c5a2sample", scope: "accounting.contacts offline_access" } },
      reads: { accessToken: "eyJhbGciOiJSUzI1NiIs.sample.token", refreshToken: "be62af08c5a2sample", expiresInSeconds: 1800, refreshExpiresInSeconds: 5_184_000, scopes: ["accounting.contacts", "offline_access"] },
    },
    tokenRefused,
    lookup: { call, headers: { ...bearerToken, ...accept }, answer: connections },
    verify: { call, headers: { ...bearerToken, ...accept, "xero-tenant-id": tenantId }, answer: connections },
    account: { id: tenantId, label: "Maple Florist" },
    facts: { tenant_id: tenantId },
    refused,
  },
  client_credentials: {
    token: {
      call: "POST https://identity.xero.com/connect/token",
      headers: clientAsBasic,
      form: { grant_type: "client_credentials" },
      answer: { body: { access_token: "eyJhbGciOiJSUzI1NiIs.sample.custom", expires_in: 1800, token_type: "Bearer", scope: "accounting.contacts accounting.invoices" } },
      reads: { accessToken: "eyJhbGciOiJSUzI1NiIs.sample.custom", expiresInSeconds: 1800, scopes: ["accounting.contacts", "accounting.invoices"] },
    },
    tokenRefused,
    verify: { call, headers: { ...bearerToken, ...accept }, answer: connections },
    account: { id: tenantId, label: "Maple Florist" },
    refused,
  },
};
