import type { Connector } from "../connector";
import { paypalOperations } from "./paypal.operations";

const checkedOn = "2026-11-21";

export const paypal: Connector = {
  slug: "paypal",
  name: "PayPal",
  category: "finance",
  description: "Take payments, refund them, send invoices, and list transactions and balances",
  synonyms: ["payment", "checkout", "refund", "invoice", "payout", "dispute", "transactions", "take payments", "braintree"],
  website: "https://www.paypal.com",
  docsUrl: "https://developer.paypal.com/api/rest/",
  sources: [
    { url: "https://github.com/paypal/paypal-rest-api-specifications/blob/main/openapi/checkout_orders_v2.json", checkedOn },
    { url: "https://github.com/paypal/paypal-rest-api-specifications/blob/main/openapi/reporting_transactions_v1.json", checkedOn },
    { url: "https://github.com/paypal/PayPal-TypeScript-Server-SDK/blob/main/doc/controllers/transaction-search.md", checkedOn },
    { url: "https://developer.paypal.com/invoicing/reference", checkedOn },
    { url: "https://developer.paypal.com/docs/api/rate-limiting", checkedOn },
  ],
  popularity: 84,
  hasDarkLogo: true,
  inputs: [
    {
      key: "environment",
      label: "Environment",
      secret: false,
      required: true,
      example: "live",
      help: "Sandbox has accounts and money of its own, and its apps have credentials of their own.",
      where: { text: "The switch between Sandbox and Live at the top of the Developer Dashboard", url: "https://developer.paypal.com/dashboard/applications" },
      options: [
        { value: "live", label: "Live", facts: { domain: "paypal.com" } },
        { value: "sandbox", label: "Sandbox", facts: { domain: "sandbox.paypal.com" } },
      ],
    },
  ],
  facts: [
    { name: "domain", pattern: "(sandbox\\.)?paypal\\.com" },
    { name: "app_id", pattern: "[A-Za-z0-9-]{1,64}" },
  ],
  auth: [
    {
      kind: "client_credentials",
      label: "REST app",
      guide: [
        { text: "Open Apps & Credentials in the PayPal Developer Dashboard, and choose Live or Sandbox. It has to be what you choose here.", url: "https://developer.paypal.com/dashboard/applications" },
        { text: "Press Create App, name it Patchbay and choose the business account it belongs to." },
        { text: "Under Features tick what you plan to use, such as Invoicing and Transaction search. A change can take some hours to reach the app." },
        { text: "Copy the client ID and the secret key from the top of the app's page." },
      ],
      fields: [
        {
          key: "client_id",
          label: "Client ID",
          secret: false,
          required: true,
          example: "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEf",
          where: { text: "Developer Dashboard, Apps & Credentials, your app", url: "https://developer.paypal.com/dashboard/applications" },
          pattern: "[A-Za-z0-9_-]{20,200}",
          patternHint: "Copy the whole client ID: it is long, and has no spaces.",
        },
        {
          key: "client_secret",
          label: "Secret key",
          secret: true,
          required: true,
          example: "EbCdEfGhIjKlMnOpQrStUvWxYz0123456789-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEf",
          where: { text: "The same page, behind the eye", url: "https://developer.paypal.com/dashboard/applications" },
        },
      ],
      tokenUrl: "https://api-m.{domain}/v1/oauth2/token",
      clientAuthentication: "basic",
      tokenFacts: ["app_id"],
    },
  ],
  api: {
    baseUrl: "https://api-m.{domain}",
    hosts: [],
    errors: { code: "name", message: "message", param: "details.0.field" },
    idempotencyHeader: "paypal-request-id",
  },
  verify: {
    method: "GET",
    path: "/v1/identity/oauth2/userinfo?schema=paypalv1.1",
    account: { id: ["payer_id", "user_id", "{app_id}"], label: ["name", "emails.0.value", "payer_id", "{app_id}"] },
    hints: [
      { status: 401, message: "PayPal does not accept this app here. Check that you chose Live or Sandbox as in the Developer Dashboard." },
      { status: 403, message: "PayPal refused this app. Tick the features it needs under Apps & Credentials, and wait until they are active." },
    ],
    alternatives: [{ method: "GET", path: "/v1/notifications/webhooks", account: { id: ["{app_id}"], label: ["{app_id}"] } }],
  },
  operations: paypalOperations,
  settings: [],
  rateLimit: { summary: "PayPal publishes no number; it answers 429 for a while when calls come too fast" },
  pagination: { kind: "page", param: "page", limitParam: "page_size", pages: "total_pages" },
  webhook: {
    header: "paypal-transmission-sig",
    algorithm: "rsa_sha256",
    encoding: "base64",
    signed: "{id}|{timestamp}|{key}|{crc32}",
    idHeader: "paypal-transmission-id",
    timestampHeader: "paypal-transmission-time",
    publicKey: { header: "paypal-cert-url", hosts: ["api.paypal.com", "api.sandbox.paypal.com"] },
    key: "The webhook's ID, as the app's page in the Developer Dashboard lists it",
  },
  mcp: { url: "https://mcp.paypal.com/mcp", auth: "oauth", note: "Clients register themselves. The sandbox has one at mcp.sandbox.paypal.com." },
  defaultVisibility: "workspace",
};
