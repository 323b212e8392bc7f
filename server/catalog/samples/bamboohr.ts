import { bearerToken, clientInBody, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const origin = "https://acme.bamboohr.com";
const account = { id: "acme", label: "acme" };

function way(credential: { authorization: string }): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  const headers = { ...credential, accept: "application/json" };
  return {
    verify: { call: `GET ${origin}/api/v1/company_information`, headers, answer: { body: { legalName: "Acme Incorporated", displayName: "Acme", address: { line1: "1 Main Street", line2: null, city: "Lindon", state: "UT", zip: "84042" }, phone: "555-0100" } } },
    account: { id: "acme", label: "Acme" },
    alternatives: [
      { call: `GET ${origin}/api/v1/meta/fields`, headers, answer: { body: [{ id: 1, name: "First Name", type: "text", alias: "firstName" }] }, account },
      { call: `GET ${origin}/api/v1/employees/directory`, headers, answer: { body: { fields: [{ id: "displayName", type: "text", name: "Display name" }], employees: [] } }, account },
    ],
    // The reason stands in a header alone.
    refused: { status: 401, headers: { "content-type": "text/html", "x-bamboohr-error-message": "Invalid API key" }, body: "" },
  };
}

export const sample: ConnectorSample = {
  api_key: way({ authorization: "Basic {api_key}:x" }),
  oauth2: {
    ...way(bearerToken),
    authorize: { url: `${origin}/authorize.php`, params: { request: "authorize" }, pkce: false },
    token: {
      call: `POST ${origin}/token.php?request=token`,
      form: { ...codeGrant, ...clientInBody },
      answer: { body: { access_token: "bambooSampleAccessToken", expires_in: 3600, token_type: "Bearer", scope: "email openid offline_access", refresh_token: "bambooSampleRefreshToken", id_token: "eyJhbGciOiJSUzI1NiJ9.e30.c2FtcGxl", companyDomain: "acme" } },
      reads: { accessToken: "bambooSampleAccessToken", refreshToken: "bambooSampleRefreshToken", expiresInSeconds: 3600, scopes: ["email", "openid", "offline_access"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed" } },
  },
};
