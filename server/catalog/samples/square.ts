import { bearerToken, clientInBody, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const version = { "square-version": "2026-05-20" };

function way(headers: Record<string, string>): Pick<WaySample, "values" | "verify" | "account" | "refused"> {
  return {
    values: { environment: "production" },
    verify: {
      call: "GET https://connect.squareup.com/v2/merchants/me",
      headers: { ...version, ...headers },
      answer: { body: { merchant: { id: "DM7VKY8Q63GNP", business_name: "Apple A Day", country: "US", language_code: "en-US", currency: "USD", status: "ACTIVE", main_location_id: "9A65CGC72ZQG1" } } },
    },
    account: { id: "DM7VKY8Q63GNP", label: "Apple A Day" },
    refused: { status: 401, body: { errors: [{ category: "AUTHENTICATION_ERROR", code: "UNAUTHORIZED", detail: "This request could not be authorized." }] } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://connect.squareup.com/oauth2/authorize", params: { session: "false" }, pkce: false },
    token: {
      call: "POST https://connect.squareup.com/oauth2/token",
      headers: { ...version, "content-type": "application/json" },
      json: { ...codeGrant, ...clientInBody },
      // It says until when, not for how long: 30 days.
      answer: { body: { access_token: "EAAAEL6EJxVh_sample_access", token_type: "bearer", expires_at: "2026-12-21T19:36:00Z", merchant_id: "DM7VKY8Q63GNP", refresh_token: "EQAAEL6EJxVh_sample_refresh", short_lived: false } },
      reads: { accessToken: "EAAAEL6EJxVh_sample_access", refreshToken: "EQAAEL6EJxVh_sample_refresh", expiresInSeconds: 2_592_000, scopes: null, facts: { merchant_id: "DM7VKY8Q63GNP" } },
    },
    tokenRefused: { status: 401, body: { message: "Not Authorized", type: "service.not_authorized" } },
    facts: { merchant_id: "DM7VKY8Q63GNP" },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
