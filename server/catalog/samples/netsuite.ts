import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample, type SampleCall, type WaySample } from "./sample";

const api = "https://1234567-sb1.suitetalk.api.netsuite.com/services/rest";
const tokenCall = `POST ${api}/auth/oauth2/v1/token`;
const account = { id: "1234567-sb1", label: "1234567-sb1" };
const accessToken = "eyJraWQiOiJzLlNZU1RFTSJ9.sample.access";
const refreshToken = "eyJraWQiOiJzLlNZU1RFTSJ9.sample.refresh";
const detail = "Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.";

function way(given: Pick<SampleCall, "headers" | "signature">): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  const ask = { ...given, headers: { accept: "application/json", ...given.headers } };
  const page = (type: string, id: string) => ({
    call: `GET ${api}/record/v1/${type}?limit=1`,
    ...ask,
    answer: { body: { links: [{ rel: "self", href: `${api}/record/v1/${type}?limit=1` }], count: 1, hasMore: true, items: [{ links: [{ rel: "self", href: `${api}/record/v1/${type}/${id}` }], id }], offset: 0, totalResults: 42 } },
  });
  return {
    verify: page("customer", "107"),
    account,
    alternatives: [
      { ...page("employee", "7"), account },
      { call: `GET ${api}/record/v1/metadata-catalog?select=customer`, ...ask, answer: { body: { items: [{ name: "customer", links: [{ rel: "canonical", href: `${api}/record/v1/metadata-catalog/customer` }] }] } }, account },
    ],
    refused: { status: 401, body: { type: "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2", title: "Unauthorized", status: 401, "o:errorDetails": [{ detail, "o:errorCode": "INVALID_LOGIN" }] } },
  };
}

export const sample: ConnectorSample = {
  service_account: {
    ...way({ headers: bearerToken }),
    token: {
      call: tokenCall,
      form: { grant_type: "client_credentials", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: "^eyJ" },
      jwt: { head: { alg: "PS256", typ: "JWT", kid: "{certificate_id}" }, claims: { iss: "{client_id}", scope: "rest_webservices", aud: `${api}/auth/oauth2/v1/token` } },
      // The number comes as text.
      answer: { body: { access_token: accessToken, expires_in: "3600", token_type: "bearer" } },
      reads: { accessToken, expiresInSeconds: 3_600, scopes: null },
    },
    tokenRefused: { status: 400, body: { error: "invalid_request" } },
  },
  oauth2: {
    ...way({ headers: bearerToken }),
    authorize: { url: "https://1234567-sb1.app.netsuite.com/app/login/oauth2/authorize.nl", pkce: true },
    callback: { role: "1000", entity: "12", company: "1234567_SB1" },
    token: {
      call: tokenCall,
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { access_token: accessToken, refresh_token: refreshToken, expires_in: "3600", token_type: "bearer" } },
      reads: { accessToken, refreshToken, expiresInSeconds: 3_600, refreshExpiresInSeconds: 604_800, scopes: null },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant" } },
  },
  api_key: way({ headers: { authorization: '^OAuth realm="1234567_SB1", ' }, signature: "oauth1" }),
};
