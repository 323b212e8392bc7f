import type { Connector } from "../connector";
import { stripeOperations } from "./stripe.operations";

const checkedOn = "2026-11-21";

export const stripe: Connector = {
  slug: "stripe",
  name: "Stripe",
  category: "finance",
  description: "Take payments, manage customers and subscriptions, and see your balance",
  synonyms: ["payment", "billing", "invoice", "subscription", "credit card", "checkout", "refund", "take payments"],
  website: "https://stripe.com",
  docsUrl: "https://docs.stripe.com/api",
  sources: [
    { url: "https://docs.stripe.com/keys?locale=en-US", checkedOn },
    { url: "https://docs.stripe.com/keys/restricted-api-keys", checkedOn },
    { url: "https://docs.stripe.com/keys/restricted-api-keys.md", checkedOn },
  ],
  popularity: 93,
  keyShapes: ["(sk|rk)_(test|live)_[A-Za-z0-9_]{6,}"],
  inputs: [],
  auth: [
    {
      kind: "api_key",
      label: "API key",
      guide: [
        { text: "Open API keys in the Stripe Dashboard. To try things out, switch to a sandbox first.", url: "https://dashboard.stripe.com/apikeys" },
        { text: "Press Create restricted key, and grant Read or Write only for what you plan to use. Read on Balance lets Patchbay check the key." },
        { text: "Create the key and copy it at once: Stripe shows it only now. It starts with rk_live_ or rk_test_." },
      ],
      fields: [
        {
          key: "api_key",
          label: "API key",
          secret: true,
          required: true,
          example: "rk_test_51AbCdEfGhIjKlMnOpQrStUv",
          help: "A restricted key is safer than the secret key: it can do only what you allow.",
          where: { text: "Dashboard, Developers, API keys", url: "https://dashboard.stripe.com/apikeys" },
          looksLike: "(sk|rk)_(test|live)_[A-Za-z0-9_]{6,}",
          looksLikeHint: "This does not look like a secret or restricted key, which start with sk_ or rk_. Publishable keys (pk_) cannot be used here.",
        },
      ],
      placement: { in: "header", name: "authorization", template: "Bearer {api_key}" },
    },
  ],
  api: {
    baseUrl: "https://api.stripe.com",
    hosts: ["files.stripe.com"],
    headers: { "stripe-version": "2026-07-29.dahlia" },
    errors: { code: "error.code", message: "error.message", param: "error.param", declineCode: "error.decline_code" },
    idempotencyHeader: "idempotency-key",
  },
  verify: {
    method: "GET",
    path: "/v1/account",
    account: { id: ["id"], label: ["business_profile.name", "settings.dashboard.display_name", "email", "id"] },
    hints: [
      { status: 401, message: "Stripe does not know this key. It may have been rolled or deleted: copy it again from the Dashboard." },
      { status: 403, message: "This restricted key may read nothing that tells Patchbay whether it works. Grant it Read on Balance, then try again." },
    ],
    alternatives: [
      { method: "GET", path: "/v1/balance", account: { id: [], label: [] } },
      { method: "GET", path: "/v1/customers?limit=1", account: { id: [], label: [] } },
      { method: "GET", path: "/v1/charges?limit=1", account: { id: [], label: [] } },
      { method: "GET", path: "/v1/payment_intents?limit=1", account: { id: [], label: [] } },
    ],
  },
  operations: stripeOperations,
  settings: [],
  rateLimit: { summary: "100 read and 100 write requests a second in live mode, fewer in a sandbox", windows: [{ calls: 100, seconds: 1 }] },
  pagination: { kind: "cursor", param: "starting_after", path: "data.-1.id", more: "has_more" },
  webhook: {
    header: "stripe-signature",
    algorithm: "hmac_sha256",
    encoding: "hex",
    parts: { timestamp: "t", signature: "v1" },
    signed: "{timestamp}.{body}",
    timestampUnit: "seconds",
    toleranceSeconds: 300,
    key: "The signing secret of the event destination, which starts with whsec_",
  },
  mcp: { url: "https://mcp.stripe.com", auth: "oauth", note: "Clients register themselves; a restricted key as bearer token works too." },
  environment: { authKind: "api_key", values: { api_key: "STRIPE_API_KEY" } },
  defaultVisibility: "workspace",
};
