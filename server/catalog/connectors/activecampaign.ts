import type { Connector } from "../connector";
import { activecampaignOperations } from "./activecampaign.operations";

const checkedOn = "2026-11-21";

export const activecampaign: Connector = {
  slug: "activecampaign",
  name: "ActiveCampaign",
  category: "marketing",
  description: "Keep contacts, tags and lists, start automations and follow deals in ActiveCampaign",
  synonyms: ["email marketing", "marketing automation", "newsletter", "contacts", "tags", "deals", "subscriber", "drip campaign"],
  website: "https://www.activecampaign.com",
  docsUrl: "https://developers.activecampaign.com/reference/overview",
  sources: [
    { url: "https://developers.activecampaign.com/reference/authentication", checkedOn },
    { url: "https://developers.activecampaign.com/reference/rate-limits", checkedOn },
    { url: "https://github.com/api-evangelist/activecampaign/blob/main/openapi/_original/activecampaign-v3.json", checkedOn },
    { url: "https://github.com/api-evangelist/activecampaign/blob/main/conventions/activecampaign-conventions.yml", checkedOn },
  ],
  popularity: 58,
  inputs: [
    {
      key: "host",
      label: "API URL",
      secret: false,
      required: true,
      example: "acme.api-us1.com",
      help: "Every account has its own. Copy it as it stands: it cannot be made from the account's name.",
      where: { text: "Settings, Developer, API access", url: "https://help.activecampaign.com/hc/en-us/articles/207317590-Getting-started-with-the-API" },
      cut: "^https?://|/[\\s\\S]*$",
      pattern: "[a-z0-9][a-z0-9-]{0,62}\\.(api-[a-z]{2}[0-9]{1,2}|activehosted)\\.com",
      patternHint: "Copy the URL from Settings, Developer. It looks like https://acme.api-us1.com.",
    },
  ],
  auth: [
    {
      kind: "api_key",
      label: "API key",
      guide: [
        { text: "Sign in to ActiveCampaign as the user whom Patchbay should act as: every user has a key of their own, with that user's permissions." },
        { text: "Open Settings, then Developer. Under API access copy the URL and enter it above." },
        { text: "Copy the key below it and enter it here." },
      ],
      fields: [
        {
          key: "api_key",
          label: "API key",
          secret: true,
          required: true,
          example: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567",
          where: { text: "Settings, Developer, API access" },
          looksLike: "[0-9a-f]{64,80}",
          looksLikeHint: "ActiveCampaign's keys have 72 letters and digits, from 0 to 9 and a to f.",
        },
      ],
      placement: { in: "header", name: "api-token", template: "{api_key}" },
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], errors: { code: "errors.0.code", message: "errors.0.title", param: "errors.0.source.pointer" } },
  verify: {
    method: "GET",
    path: "/api/3/users/me",
    account: { id: ["user.id"], label: ["user.email", "user.username"] },
    hints: [
      { status: 401, message: "ActiveCampaign does not know this key. Copy it again from Settings, Developer, of the same account as the URL." },
      { status: 403, message: "ActiveCampaign refused this key. It may belong to another account than the URL, or its user lost API access." },
    ],
    // Users without permission to see users may still have contacts.
    alternatives: [{ method: "GET", path: "/api/3/contacts?limit=1", account: { id: [], label: ["{host}"] } }],
  },
  operations: activecampaignOperations,
  settings: [],
  rateLimit: { summary: "5 requests a second per account, shared by all of its keys", limitHeader: "ratelimit-limit", remainingHeader: "ratelimit-remaining", windows: [{ calls: 5, seconds: 1 }] },
  pagination: { kind: "offset", param: "offset", limitParam: "limit", total: "meta.total" },
  defaultVisibility: "workspace",
};
