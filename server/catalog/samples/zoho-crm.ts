import { clientInBody, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const api = "https://www.zohoapis.eu";
const headers = { authorization: "Zoho-oauthtoken {access_token}" };

const way: Pick<WaySample, "values" | "verify" | "account" | "alternatives" | "facts" | "refused"> = {
  values: { data_centre: "zoho.eu" },
  verify: {
    call: `GET ${api}/crm/v8/users?type=CurrentUser`,
    headers,
    answer: { body: { users: [{ id: "554023000000235011", full_name: "Patricia Boyle", email: "patricia.b@zylker.example", status: "active", zuid: "2281234" }], info: { per_page: 200, count: 1, page: 1, more_records: false } } },
  },
  account: { id: "554023000000235011", label: "patricia.b@zylker.example" },
  alternatives: [{ call: `GET ${api}/crm/v8/org`, headers, answer: { body: { org: [{ id: "554023000000000001", company_name: "Zylker", zgid: "10234695" }] } }, account: { id: "554023000000000001", label: "Zylker" } }],
  facts: { api_domain: api },
  refused: { status: 401, body: { code: "INVALID_TOKEN", details: {}, message: "invalid oauth token", status: "error" } },
};

export const sample: ConnectorSample = {
  oauth2: {
    ...way,
    authorize: { url: "https://accounts.zoho.eu/oauth/v2/auth", params: { access_type: "offline", prompt: "consent" }, pkce: false },
    callback: { location: "eu", "accounts-server": "https://accounts.zoho.eu" },
    token: {
      call: "POST https://accounts.zoho.eu/oauth/v2/token",
      form: { ...codeGrant, ...clientInBody },
      answer: { body: { access_token: "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf", refresh_token: "1000.8ecdxxxxxxxxxxxxxx5cb7.4638xxxxxxxxxxxxxxebdc", scope: "ZohoCRM.users.READ ZohoCRM.modules.ALL", api_domain: api, token_type: "Bearer", expires_in: 3600 } },
      reads: { accessToken: "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf", refreshToken: "1000.8ecdxxxxxxxxxxxxxx5cb7.4638xxxxxxxxxxxxxxebdc", expiresInSeconds: 3600, scopes: ["ZohoCRM.users.READ", "ZohoCRM.modules.ALL"], facts: { api_domain: api } },
    },
    // With status 200.
    tokenRefused: { body: { error: "invalid_code" } },
  },
  client_credentials: {
    ...way,
    token: {
      call: "POST https://accounts.zoho.eu/oauth/v2/token",
      form: { grant_type: "client_credentials", ...clientInBody, soid: "ZohoCRM.60012345678", scope: "ZohoCRM.users.READ,ZohoCRM.modules.ALL,ZohoCRM.settings.modules.READ,ZohoCRM.settings.fields.READ,ZohoCRM.org.READ,ZohoCRM.coql.READ" },
      answer: { body: { access_token: "1000.2370fxxxxxxxxxxxxx1f8c.79dxxxxxxxxxxxxxxxb6", scope: "ZohoCRM.users.READ ZohoCRM.modules.ALL", api_domain: api, token_type: "Bearer", expires_in: 3600 } },
      reads: { accessToken: "1000.2370fxxxxxxxxxxxxx1f8c.79dxxxxxxxxxxxxxxxb6", expiresInSeconds: 3600, scopes: ["ZohoCRM.users.READ", "ZohoCRM.modules.ALL"], facts: { api_domain: api } },
    },
    tokenRefused: { body: { error: "invalid_client" } },
  },
};
