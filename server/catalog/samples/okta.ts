import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const api = "https://acme.okta.com/api/v1";
const org = { id: "acme.okta.com", label: "acme.okta.com" };
const person = { id: "00ub0oNGTSWTBKOLGLNR", status: "ACTIVE", profile: { firstName: "Isaac", lastName: "Brock", email: "isaac@example.com", login: "isaac.brock@example.com", mobilePhone: null } };
const refused = { status: 401, body: { errorCode: "E0000011", errorSummary: "Invalid token provided", errorLink: "E0000011", errorId: "oaenwA1ra80S9W-pvbh4m6haA", errorCauses: [] } };
const groups = [{ id: "00g1emaKYZTWRYYRRTSK", type: "OKTA_GROUP", profile: { name: "Everyone", description: null } }];

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  return {
    verify: { call: `GET ${api}/users/me`, headers, answer: { body: person } },
    account: { id: "00ub0oNGTSWTBKOLGLNR", label: "isaac.brock@example.com" },
    alternatives: [
      { call: `GET ${api}/org`, headers, answer: { body: { id: "00o3qqiw0vSCIwu8I0g7", companyName: "Acme", subdomain: "acme", status: "ACTIVE" } }, account: { id: "00o3qqiw0vSCIwu8I0g7", label: "Acme" } },
      { call: `GET ${api}/users?limit=1`, headers, answer: { body: [person] }, account: org },
      { call: `GET ${api}/groups?limit=1`, headers, answer: { body: groups }, account: org },
      { call: `GET ${api}/apps?limit=1`, headers, answer: { body: [] }, account: org },
      { call: `GET ${api}/logs?limit=1`, headers, answer: { body: [] }, account: org },
    ],
    refused,
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://acme.okta.com/oauth2/v1/authorize", pkce: true },
    token: {
      call: "POST https://acme.okta.com/oauth2/v1/token",
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { token_type: "Bearer", expires_in: 3600, access_token: "eyJraWQiOiJKUzd.sample.token", scope: "offline_access okta.users.read", refresh_token: "a9VpZDRCeFh3Nkk2VdYa" } },
      reads: { accessToken: "eyJraWQiOiJKUzd.sample.token", refreshToken: "a9VpZDRCeFh3Nkk2VdYa", expiresInSeconds: 3600, refreshExpiresInSeconds: 604_800, scopes: ["offline_access", "okta.users.read"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "The client secret supplied for a confidential client is invalid." } },
  },
  api_key: way({ authorization: "SSWS {api_key}" }),
  service_account: {
    token: {
      call: "POST https://acme.okta.com/oauth2/v1/token",
      form: { grant_type: "client_credentials", scope: "okta.users.read okta.groups.read", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: "^eyJ" },
      jwt: { head: { alg: "RS256", kid: "{key_id}" }, claims: { iss: "{client_id}", sub: "{client_id}", aud: "https://acme.okta.com/oauth2/v1/token" } },
      answer: { body: { token_type: "Bearer", expires_in: 3600, access_token: "eyJraWQiOiJKUzd.sample.service", scope: "okta.users.read okta.groups.read" } },
      reads: { accessToken: "eyJraWQiOiJKUzd.sample.service", expiresInSeconds: 3600, scopes: ["okta.users.read", "okta.groups.read"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "The client_assertion signature is invalid." } },
    verify: { call: `GET ${api}/users?limit=1`, headers: bearerToken, answer: { body: [person] } },
    account: org,
    alternatives: [{ call: `GET ${api}/groups?limit=1`, headers: bearerToken, answer: { body: groups }, account: org }],
    refused,
  },
};
