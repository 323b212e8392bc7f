import { bearerToken, clientInBody, codeGrant, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: "https://www.sageone.com/oauth2/auth/central", params: { filter: "apiv3.1" }, pkce: false },
    token: {
      call: "POST https://oauth.accounting.sage.com/token",
      form: { ...codeGrant, ...clientInBody },
      answer: { body: { access_token: "eyJhbGciOiJSUzUxMiJ9.sample.token", expires_in: 300, token_type: "bearer", refresh_token: "eyJhbGciOiJSUzUxMiJ9.sample.refresh", refresh_token_expires_in: 2_678_400, scope: "full_access", requested_by_id: "31c5b5f2-1f2f-4b5e-9c1a-0a1b2c3d4e5f" } },
      reads: { accessToken: "eyJhbGciOiJSUzUxMiJ9.sample.token", refreshToken: "eyJhbGciOiJSUzUxMiJ9.sample.refresh", expiresInSeconds: 300, refreshExpiresInSeconds: 2_678_400, scopes: ["full_access"] },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "The provided authorization grant is invalid" } },
    verify: {
      call: "GET https://api.accounting.sage.com/v3.1/businesses",
      headers: bearerToken,
      answer: { body: { $total: 1, $page: 1, $next: null, $back: null, $itemsPerPage: 20, $items: [{ id: "0d40342d0287cd6b13555c54afca6c90", displayed_as: "Acme", $path: "/businesses/0d40342d0287cd6b13555c54afca6c90", name: "Acme Ltd" }] } },
    },
    account: { id: "0d40342d0287cd6b13555c54afca6c90", label: "Acme Ltd" },
    refused: { status: 401, body: [{ $severity: "error", $dataCode: "AuthenticationFailed", $message: "Authentication failed", $source: "" }] },
  },
};
