import type { Connector } from "../connector";
import { mailchimpOperations } from "./mailchimp.operations";

const checkedOn = "2026-11-21";

export const mailchimp: Connector = {
  slug: "mailchimp",
  name: "Mailchimp",
  category: "marketing",
  description: "Grow audiences, tag contacts, and create and send campaigns",
  synonyms: ["newsletter", "email marketing", "audience", "list", "campaign", "subscriber", "intuit"],
  website: "https://mailchimp.com",
  docsUrl: "https://mailchimp.com/developer/marketing/api/",
  sources: [
    { url: "https://raw.githubusercontent.com/api-evangelist/mailchimp/refs/heads/main/rate-limits/mailchimp-rate-limits.yml", checkedOn },
    { url: "https://kestra.io/plugins/plugin-mailchimp/mailchimp-account/io.kestra.plugin.mailchimp.account.ping", checkedOn },
    { url: "https://integrations.sh/mailchimp.com/mailchimp-marketing-api/", checkedOn },
  ],
  popularity: 73,
  keyShapes: ["[0-9a-f]{32}-us[0-9]{1,3}"],
  inputs: [],
  facts: [{ name: "dc", pattern: "[a-z]{2,4}[0-9]{1,3}" }],
  auth: [
    {
      kind: "api_key",
      label: "API key",
      guide: [
        { text: "Open API keys in your Mailchimp account. You need at least the Manager role.", url: "https://admin.mailchimp.com/account/api/" },
        { text: "Press Create A Key, name it Patchbay and generate it." },
        { text: "Copy the key at once, with the part after the dash: Mailchimp shows it only now. It can do everything your account can." },
      ],
      fields: [
        {
          key: "api_key",
          label: "API key",
          secret: true,
          required: true,
          example: "0123456789abcdef0123456789abcdef-us21",
          where: { text: "Account, Extras, API keys", url: "https://admin.mailchimp.com/account/api/" },
          pattern: "[!-,.-~]{1,200}-[a-z]{2,4}[0-9]{1,3}",
          patternHint: "Copy the whole key: it ends with a dash and the data centre, such as -us21.",
          looksLike: "[0-9a-f]{32}-[a-z]{2,4}[0-9]{1,3}",
          looksLikeHint: "Mailchimp's keys have 32 letters and digits before the dash.",
        },
      ],
      placement: { in: "basic", username: "patchbay", password: "{api_key}" },
      // The data centre is a part of the host.
      facts: [{ name: "dc", field: "api_key", pattern: "[!-,.-~]{1,200}-([a-z]{2,4}[0-9]{1,3})" }],
    },
  ],
  api: { baseUrl: "https://{dc}.api.mailchimp.com", hosts: [], errors: { code: "title", message: "detail", param: "errors.0.field" } },
  verify: {
    method: "GET",
    path: "/3.0/",
    account: { id: ["account_id"], label: ["account_name", "email"] },
    hints: [
      { status: 401, message: "Mailchimp does not know this key. It may have been revoked: make a new one." },
      { status: 403, message: "Mailchimp refused this key. The account may be suspended, or the person who made it lost access." },
    ],
    alternatives: [{ method: "GET", path: "/3.0/ping", account: { id: [], label: [] } }],
  },
  operations: mailchimpOperations,
  settings: [],
  rateLimit: { summary: "10 calls at the same time per key; there are no headers that tell what is left" },
  pagination: { kind: "offset", param: "offset", limitParam: "count", total: "total_items" },
  webhook: {
    header: "x-mailchimp-signature",
    algorithm: "hmac_sha256",
    encoding: "hex",
    parts: { timestamp: "t", signature: "v1" },
    signed: "{timestamp}.{body}",
    timestampUnit: "seconds",
    toleranceSeconds: 300,
    key: "The signing secret that Mailchimp returned once when the webhook was made. Older webhooks are not signed: put a secret into their address instead",
  },
  defaultVisibility: "workspace",
};
