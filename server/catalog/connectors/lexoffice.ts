import type { Connector } from "../connector";
import { lexofficeOperations } from "./lexoffice.operations";

const checkedOn = "2026-11-21";

export const lexoffice: Connector = {
  slug: "lexoffice",
  name: "Lexware Office",
  category: "finance",
  description: "Write invoices, look up vouchers and payments, and keep contacts and articles",
  synonyms: ["lexoffice", "lexware", "buchhaltung", "rechnung", "accounting", "invoice", "voucher", "germany", "haufe"],
  website: "https://office.lexware.de",
  docsUrl: "https://developers.lexware.io/docs/",
  sources: [
    { url: "https://developers.apideck.com/apis/accounting/lexware-office/overview", checkedOn },
    { url: "https://developers.lexoffice.io/cookbooks/public-api/", checkedOn },
    { url: "https://raw.githubusercontent.com/api-evangelist/lexoffice/refs/heads/main/rate-limits/lexoffice-rate-limits.yml", checkedOn },
    { url: "https://github.com/lazyants/lexware-mcp-server", checkedOn },
    { url: "https://github.com/focus-shift/lexoffice-java-sdk", checkedOn },
  ],
  popularity: 55,
  inputs: [],
  auth: [
    {
      kind: "bearer",
      label: "API key",
      guide: [
        { text: "Sign in to Lexware Office as an administrator. The plan has to be XL; a free trial has it too." },
        { text: "Open Public API under the add-ons, agree to its terms and press the button that makes a key.", url: "https://app.lexware.de/addons/public-api" },
        { text: "Name it Patchbay, copy the key, and note when it ends: a key lasts 24 months at most, and can be extended there before." },
      ],
      fields: [
        {
          key: "token",
          label: "API key",
          secret: true,
          required: true,
          example: "Zx8kPq2Lm4Nt6Rv0Wy1Bc3Df5Gh7Jk9M",
          where: { text: "Lexware Office, add-ons, Public API", url: "https://app.lexware.de/addons/public-api" },
        },
      ],
    },
  ],
  // api.lexoffice.io is the name of before.
  api: { baseUrl: "https://api.lexware.io", hosts: [], headers: { accept: "application/json" }, errors: { code: "error", message: "message", param: "details.0.field" } },
  verify: {
    method: "GET",
    path: "/v1/profile",
    account: { id: ["organizationId"], label: ["companyName", "created.userEmail", "organizationId"] },
    hints: [
      { status: 401, message: "Lexware Office does not know this key. Keys end after 24 months: make a new one." },
      { status: 402, message: "This plan has no API. It comes with Lexware Office XL." },
      { status: 403, message: "Lexware Office refused this key. The plan has to be XL." },
    ],
  },
  operations: lexofficeOperations,
  settings: [],
  rateLimit: { summary: "2 requests a second", windows: [{ calls: 2, seconds: 1 }] },
  pagination: { kind: "page", param: "page", limitParam: "size", first: 0, pages: "totalPages" },
  webhook: {
    header: "x-lxo-signature",
    algorithm: "rsa_sha512",
    encoding: "base64",
    signed: "{body}",
    publicKey: { url: "https://developers.lexware.io/webhookSignature/public/public_key.pub" },
    key: "None is needed: Lexware signs with its own key, and publishes the other half. After many failed calls it deletes the subscription",
  },
  defaultVisibility: "workspace",
};
