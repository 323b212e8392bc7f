import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample } from "./sample";

const tenant = "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0";
const innerError = { date: "2026-11-21T12:00:00", "request-id": "b7e5a2a1-4f0a-4a53-9d2f-0d1f0a5c8e11", "client-request-id": "b7e5a2a1-4f0a-4a53-9d2f-0d1f0a5c8e11" };
const refused = { status: 401, body: { error: { code: "InvalidAuthenticationToken", message: "Access token has expired or is not yet valid.", innerError } } };
const tokenRefused = {
  status: 401,
  body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.", error_codes: [7_000_215], timestamp: "2026-11-21 12:00:00Z", trace_id: "255d1aef-8c98-452f-ac51-23d051240864", correlation_id: "fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7" },
};

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: `${tenant}/authorize`, params: { response_mode: "query", prompt: "select_account" }, pkce: true },
    token: {
      call: `POST ${tenant}/token`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { token_type: "Bearer", scope: "https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/User.Read", expires_in: 3736, ext_expires_in: 3736, access_token: "eyJ0eXAiOiJKV1Qi.sample.token", refresh_token: "AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4" } },
      reads: { accessToken: "eyJ0eXAiOiJKV1Qi.sample.token", refreshToken: "AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4", expiresInSeconds: 3736, refreshExpiresInSeconds: 7_776_000, scopes: ["Mail.Read", "User.Read"] },
    },
    tokenRefused,
    verify: {
      call: "GET https://graph.microsoft.com/v1.0/me",
      headers: bearerToken,
      answer: { body: { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity", displayName: "Adele Vance", mail: "adelev@contoso.com", userPrincipalName: "adelev@contoso.onmicrosoft.com", id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd" } },
    },
    account: { id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd", label: "adelev@contoso.com" },
    refused,
  },
  client_credentials: {
    token: {
      call: `POST ${tenant}/token`,
      form: { grant_type: "client_credentials", ...clientInBody, scope: "https://graph.microsoft.com/.default" },
      answer: { body: { token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599, access_token: "eyJ0eXAiOiJKV1Qi.sample.app" } },
      reads: { accessToken: "eyJ0eXAiOiJKV1Qi.sample.app", expiresInSeconds: 3599, scopes: null },
    },
    tokenRefused,
    verify: {
      call: "GET https://graph.microsoft.com/v1.0/organization",
      headers: bearerToken,
      answer: { body: { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#organization", value: [{ id: "84841066-274d-4ec0-a5c1-276be684bdd3", displayName: "Contoso", verifiedDomains: [{ name: "contoso.onmicrosoft.com", isDefault: true }] }] } },
    },
    account: { id: "84841066-274d-4ec0-a5c1-276be684bdd3", label: "Contoso" },
    refused,
  },
};
