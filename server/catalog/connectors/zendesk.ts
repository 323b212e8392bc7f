import type { Connector } from "../connector";
import { zendeskOperations } from "./zendesk.operations";

const checkedOn = "2026-11-21";

export const zendesk: Connector = {
  slug: "zendesk",
  name: "Zendesk",
  category: "support",
  description: "Find, create, answer and assign tickets, and look customers and help articles up",
  synonyms: ["helpdesk", "tickets", "support", "customer service", "create ticket", "help center", "zendesk support", "guide"],
  website: "https://www.zendesk.com",
  docsUrl: "https://developer.zendesk.com",
  sources: [
    { url: "https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/", checkedOn },
    { url: "https://developer.zendesk.com/documentation/api-basics/authentication/refresh-token", checkedOn },
    { url: "https://developer.zendesk.com/documentation/api-basics/authentication/oauth-migration/", checkedOn },
    { url: "https://developer.zendesk.com/documentation/webhooks/verifying/", checkedOn },
    { url: "https://developer.zendesk.com/api-reference/introduction/rate-limits", checkedOn },
  ],
  popularity: 86,
  hasDarkLogo: true,
  inputs: [
    {
      key: "subdomain",
      label: "Subdomain",
      secret: false,
      required: true,
      example: "acme",
      help: "The first part of your Zendesk's address: acme for acme.zendesk.com. With a domain of your own it is in Admin Center, Account, Brand management.",
      where: { text: "The address bar when you are signed in to Zendesk" },
      cut: "^https?://|\\.zendesk\\.com.*$",
      pattern: "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?",
      patternHint: "Write the part before .zendesk.com alone, such as acme.",
    },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Zendesk",
      guide: [
        { text: "In Zendesk's Admin Center open Apps and integrations, APIs, OAuth clients and press Add OAuth client. You have to be an administrator." },
        { text: "Name it Patchbay and choose the client kind Confidential." },
        { text: "Add this as a redirect URL.", copy: "{callbackUrl}" },
        { text: "Save. Copy the identifier and the secret: Zendesk shows the whole secret only now. The identifier is the client ID here." },
      ],
      authorizeUrl: "https://{subdomain}.zendesk.com/oauth/authorizations/new",
      tokenUrl: "https://{subdomain}.zendesk.com/oauth/tokens",
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "read", meaning: "See everything that you can see", isSensitive: true, isDefault: true, isRequired: false },
        { value: "write", meaning: "Create, change and delete whatever you can", isSensitive: true, isDefault: true, isRequired: false },
        { value: "tickets:read", meaning: "See tickets; enough in place of seeing everything", isSensitive: true, isDefault: false, isRequired: false },
        { value: "tickets:write", meaning: "Create, change and delete tickets", isSensitive: true, isDefault: false, isRequired: false },
        { value: "users:read", meaning: "See customers and agents", isSensitive: true, isDefault: false, isRequired: false },
        { value: "users:write", meaning: "Create, change and delete customers", isSensitive: true, isDefault: false, isRequired: false },
        { value: "organizations:read", meaning: "See organisations", isSensitive: false, isDefault: false, isRequired: false },
        { value: "hc:read", meaning: "See the help centre's articles", isSensitive: false, isDefault: false, isRequired: false },
      ],
      // Without these, older clients get tokens that never end, and newer ones 30 minutes and 30 days.
      tokenParams: { expires_in: "86400", refresh_token_expires_in: "7689600" },
      refresh: { mode: "rotating", accessTtlSeconds: null, refreshTtlSeconds: 7_689_600 },
    },
    {
      kind: "client_credentials",
      label: "As the OAuth client itself",
      guide: [
        { text: "In Zendesk's Admin Center open Apps and integrations, APIs, OAuth clients and press Add OAuth client. You have to be an administrator." },
        { text: "Name it Patchbay and choose the client kind Confidential. A redirect URL is not needed." },
        { text: "Save. Copy the identifier and the secret: Zendesk shows the whole secret only now." },
        { text: "Patchbay then acts as the administrator who made the client, and may do what they may." },
      ],
      fields: [
        { key: "client_id", label: "Identifier", secret: false, required: true, example: "patchbay", where: { text: "Admin Center, Apps and integrations, APIs, OAuth clients" }, pattern: "[\\w.-]{1,255}", patternHint: "Copy the unique identifier of the OAuth client." },
        { key: "client_secret", label: "Secret", secret: true, required: true, example: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
      ],
      tokenUrl: "https://{subdomain}.zendesk.com/oauth/tokens",
      clientAuthentication: "post",
      scope: "read write",
    },
    {
      kind: "api_key",
      label: "API token, until April 2027",
      guide: [
        { text: "Use a token that you have: since 27 October 2026 Zendesk makes no new ones, and on 30 April 2027 all of them stop working." },
        { text: "A token that was not used for 30 days is switched off. See which are on in Admin Center, Apps and integrations, APIs, API tokens." },
        { text: "Enter the token, and the email address of the agent in whose name it is used." },
      ],
      fields: [
        { key: "email", label: "Agent's email address", secret: false, required: true, example: "ada@example.com", cut: "/token$", pattern: "[^\\s@/?#:]{1,64}@[A-Za-z0-9.-]{1,253}", patternHint: "Write one email address, such as ada@example.com." },
        { key: "api_token", label: "API token", secret: true, required: true, example: "6wiIBWbGkBMo1mRDMuVwkw1EPsNkeUj95PIz2akv", looksLike: "[A-Za-z0-9]{40}", looksLikeHint: "Zendesk's API tokens have 40 letters and digits. Passwords no longer work." },
      ],
      placement: { in: "basic", username: "{email}/token", password: "{api_token}" },
    },
  ],
  api: { baseUrl: "https://{subdomain}.zendesk.com", hosts: [], errors: { code: "error", message: "description" }, idempotencyHeader: "idempotency-key" },
  // Asking who is connected proves nothing: Zendesk answers that for strangers too.
  verify: {
    method: "GET",
    path: "/api/v2/tickets/count",
    account: { id: ["{subdomain}"], label: ["{subdomain}.zendesk.com"] },
    hints: [
      { status: 401, message: "Zendesk does not accept this. Check that it belongs to this subdomain, that it was not switched off, and that the email address is an agent's." },
      { status: 403, message: "Zendesk knows this person, but they may not see tickets. Connect as an agent, with the permission to see tickets." },
      { status: 404, message: "There is no Zendesk at this subdomain. Check it." },
    ],
  },
  operations: zendeskOperations,
  settings: [],
  rateLimit: { summary: "From 200 to 2,500 requests a minute per Zendesk, by plan, and lower limits for some lists", limitHeader: "x-rate-limit", remainingHeader: "x-rate-limit-remaining", resetHeader: "ratelimit-reset", resetUnit: "seconds" },
  pagination: { kind: "cursor", param: "page[after]", path: "meta.after_cursor", more: "meta.has_more" },
  webhook: {
    header: "x-zendesk-webhook-signature",
    algorithm: "hmac_sha256",
    encoding: "base64",
    signed: "{timestamp}{body}",
    timestampHeader: "x-zendesk-webhook-signature-timestamp",
    key: "The signing secret on the webhook's page in Admin Center",
  },
  defaultVisibility: "workspace",
};
