import type { SandboxProvider } from "../sandbox-provider";
import { company, owner } from "./company";

export const stripe: SandboxProvider = {
  service: "stripe",
  slugs: ["stripe"],
  seed: () => ({
    customers: [
      { id: "cus_HarborCafe", name: "Quayside Café", email: "orders@quaysidecafe.example", description: "Weekly order, pays by invoice" },
      { id: "cus_LinenMill", name: "Linen Mill", email: "accounts@linenmill.example", description: "Supplier that also buys" },
      { id: "cus_GuestHouse", name: "Lighthouse Guest House", email: "desk@lighthouse.example", description: "Restocks twice a year" },
    ],
    products: [
      { id: "prod_OakTray", name: "Oak tray", description: "Oiled oak, 40 cm" },
      { id: "prod_LinenThrow", name: "Linen throw", description: "Washed linen, 130 × 170 cm" },
    ],
    prices: [
      { id: "price_OakTray", product_name: "Oak tray", currency: "eur", unit_amount: 4_900 },
      { id: "price_LinenThrow", product_name: "Linen throw", currency: "eur", unit_amount: 8_900 },
    ],
  }),
  keyShape: {
    pattern: /^(sk|rk)_(test|live)_/,
    refusal: { status: 401, body: { error: { type: "invalid_request_error", message: "Invalid API Key provided." } } },
  },
  missingRoutes: [
    { method: "GET", path: /^\/v1\/account$/, answer: () => ({ status: 200, body: account }) },
    { method: "GET", path: /^\/v1\/balance$/, answer: () => ({ status: 200, body: balance }) },
    { method: "GET", path: /^\/v1\/subscriptions$/, answer: () => ({ status: 200, body: emptyList("/v1/subscriptions") }) },
    { method: "GET", path: /^\/v1\/invoices$/, answer: () => ({ status: 200, body: emptyList("/v1/invoices") }) },
  ],
};

const account = {
  id: "acct_HarborAndPine",
  object: "account",
  business_profile: { name: company.name, support_email: `support@${company.domain}` },
  settings: { dashboard: { display_name: company.name, timezone: "Etc/UTC" } },
  charges_enabled: true,
  country: "IE",
  default_currency: "eur",
  email: owner.email,
};

const balance = {
  object: "balance",
  livemode: false,
  available: [{ amount: 184_250, currency: "eur", source_types: { card: 184_250 } }],
  pending: [{ amount: 12_900, currency: "eur", source_types: { card: 12_900 } }],
};

function emptyList(url: string) {
  return { object: "list", url, has_more: false, data: [] };
}
