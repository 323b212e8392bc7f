import type { Connector } from "../connector";
import { squareOperations } from "./square.operations";

const checkedOn = "2026-11-21";
const version = "2026-05-20";

export const square: Connector = {
  slug: "square",
  name: "Square",
  category: "finance",
  description: "List payments and orders, refund, make payment links, and keep customers and invoices",
  synonyms: ["pos", "point of sale", "card reader", "squareup", "refund", "pay by link", "orders", "till", "card payments"],
  website: "https://squareup.com",
  docsUrl: "https://developer.squareup.com/reference/square",
  sources: [
    { url: "https://developer.squareup.com/reference/square/o-auth/obtain-token", checkedOn },
    { url: "https://developer.squareup.com/reference/square/objects/ObtainTokenResponse", checkedOn },
    { url: "https://developer.squareup.com/docs/oauth-api/refresh-revoke-limit-scope", checkedOn },
    { url: "https://developer.squareup.com/docs/build-basics/access-tokens.md", checkedOn },
    { url: "https://github.com/square/connect-api-specification/blob/master/api.json", checkedOn },
    { url: "https://github.com/square/square-nodejs-sdk", checkedOn },
    { url: "https://github.com/square/square-mcp-server", checkedOn },
  ],
  popularity: 74,
  hasDarkLogo: true,
  inputs: [
    {
      key: "environment",
      label: "Environment",
      secret: false,
      required: true,
      example: "production",
      help: "Sandbox has test accounts and credentials of its own.",
      where: { text: "The switch at the bottom of the Developer Console", url: "https://developer.squareup.com/apps" },
      options: [
        { value: "production", label: "Production", facts: { domain: "squareup.com" } },
        { value: "sandbox", label: "Sandbox", facts: { domain: "squareupsandbox.com" } },
      ],
    },
  ],
  facts: [
    { name: "domain", pattern: "squareup(sandbox)?\\.com" },
    { name: "merchant_id", pattern: "[A-Za-z0-9_-]{1,64}" },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Square",
      guide: [
        { text: "Open the Square Developer Console and create an application.", url: "https://developer.squareup.com/apps" },
        { text: "Open the application, then OAuth. Choose Production or Sandbox as you did here." },
        { text: "Set this as the redirect URL and save. In production it has to start with https.", copy: "{callbackUrl}" },
        { text: "Copy the application ID and the application secret from the same page. They are the client ID and client secret to enter here." },
        { text: "In the sandbox, open a test account's dashboard from the console before you connect: Square asks it for consent." },
      ],
      authorizeUrl: "https://connect.{domain}/oauth2/authorize",
      tokenUrl: "https://connect.{domain}/oauth2/token",
      clientAuthentication: "post",
      // Square has PKCE for apps without a secret alone.
      pkce: "none",
      scopeSeparator: " ",
      scopes: [
        { value: "MERCHANT_PROFILE_READ", meaning: "See the business and its locations", isSensitive: false, isDefault: true, isRequired: true },
        { value: "PAYMENTS_READ", meaning: "See payments and refunds", isSensitive: true, isDefault: true, isRequired: false },
        { value: "PAYMENTS_WRITE", meaning: "Take payments, refund them and make payment links", isSensitive: true, isDefault: false, isRequired: false },
        { value: "ORDERS_READ", meaning: "See orders", isSensitive: false, isDefault: true, isRequired: false },
        { value: "ORDERS_WRITE", meaning: "Create and change orders", isSensitive: true, isDefault: false, isRequired: false },
        { value: "CUSTOMERS_READ", meaning: "See customers and their addresses", isSensitive: true, isDefault: true, isRequired: false },
        { value: "CUSTOMERS_WRITE", meaning: "Create, change and delete customers", isSensitive: true, isDefault: false, isRequired: false },
        { value: "ITEMS_READ", meaning: "See the items you sell", isSensitive: false, isDefault: true, isRequired: false },
        { value: "ITEMS_WRITE", meaning: "Create, change and delete items", isSensitive: true, isDefault: false, isRequired: false },
        { value: "INVENTORY_READ", meaning: "See stock levels", isSensitive: false, isDefault: false, isRequired: false },
        { value: "INVOICES_READ", meaning: "See invoices", isSensitive: true, isDefault: true, isRequired: false },
        { value: "INVOICES_WRITE", meaning: "Create, send and cancel invoices", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // Elsewhere a sign-in that is still open in the browser would be used without asking which account is meant.
      authorizeParams: { session: "false" },
      tokenHeaders: { "content-type": "application/json", "square-version": version },
      // The answer says `expires_at`, as a date; tokens last 30 days.
      refresh: { mode: "stable", accessTtlSeconds: 2_592_000 },
      tokenFacts: ["merchant_id"],
    },
    {
      kind: "bearer",
      label: "Personal access token",
      guide: [
        { text: "Open the Square Developer Console and your application, or create one.", url: "https://developer.squareup.com/apps" },
        { text: "Open Credentials, and choose Production or Sandbox as you did here." },
        { text: "Show the access token and copy it. It can do everything in your own Square account, so keep it to yourself." },
      ],
      fields: [
        {
          key: "token",
          label: "Access token",
          secret: true,
          required: true,
          example: "EAAAEabcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVW",
          where: { text: "Developer Console, your application, Credentials", url: "https://developer.squareup.com/apps" },
          looksLike: "(EAAA|sq0atp-)[A-Za-z0-9_-]{20,200}",
          looksLikeHint: "Square's access tokens start with EAAA. The application ID (sq0idp-) and secret (sq0csp-) do not work here.",
        },
      ],
    },
  ],
  api: {
    baseUrl: "https://connect.{domain}",
    hosts: [],
    headers: { "square-version": version },
    errors: { code: "errors.0.code", message: "errors.0.detail", param: "errors.0.field" },
  },
  verify: {
    method: "GET",
    path: "/v2/merchants/me",
    account: { id: ["merchant.id", "{merchant_id}"], label: ["merchant.business_name", "merchant.id"] },
    hints: [
      { status: 401, message: "Square does not know this token here. It may have been replaced, or it belongs to the other of Production and Sandbox." },
      { status: 403, message: "This token may not read the business. Connect again and allow to see the business and its locations." },
    ],
  },
  operations: squareOperations,
  settings: [
    {
      key: "location_id",
      label: "Default location",
      secret: false,
      required: false,
      example: "L88917AVBK2S5",
      help: "Used where an operation needs a location and none is given.",
      where: { text: "Developer Console, your application, Locations", url: "https://developer.squareup.com/apps" },
      pattern: "[A-Z0-9]{5,32}",
      patternHint: "A location's id is capital letters and digits, such as L88917AVBK2S5.",
    },
  ],
  rateLimit: { summary: "Square publishes no number; it answers 429 with RATE_LIMITED when calls come too fast" },
  pagination: { kind: "cursor", param: "cursor", path: "cursor" },
  webhook: {
    header: "x-square-hmacsha256-signature",
    algorithm: "hmac_sha256",
    encoding: "base64",
    signed: "{url}{body}",
    key: "The signature key of the webhook subscription. The address has to be the one entered there, letter for letter",
  },
  mcp: { url: "https://mcp.squareup.com/mcp", auth: "oauth", note: "Reaches production alone, and lets in the clients that Square has listed." },
  defaultVisibility: "workspace",
};
