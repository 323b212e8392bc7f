import type { Connector, TokenAnswer } from "../connector";
import { pipedriveOperations } from "./pipedrive.operations";

const checkedOn = "2026-11-21";
const company = "[a-z0-9][a-z0-9-]{0,62}";

export const pipedrive: Connector = {
  slug: "pipedrive",
  name: "Pipedrive",
  category: "crm",
  description: "Track deals, people and organisations, plan activities and write notes in Pipedrive",
  synonyms: ["crm", "sales", "deals", "pipeline", "leads", "contacts", "activities", "sales pipeline"],
  website: "https://www.pipedrive.com",
  docsUrl: "https://developers.pipedrive.com/docs/api/v1",
  sources: [
    { url: "https://pipedrive.readme.io/docs/marketplace-oauth-authorization", checkedOn },
    { url: "https://pipedrive.readme.io/docs/marketplace-scopes-and-permissions-explanations", checkedOn },
    { url: "https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting", checkedOn },
    { url: "https://pipedrive.readme.io/docs/guide-for-webhooks-v2", checkedOn },
    { url: "https://github.com/pipedrive/client-nodejs", checkedOn },
  ],
  popularity: 80,
  inputs: [],
  facts: [{ name: "company", pattern: company }],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Pipedrive",
      guide: [
        { text: "Open Developer Hub from the menu under your name in Pipedrive. If it is not there, ask Pipedrive for a developer sandbox account.", url: "https://developers.pipedrive.com/start-here" },
        { text: "Create an app, private for your own company. Paste this as its callback URL: an app has only one.", copy: "{callbackUrl}" },
        { text: "Under OAuth & access scopes tick what you want to offer here. Pipedrive asks for what the app has, whatever is ticked when someone connects." },
        { text: "Save, and copy the client ID and the client secret. Enter both here." },
      ],
      authorizeUrl: "https://oauth.pipedrive.com/oauth/authorize",
      tokenUrl: "https://oauth.pipedrive.com/oauth/token",
      revoke: { url: "https://oauth.pipedrive.com/oauth/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "basic",
      pkce: "none",
      scopeSeparator: " ",
      scopes: [
        { value: "base", meaning: "See who is connected, and the account's settings and currencies", isSensitive: false, isDefault: true, isRequired: true },
        { value: "deals:full", meaning: "See, create, change and delete deals, with their notes and files", isSensitive: true, isDefault: true, isRequired: false },
        { value: "contacts:full", meaning: "See, create, change and delete people and organisations", isSensitive: true, isDefault: true, isRequired: false },
        { value: "activities:full", meaning: "See, create, change and delete activities", isSensitive: true, isDefault: true, isRequired: false },
        { value: "leads:full", meaning: "See, create, change and delete leads", isSensitive: true, isDefault: true, isRequired: false },
        { value: "search:read", meaning: "Search across the whole account", isSensitive: false, isDefault: true, isRequired: false },
        { value: "deals:read", meaning: "See deals", isSensitive: true, isDefault: false, isRequired: false },
        { value: "contacts:read", meaning: "See people and organisations", isSensitive: true, isDefault: false, isRequired: false },
        { value: "activities:read", meaning: "See activities", isSensitive: false, isDefault: false, isRequired: false },
        { value: "leads:read", meaning: "See leads", isSensitive: true, isDefault: false, isRequired: false },
        { value: "products:full", meaning: "See, create, change and delete products", isSensitive: true, isDefault: false, isRequired: false },
        { value: "users:read", meaning: "See colleagues who use Pipedrive", isSensitive: false, isDefault: false, isRequired: false },
        { value: "webhooks:full", meaning: "Have changes sent elsewhere", isSensitive: true, isDefault: false, isRequired: false },
        { value: "admin", meaning: "Change pipelines, stages, fields and other settings", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // A refresh token ends after 60 days without use.
      refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 5_184_000 },
      readToken,
    },
    {
      kind: "api_key",
      label: "API token",
      guide: [
        { text: "Look at the address of your Pipedrive: the part before .pipedrive.com is the company's domain." },
        { text: "Open Personal preferences, API. If the tab is not there, an admin has to allow you to use the API.", url: "https://app.pipedrive.com/settings/api" },
        { text: "Copy your personal API token, or generate one. It can do everything you can." },
      ],
      fields: [
        {
          key: "company",
          label: "Company domain",
          secret: false,
          required: true,
          example: "acme",
          help: "The part before .pipedrive.com. You may paste the whole address.",
          where: { text: "The address of your Pipedrive", url: "https://app.pipedrive.com" },
          cut: "^https?://|\\.pipedrive\\.com[^]*$|/[^]*$",
          pattern: company,
          patternHint: "Write the company's domain as in acme.pipedrive.com, in lower case.",
        },
        {
          key: "api_key",
          label: "API token",
          secret: true,
          required: true,
          example: "0123456789abcdef0123456789abcdef01234567",
          where: { text: "Personal preferences, API", url: "https://app.pipedrive.com/settings/api" },
          looksLike: "[0-9a-f]{40}",
          looksLikeHint: "Pipedrive's API tokens have 40 letters and digits.",
        },
      ],
      placement: { in: "header", name: "x-api-token", template: "{api_key}" },
      facts: [{ name: "company", field: "company", pattern: `(${company})` }],
    },
  ],
  api: { baseUrl: "https://{company}.pipedrive.com", hosts: [], errors: { failedWhen: { path: "success", equals: false }, code: "code", message: "error" } },
  verify: {
    method: "GET",
    path: "/api/v1/users/me",
    account: { id: ["data.id"], label: ["data.company_name", "data.email", "data.name"] },
    hints: [
      { status: 401, message: "Pipedrive does not know this token in this company. Copy it again, and check the company domain." },
      { status: 402, message: "This company's subscription has ended. Pipedrive answers no calls until it is renewed." },
      { status: 403, message: "Pipedrive refuses this person. An admin has to allow them to use the API, or the app lacks a scope." },
    ],
  },
  operations: pipedriveOperations,
  settings: [],
  rateLimit: {
    summary: "A daily budget for the whole company, by plan and seats, of which each call takes a part; and a number of calls in 2 seconds per person",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset",
    resetUnit: "seconds",
  },
  pagination: { kind: "cursor", param: "cursor", path: "additional_data.next_cursor" },
  webhook: { header: "authorization", algorithm: "token", prefix: "Basic ", key: "The user name and password set on the webhook, joined by a colon and written in base64. Pipedrive signs nothing" },
  mcp: { url: "https://mcp.pipedrive.ai/mcp", auth: "oauth" },
  defaultVisibility: "workspace",
};

/** The answer names the company's own host, which is the only one that its tokens are for. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  const { scope, api_domain: domain } = answer;
  const host = typeof domain === "string" ? /^https:\/\/([a-z0-9-]+)\.pipedrive\.com\/?$/.exec(domain)?.[1] : undefined;
  return { ...answer, ...(typeof scope === "string" ? { scope: scope.replaceAll(",", " ") } : {}), ...(host === undefined ? {} : { facts: { company: host } }) };
}
