import type { ConnectorSample } from "./sample";

const headers = { authorization: "Bearer {api_key}", "stripe-version": "2026-07-29.dahlia" };
const unknown = { id: null, label: null };
const list = (url: string) => ({ body: { object: "list", url, has_more: false, data: [] } });

export const sample: ConnectorSample = {
  api_key: {
    verify: {
      call: "GET https://api.stripe.com/v1/account",
      headers,
      answer: { body: { id: "acct_1Nv0FGQ9RKHgCVdK", object: "account", business_profile: { name: "Acme", url: "https://acme.example" }, email: "owner@example.com", settings: { dashboard: { display_name: "Acme dashboard", timezone: "Etc/UTC" } } } },
    },
    account: { id: "acct_1Nv0FGQ9RKHgCVdK", label: "Acme" },
    alternatives: [
      { call: "GET https://api.stripe.com/v1/balance", headers, answer: { body: { object: "balance", available: [{ amount: 666_670, currency: "usd" }], livemode: false, pending: [] } }, account: unknown },
      { call: "GET https://api.stripe.com/v1/customers?limit=1", headers, answer: list("/v1/customers"), account: unknown },
      { call: "GET https://api.stripe.com/v1/charges?limit=1", headers, answer: list("/v1/charges"), account: unknown },
      { call: "GET https://api.stripe.com/v1/payment_intents?limit=1", headers, answer: list("/v1/payment_intents"), account: unknown },
    ],
    refused: { status: 401, body: { error: { message: "Invalid API Key provided: rk_test_********************StUv", type: "invalid_request_error" } } },
  },
};
