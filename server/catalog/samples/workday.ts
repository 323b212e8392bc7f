import { bearerToken, clientAsBasic, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const api = "https://wd2-impl-services1.workday.com/ccx";
const tenant = { id: "acme", label: "acme" };
const accept = { accept: "application/json" };
const headers = { ...bearerToken, ...accept };
const workers = { call: `GET ${api}/api/v1/acme/workers?limit=1`, headers, answer: { body: { total: 1, data: [{ id: "0e44c92412d34b01ace61e80a47aaf6d", descriptor: "Logan McNeil" }] } } };
const refused = { status: 401, body: { error: "invalid_token", code: "A_01" } };
const tokenRefused: WaySample["tokenRefused"] = { status: 400, body: { error: "invalid_client" } };

export const sample: ConnectorSample = {
  client_credentials: {
    token: {
      call: `POST ${api}/oauth2/acme/token`,
      headers: clientAsBasic,
      form: { grant_type: "refresh_token", refresh_token: "{refresh_token}" },
      answer: { body: { refresh_token: "0123456789abcdefghijklmnopqrstuvwxyz0123456789", token_type: "Bearer", access_token: "a1b2c3d4e5f6g7h8sample", expires_in: 3600 } },
      reads: { accessToken: "a1b2c3d4e5f6g7h8sample", expiresInSeconds: 3600, scopes: null },
    },
    tokenRefused,
    verify: workers,
    account: tenant,
    alternatives: [
      { call: `GET ${api}/api/staffing/v6/acme/workers?limit=1`, headers, answer: { body: { total: 0, data: [] } }, account: tenant },
      { call: `GET ${api}/api/wql/v1/acme/dataSources?limit=1`, headers, answer: { body: { total: 0, data: [] } }, account: tenant },
    ],
    refused,
  },
  oauth2: {
    authorize: { url: "https://impl.workday.com/acme/authorize", pkce: false },
    token: {
      call: `POST ${api}/oauth2/acme/token`,
      headers: clientAsBasic,
      form: codeGrant,
      answer: { body: { refresh_token: "zyxwvutsrqponmlkjihgfedcbasample", token_type: "Bearer", access_token: "h8g7f6e5d4c3b2a1sample", expires_in: 14_400 } },
      reads: { accessToken: "h8g7f6e5d4c3b2a1sample", refreshToken: "zyxwvutsrqponmlkjihgfedcbasample", expiresInSeconds: 14_400, scopes: null },
    },
    tokenRefused,
    verify: { call: `GET ${api}/api/v1/acme/workers/me`, headers, answer: { body: { id: "0e44c92412d34b01ace61e80a47aaf6d", descriptor: "Logan McNeil", primaryWorkEmail: "lmcneil@workday.net", isManager: true } } },
    account: { id: "0e44c92412d34b01ace61e80a47aaf6d", label: "Logan McNeil" },
    alternatives: [{ ...workers, account: tenant }],
    refused,
  },
  basic: {
    verify: { call: `GET ${api}/service/customreport2/acme/ISU_Patchbay/Workers_for_Patchbay?format=json`, headers: { ...accept, authorization: "Basic {username}:{password}" }, answer: { body: { Report_Entry: [{ Worker: "Logan McNeil", Employee_ID: "21001" }] } } },
    account: { id: "ISU_Patchbay@acme", label: "ISU_Patchbay@acme" },
    facts: { isu: "ISU_Patchbay", report_owner: "ISU_Patchbay", report: "Workers_for_Patchbay" },
    refused: { status: 401, headers: { "content-type": "text/html" }, body: "<html><body>Processing error occurred. invalid username or password</body></html>" },
  },
};
