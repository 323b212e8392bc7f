import { bearerToken, clientInBody, type ConnectorSample } from "./sample";

const headers = { ...bearerToken, accept: "application/json", "x-personio-app-id": "PATCHBAY" };
const unknown = { id: null, label: null };

export const sample: ConnectorSample = {
  client_credentials: {
    token: {
      call: "POST https://api.personio.de/v2/auth/token",
      form: { grant_type: "client_credentials", ...clientInBody },
      answer: { body: { access_token: "papi-sample.access.token", token_type: "Bearer", expires_in: 86_400, scope: "personio:persons:read personio:absences:read" } },
      reads: { accessToken: "papi-sample.access.token", expiresInSeconds: 86_400, scopes: ["personio:persons:read", "personio:absences:read"] },
    },
    tokenRefused: { status: 403, body: { error: "invalid_client", error_description: "Invalid client credentials" } },
    verify: {
      call: "GET https://api.personio.de/v2/legal-entities",
      headers,
      answer: { body: { _data: [{ id: "1", status: "ACTIVE", name: "Acme GmbH", country: "DE" }], _meta: { links: { self: { href: "https://api.personio.de/v2/legal-entities" } } } } },
    },
    account: { id: null, label: "Acme GmbH" },
    alternatives: [
      { call: "GET https://api.personio.de/v2/persons?limit=1", headers, answer: { body: { _data: [{ id: "123", first_name: "Ada" }], _meta: {} } }, account: unknown },
      { call: "GET https://api.personio.de/v2/absence-types", headers, answer: { body: { _data: [], _meta: {} } }, account: unknown },
      { call: "GET https://api.personio.de/v2/recruiting/jobs?limit=1", headers, answer: { body: { _data: [], _meta: {} } }, account: unknown },
    ],
    refused: { status: 401, body: { personio_trace_id: "36c4e5ad-4b0a-4a0f-9f6f-0f1d2c3b4a59", timestamp: "2026-11-21T12:00:00Z", errors: [{ title: "Unauthorized", detail: "The access token is invalid or has expired.", type: "https://developer.personio.de/reference/errors" }] } },
  },
};
