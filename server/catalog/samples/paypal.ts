import { bearerToken, clientAsBasic, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  client_credentials: {
    token: {
      call: "POST https://api-m.paypal.com/v1/oauth2/token",
      headers: clientAsBasic,
      form: { grant_type: "client_credentials" },
      answer: {
        body: {
          scope: "https://uri.paypal.com/services/invoicing https://uri.paypal.com/services/payments/realtimepayment",
          access_token: "A21AAFEpH4PsADK7qSS7pSRsgzfENtu-Q1ysgEDVDESseMHBYXVJYE8ovjj68elIDy8nF26AwPhfXTIeWAZHSLIsQkSYz9ifg",
          token_type: "Bearer",
          app_id: "APP-80W284485P519543T",
          expires_in: 31_668,
          nonce: "2026-11-21T15:35:36ZaYZlGvEkV4yVSz8g6bAKFoGSEzuy3CQcz3ljhibkOHg",
        },
      },
      reads: {
        accessToken: "A21AAFEpH4PsADK7qSS7pSRsgzfENtu-Q1ysgEDVDESseMHBYXVJYE8ovjj68elIDy8nF26AwPhfXTIeWAZHSLIsQkSYz9ifg",
        expiresInSeconds: 31_668,
        scopes: ["https://uri.paypal.com/services/invoicing", "https://uri.paypal.com/services/payments/realtimepayment"],
        facts: { app_id: "APP-80W284485P519543T" },
      },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client Authentication failed" } },
    values: { environment: "live" },
    verify: {
      call: "GET https://api-m.paypal.com/v1/identity/oauth2/userinfo?schema=paypalv1.1",
      headers: bearerToken,
      answer: {
        body: {
          user_id: "https://www.paypal.com/webapps/auth/identity/user/mWq6_1sU85v5EG9yHdPxJRrhGHrnMJ-1PQKtX6pcsmA",
          name: "Acme Inc.",
          payer_id: "WDJJHEBZ4X2LY",
          verified_account: "true",
          emails: [{ value: "merchant@example.com", primary: true, confirmed: true }],
        },
      },
    },
    account: { id: "WDJJHEBZ4X2LY", label: "Acme Inc." },
    alternatives: [{ call: "GET https://api-m.paypal.com/v1/notifications/webhooks", headers: bearerToken, answer: { body: { webhooks: [] } }, account: { id: "APP-80W284485P519543T", label: "APP-80W284485P519543T" } }],
    facts: { app_id: "APP-80W284485P519543T" },
    refused: { status: 401, body: { error: "invalid_token", error_description: "Token signature verification failed" } },
  },
};
