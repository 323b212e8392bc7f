import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const api = "https://api.intacct.com/ia/api/v1";
const headers = { ...bearerToken, "content-type": "application/json" };
const call = `POST ${api}/services/core/query`;
const query = (object: string, fields: string[]) => ({ call, headers, json: { object, fields, size: 1 } });
const page = (item: Record<string, string>) => ({ body: { "ia::result": [item], "ia::meta": { totalCount: 1, start: 1, pageSize: 1, next: null, previous: null } } });

const way: Pick<WaySample, "verify" | "account" | "alternatives" | "refused" | "tokenRefused"> = {
  verify: { ...query("company-config/entity", ["key", "id", "name"]), answer: page({ key: "1", id: "Central", name: "Central Region" }) },
  account: { id: null, label: "Central Region" },
  alternatives: [
    { ...query("company-config/location", ["key", "id", "name"]), answer: page({ key: "3", id: "HQ", name: "Headquarters" }), account: { id: null, label: "Headquarters" } },
    { ...query("accounts-payable/vendor", ["key"]), answer: page({ key: "42" }), account: { id: null, label: null } },
    { ...query("general-ledger/account", ["key"]), answer: page({ key: "7" }), account: { id: null, label: null } },
  ],
  refused: { status: 401, body: { error: "access_denied", error_description: "The resource owner or authorization server denied the request.", hint: "Access token has been revoked" } },
  tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed", message: "Client authentication failed" } },
};

export const sample: ConnectorSample = {
  oauth2: {
    ...way,
    authorize: { url: `${api}/oauth2/authorize`, pkce: true },
    token: {
      call: `POST ${api}/oauth2/token`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { token_type: "Bearer", expires_in: 43_200, access_token: "eyJraWQiOiIxMjMi.sample.token", refresh_token: "def50200sample" } },
      reads: { accessToken: "eyJraWQiOiIxMjMi.sample.token", refreshToken: "def50200sample", expiresInSeconds: 43_200, scopes: null },
    },
  },
  client_credentials: {
    ...way,
    token: {
      call: `POST ${api}/oauth2/token`,
      form: { grant_type: "client_credentials", ...clientInBody, username: "{username}" },
      answer: { body: { token_type: "Bearer", expires_in: 43_200, access_token: "eyJraWQiOiIxMjMi.sample.service", refresh_token: "def50200sample" } },
      reads: { accessToken: "eyJraWQiOiIxMjMi.sample.service", expiresInSeconds: 43_200, scopes: null },
    },
  },
};
