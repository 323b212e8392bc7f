import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const tenant = "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0";
const resource = "https://analysis.windows.net/powerbi/api";
const tokenRefused = { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided.", error_codes: [7_000_215] } };

const way: Pick<WaySample, "verify" | "account" | "refused"> = {
  verify: {
    call: "GET https://api.powerbi.com/v1.0/myorg/groups?$top=1",
    headers: bearerToken,
    answer: { body: { "@odata.context": "http://api.powerbi.com/v1.0/myorg/$metadata#groups", "@odata.count": 1, value: [{ id: "f089354e-8366-4e18-aea3-4cb4a3a50b48", isReadOnly: false, isOnDedicatedCapacity: false, type: "Workspace", name: "Sales" }] } },
  },
  account: { id: "f089354e-8366-4e18-aea3-4cb4a3a50b48", label: "Sales" },
  // Not 401, as one would expect.
  refused: { status: 403, body: { error: { code: "TokenExpired", message: "Access token has expired, resubmit with a new access token" } } },
};

export const sample: ConnectorSample = {
  oauth2: {
    ...way,
    authorize: { url: `${tenant}/authorize`, params: { response_mode: "query", prompt: "select_account" }, pkce: true },
    token: {
      call: `POST ${tenant}/token`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { token_type: "Bearer", scope: `${resource}/Workspace.Read.All ${resource}/Report.Read.All`, expires_in: 4100, ext_expires_in: 4100, access_token: "eyJ0eXAiOiJKV1Qi.sample.token", refresh_token: "AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4" } },
      reads: { accessToken: "eyJ0eXAiOiJKV1Qi.sample.token", refreshToken: "AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4", expiresInSeconds: 4100, refreshExpiresInSeconds: 7_776_000, scopes: [`${resource}/Workspace.Read.All`, `${resource}/Report.Read.All`] },
    },
    tokenRefused,
  },
  client_credentials: {
    ...way,
    token: {
      call: `POST ${tenant}/token`,
      form: { grant_type: "client_credentials", ...clientInBody, scope: `${resource}/.default` },
      answer: { body: { token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599, access_token: "eyJ0eXAiOiJKV1Qi.sample.app" } },
      reads: { accessToken: "eyJ0eXAiOiJKV1Qi.sample.app", expiresInSeconds: 3599, scopes: null },
    },
    tokenRefused,
  },
};
