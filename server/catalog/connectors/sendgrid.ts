import type { Connector } from "../connector";
import { sendgridOperations } from "./sendgrid.operations";

const checkedOn = "2026-11-21";

export const sendgrid: Connector = {
  slug: "sendgrid",
  name: "SendGrid",
  category: "marketing",
  description: "Send email, use your templates, and see whether messages were delivered",
  synonyms: ["email", "send email", "mail", "transactional email", "twilio sendgrid", "smtp"],
  website: "https://sendgrid.com",
  docsUrl: "https://www.twilio.com/docs/sendgrid/api-reference",
  sources: [
    { url: "https://docs.sendgrid.com/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access", checkedOn },
    { url: "https://static0.twilio.com/docs/sendgrid/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access", checkedOn },
  ],
  popularity: 75,
  keyShapes: ["SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"],
  inputs: [
    {
      key: "region",
      label: "Region",
      secret: false,
      required: false,
      example: "api",
      help: "Choose Europe for keys of an EU regional subuser.",
      options: [
        { value: "api", label: "Global" },
        { value: "api.eu", label: "Europe" },
      ],
    },
  ],
  facts: [{ name: "key_id", pattern: "[A-Za-z0-9_-]{8,64}" }],
  auth: [
    {
      kind: "api_key",
      label: "API key",
      guide: [
        { text: "Open API Keys in SendGrid's settings and press Create API Key.", url: "https://app.sendgrid.com/settings/api_keys" },
        { text: "Choose Restricted Access and allow Mail Send. Add Email Activity and Suppressions: read, if you want delivery states." },
        { text: "Create the key and copy it at once: SendGrid shows it only now. It starts with SG." },
        { text: "Make sure that the address you send from is verified under Sender Authentication.", url: "https://app.sendgrid.com/settings/sender_auth" },
      ],
      fields: [
        {
          key: "api_key",
          label: "API key",
          secret: true,
          required: true,
          example: "SG.AbCdEfGhIjKlMnOpQrStUv.WxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123",
          where: { text: "Settings, API Keys", url: "https://app.sendgrid.com/settings/api_keys" },
          looksLike: "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
          looksLikeHint: "SendGrid's keys start with SG. and have two dots. The key ID that the list shows is not enough.",
        },
      ],
      placement: { in: "header", name: "authorization", template: "Bearer {api_key}" },
      // The part between the dots is the ID that SendGrid's own list shows.
      facts: [{ name: "key_id", field: "api_key", pattern: "SG\\.([A-Za-z0-9_-]{8,64})\\..+" }],
    },
  ],
  api: { baseUrl: "https://{region}.sendgrid.com", hosts: [], errors: { message: "errors.0.message", param: "errors.0.field" } },
  verify: {
    method: "GET",
    path: "/v3/scopes",
    account: { id: ["{key_id}"], label: ["Key {key_id}"] },
    hints: [
      { status: 401, message: "SendGrid does not know this key. It may have been deleted, or belong to the other region." },
      { status: 403, message: "SendGrid refused this key. If the account limits access by IP address, add this server's address." },
    ],
  },
  operations: sendgridOperations,
  settings: [
    {
      key: "fromEmail",
      label: "From address",
      secret: false,
      required: false,
      example: "hello@example.com",
      help: "Used when an email does not name a sender. SendGrid has to have verified it.",
      pattern: "[^\\s@<>,;]{1,64}@[A-Za-z0-9.-]{1,253}",
      patternHint: "Write one email address, such as hello@example.com.",
    },
    {
      key: "fromName",
      label: "From name",
      secret: false,
      required: false,
      example: "Acme Support",
      help: "What people see as the sender.",
      pattern: "[^<>\"]{1,100}",
      patternHint: "Write a name without quotes or angle brackets.",
    },
  ],
  rateLimit: {
    summary: "A number of requests a minute, different for each kind of call",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset",
    resetUnit: "epoch_seconds",
  },
  pagination: { kind: "offset", param: "offset", limitParam: "limit" },
  webhook: {
    header: "x-twilio-email-event-webhook-signature",
    algorithm: "ecdsa_p256_sha256",
    encoding: "base64",
    signed: "{timestamp}{body}",
    timestampHeader: "x-twilio-email-event-webhook-timestamp",
    timestampUnit: "seconds",
    key: "The verification key under Mail Settings, Event Webhook, Signature verification",
  },
  environment: { authKind: "api_key", values: { api_key: "SENDGRID_API_KEY" }, settings: { fromEmail: "SENDGRID_FROM_EMAIL" } },
  defaultVisibility: "workspace",
};
