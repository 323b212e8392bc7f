import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const details = { portalId: 62515, timeZone: "US/Eastern", accountType: "STANDARD", companyCurrency: "USD", additionalCurrencies: [], utcOffset: "-05:00", uiDomain: "app.hubspot.com", dataHostingLocation: "na1" };
const account = { id: "62515", label: "62515" };

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  return {
    verify: { call: "GET https://api.hubapi.com/account-info/v3/details", headers, answer: { body: details } },
    account,
    alternatives: [{ call: "GET https://api.hubapi.com/account-info/2026-03/details", headers, answer: { body: details }, account }],
    refused: { status: 401, body: { status: "error", message: "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview", correlationId: "00000000-0000-4000-8000-000000000000", category: "INVALID_AUTHENTICATION" } },
  };
}

/** HubSpot's hubs answer alike. */
export function hubspotSample(scopes: string[]): ConnectorSample {
  return {
    oauth2: {
      ...way(bearerToken),
      authorize: { url: "https://app.hubspot.com/oauth/authorize", pkce: true },
      token: {
        call: "POST https://api.hubapi.com/oauth/2026-03/token",
        form: { ...codeGrant, ...codeVerifier, ...clientInBody },
        // Scopes come as a list, under another name.
        answer: { body: { token_type: "bearer", access_token: "CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYsample", refresh_token: "6f18f21e-a743-4509-b7fd-1a5e632fffa1", expires_in: 1800, hub_id: 62515, user_id: 1234567, scopes } },
        reads: { accessToken: "CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYsample", refreshToken: "6f18f21e-a743-4509-b7fd-1a5e632fffa1", expiresInSeconds: 1800, scopes },
      },
      tokenRefused: { status: 400, body: { status: "BAD_AUTH_CODE", message: "missing or unknown auth code", correlationId: "00000000-0000-4000-8000-000000000000" } },
    },
    bearer: way({ authorization: "Bearer {token}" }),
  };
}
