import { bearerToken, type ConnectorSample } from "./sample";

const api = "https://api41preview.sapsf.com";
const headers = { ...bearerToken, accept: "application/json" };
const account = { id: "SFSALES012345", label: "SFSALES012345" };
const list = (entity: Record<string, string>) => ({ body: { d: { results: [entity] } } });

export const sample: ConnectorSample = {
  client_credentials: {
    token: {
      call: `POST ${api}/oauth/token`,
      form: { grant_type: "urn:ietf:params:oauth:grant-type:saml2-bearer", company_id: "SFSALES012345", client_id: "{client_id}", assertion: "{assertion}", new_token: "true" },
      answer: { body: { access_token: "eyJ0b2tlbkNvbnRlbnQiOnsidXNlcklkIjoic2ZhZG1pbiJ9fQ", token_type: "Bearer", expires_in: 86_399 } },
      reads: { accessToken: "eyJ0b2tlbkNvbnRlbnQiOnsidXNlcklkIjoic2ZhZG1pbiJ9fQ", expiresInSeconds: 86_399, scopes: null },
    },
    tokenRefused: { status: 401, body: { errorHttpCode: "401", errorMessage: "Unable to authenticate the client (Login failed - invalid user)" } },
    verify: { call: `GET ${api}/odata/v2/User?$top=1&$select=userId&$format=json`, headers, answer: list({ userId: "sfadmin" }) },
    account,
    alternatives: [
      { call: `GET ${api}/odata/v2/PerPerson?$top=1&$select=personIdExternal&$format=json`, headers, answer: list({ personIdExternal: "10001" }), account },
      { call: `GET ${api}/odata/v2/FOCompany?$top=1&$select=externalCode&$format=json`, headers, answer: list({ externalCode: "ACE_USA" }), account },
      { call: `GET ${api}/odata/v2/JobRequisition?$top=1&$select=jobReqId&$format=json`, headers, answer: list({ jobReqId: "1" }), account },
    ],
    refused: { status: 401, body: { error: { code: "LGN0022", message: { lang: "en-US", value: "[LGN0022]OAuth token is expired or invalid" } } } },
  },
};
