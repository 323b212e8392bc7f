import { microsoftOwnApp, microsoftSignIn } from "./microsoft-samples";
import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const environment = "contoso.crm4.dynamics.com";
const headers = { ...bearerToken, accept: "application/json", "odata-version": "4.0", "odata-maxversion": "4.0" };
const organizationId = "0b2e2b4a-9d6f-4a58-bb12-6d2a1a0c2f5e";
const accessToken = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.dynamics.c2FtcGxl";
const refreshToken = "0.AXkAsampleDynamicsRefreshToken";

const organization: Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> = {
  verify: {
    call: `GET https://${environment}/api/data/v9.2/organizations?$select=name,organizationid`,
    headers,
    answer: { body: { "@odata.context": `https://${environment}/api/data/v9.2/$metadata#organizations(name,organizationid)`, value: [{ "@odata.etag": 'W/"1234567"', name: "Contoso", organizationid: organizationId }] } },
  },
  account: { id: organizationId, label: "Contoso" },
  alternatives: [
    {
      call: `GET https://${environment}/api/data/v9.2/WhoAmI`,
      headers,
      answer: { body: { "@odata.context": `https://${environment}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`, BusinessUnitId: "38e0dbe4-131b-e111-ba7e-78e7d1620f5e", UserId: "4026be43-6b69-e111-8f65-78e7d1620f5e", OrganizationId: organizationId } },
      account: { id: organizationId, label: environment },
    },
  ],
  refused: { status: 401, headers: { "content-type": "text/plain" }, body: "" },
};
const { token, ...signIn } = microsoftSignIn({ scope: "user_impersonation" }, organization);

export const sample: ConnectorSample = {
  oauth2: {
    ...signIn,
    authorize: { url: "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/authorize", params: { resource: `https://${environment}`, response_mode: "query", prompt: "select_account" }, pkce: true },
    // Entra's first endpoints write numbers as text.
    token: {
      ...token,
      call: "POST https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/token",
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { token_type: "Bearer", scope: "user_impersonation", expires_in: "3599", ext_expires_in: "3599", expires_on: "1700000000", not_before: "1699996101", resource: `https://${environment}`, access_token: accessToken, refresh_token: refreshToken } },
      reads: { accessToken, refreshToken, expiresInSeconds: 3599, refreshExpiresInSeconds: 7_776_000, scopes: ["user_impersonation"] },
    },
  },
  client_credentials: {
    ...microsoftOwnApp(`https://${environment}/.default`, organization),
    // An app that is no user of the environment.
    refused: { status: 403, body: { error: { code: "0x80072560", message: "The user is not a member of the organization." } } },
  },
};
