import { bearerToken, clientAsBasic, codeGrant, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: "https://appcenter.intuit.com/connect/oauth2", pkce: false },
    callback: { realmId: "9130357992222222" },
    values: { environment: "production" },
    token: {
      call: "POST https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
      headers: { ...clientAsBasic, accept: "application/json" },
      form: codeGrant,
      answer: { body: { token_type: "bearer", access_token: "eyJlbmMiOiJBMTI4Q0JDLUhTMjU2.sample.token", refresh_token: "AB11677000000sampleRefresh", expires_in: 3600, x_refresh_token_expires_in: 8_726_400 } },
      reads: { accessToken: "eyJlbmMiOiJBMTI4Q0JDLUhTMjU2.sample.token", refreshToken: "AB11677000000sampleRefresh", expiresInSeconds: 3600, refreshExpiresInSeconds: 8_726_400, scopes: null },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client" } },
    verify: {
      call: "GET https://quickbooks.api.intuit.com/v3/company/9130357992222222/companyinfo/9130357992222222?minorversion=75",
      headers: { ...bearerToken, accept: "application/json" },
      answer: { body: { CompanyInfo: { CompanyName: "Larry's Bakery", LegalName: "Larry's Bakery LLC", Country: "US", domain: "QBO", Id: "1", SyncToken: "4" }, time: "2026-11-21T10:10:38.689-08:00" } },
    },
    account: { id: "9130357992222222", label: "Larry's Bakery" },
    facts: { realmId: "9130357992222222" },
    refused: {
      status: 401,
      body: { warnings: null, intuitObject: null, fault: { error: [{ message: "message=AuthenticationFailed; errorCode=003200; statusCode=401", detail: "Malformed bearer token: too short or too long", code: "3200", element: null }], type: "AUTHENTICATION" }, report: null, requestId: null, time: 1_785_000_000_000, status: null },
    },
  },
};
