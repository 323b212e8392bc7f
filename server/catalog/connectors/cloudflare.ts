import type { Connector } from "../connector";
import { cloudflareOperations } from "./cloudflare.operations";

const checkedOn = "2026-11-21";

export const cloudflare: Connector = {
  slug: "cloudflare",
  name: "Cloudflare",
  category: "cloud",
  description: "Manage domains and DNS records, empty caches, and look after Workers and R2 buckets",
  synonyms: ["dns", "cdn", "zone", "domain", "purge cache", "workers", "pages", "r2", "waf", "ssl", "ddos", "tunnel"],
  website: "https://www.cloudflare.com",
  docsUrl: "https://developers.cloudflare.com/api/",
  sources: [
    { url: "https://developers.cloudflare.com/fundamentals/oauth/integrate-with-cloudflare/", checkedOn },
    { url: "https://developers.cloudflare.com/fundamentals/oauth/create-an-oauth-client/", checkedOn },
    { url: "https://developers.cloudflare.com/api/resources/iam/subresources/oauth_scopes/", checkedOn },
    { url: "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats", checkedOn },
    { url: "https://developers.cloudflare.com/api/resources/accounts/subresources/tokens/methods/verify", checkedOn },
    { url: "https://github.com/cloudflare/cloudflare-typescript/blob/main/src/resources/dns/records.ts", checkedOn },
  ],
  popularity: 86,
  keyShapes: ["cf([ua]t|k)_[A-Za-z0-9_-]{40,80}"],
  inputs: [],
  auth: [
    {
      kind: "bearer",
      label: "API token",
      guide: [
        { text: "Open API tokens in your profile and press Create Token. For a token that belongs to the account and not to you, open Manage account, Account API tokens instead.", url: "https://dash.cloudflare.com/profile/api-tokens" },
        { text: "Start from Create Custom Token. Add Zone, Zone, Read and what you plan to use, such as Zone, DNS, Edit." },
        { text: "Add Account, Account Settings, Read as well, so that Patchbay can tell whose account it is." },
        { text: "Choose which accounts and domains it may touch, continue and create it. Copy the token at once: Cloudflare shows it only now." },
      ],
      fields: [
        {
          key: "token",
          label: "API token",
          secret: true,
          required: true,
          example: "cfut_0123456789abcdefABCDEF0123456789abcdefgh01234567",
          where: { text: "My Profile, API Tokens", url: "https://dash.cloudflare.com/profile/api-tokens" },
          // Tokens made before 2026 have no prefix.
          looksLike: "(?!cfk_)[A-Za-z0-9_-]{40,}",
          looksLikeHint: "Cloudflare's API tokens start with cfut_ or cfat_, and older ones have 40 letters and digits. A Global API Key goes elsewhere.",
        },
      ],
    },
    {
      kind: "oauth2",
      label: "Sign in with Cloudflare",
      guide: [
        { text: "In the Cloudflare dashboard choose your account, open Manage account, OAuth clients, and press Create client.", url: "https://dash.cloudflare.com/?to=/:account/oauth-clients" },
        { text: "Choose the response type code, the grant types Authorization Code and Refresh Token, and the token authentication method client_secret_basic." },
        { text: "Paste this as the redirect URL.", copy: "{callbackUrl}" },
        { text: "Continue and choose the scopes you want to offer here. Cloudflare refuses a sign-in that asks for one the client does not have." },
        { text: "Create the client, copy the client ID and the client secret, and enter both here. Until the client is made public only members of your account can sign in." },
      ],
      authorizeUrl: "https://dash.cloudflare.com/oauth2/auth",
      tokenUrl: "https://dash.cloudflare.com/oauth2/token",
      revoke: { url: "https://dash.cloudflare.com/oauth2/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "basic",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "offline_access", meaning: "Stay connected when you are away", isSensitive: false, isDefault: true, isRequired: true },
        { value: "user-details.read", meaning: "See your name and email address", isSensitive: false, isDefault: true, isRequired: true },
        { value: "account-settings.read", meaning: "See your accounts and their settings", isSensitive: false, isDefault: true, isRequired: false },
        { value: "zone.read", meaning: "See your domains", isSensitive: false, isDefault: true, isRequired: false },
        { value: "dns.read", meaning: "See DNS records", isSensitive: false, isDefault: true, isRequired: false },
        { value: "dns.write", meaning: "Add, change and delete DNS records", isSensitive: true, isDefault: false, isRequired: false },
        { value: "workers-scripts.read", meaning: "See Workers", isSensitive: false, isDefault: false, isRequired: false },
        { value: "workers-scripts.write", meaning: "Deploy, change and delete Workers", isSensitive: true, isDefault: false, isRequired: false },
        { value: "workers-r2.read", meaning: "See R2 buckets", isSensitive: false, isDefault: false, isRequired: false },
        { value: "workers-r2.write", meaning: "Create, change and delete R2 buckets", isSensitive: true, isDefault: false, isRequired: false },
        { value: "memberships.read", meaning: "See which accounts you are a member of", isSensitive: false, isDefault: false, isRequired: false },
      ],
      refresh: { mode: "rotating", accessTtlSeconds: 3_600 },
    },
    {
      kind: "api_key",
      label: "Global API Key",
      guide: [
        { text: "Take an API token instead where you can: the Global API Key can do everything you can, in all your accounts." },
        { text: "Open API Tokens in your profile and press View beside Global API Key.", url: "https://dash.cloudflare.com/profile/api-tokens" },
        { text: "Enter your password, copy the key, and enter it here with the email address you sign in with." },
      ],
      fields: [
        { key: "email", label: "Email address", secret: false, required: true, example: "ada@example.com", help: "The one you sign in to Cloudflare with.", pattern: "[^\\s@/?#]{1,64}@[A-Za-z0-9.-]{1,253}", patternHint: "Write one email address, such as ada@example.com." },
        {
          key: "api_key",
          label: "Global API Key",
          secret: true,
          required: true,
          example: "cfk_0123456789abcdefABCDEF0123456789abcdefgh01234567",
          where: { text: "My Profile, API Tokens, Global API Key", url: "https://dash.cloudflare.com/profile/api-tokens" },
          looksLike: "cfk_[A-Za-z0-9_-]{40,}|[0-9a-f]{37}",
          looksLikeHint: "A Global API Key starts with cfk_, and older ones have 37 digits and letters from a to f. Origin CA keys do not work here.",
        },
      ],
      placement: [
        { in: "header", name: "x-auth-email", template: "{email}" },
        { in: "header", name: "x-auth-key", template: "{api_key}" },
      ],
    },
  ],
  api: { baseUrl: "https://api.cloudflare.com", hosts: [], errors: { failedWhen: { path: "success", equals: false }, code: "errors.0.code", message: "errors.0.message", param: "errors.0.source.pointer" } },
  verify: {
    method: "GET",
    path: "/client/v4/accounts?per_page=5",
    account: { id: ["result.0.id"], label: ["result.0.name"] },
    hints: [
      { code: "6003", message: "This is not an API token. Copy the token itself, not its name or ID. A Global API Key does not work here." },
      { status: 401, message: "Cloudflare does not know this token. It may have expired, been rolled or deleted: make a new one." },
      { status: 403, message: "Cloudflare refused this token. It may be limited to other IP addresses, or not active yet." },
    ],
    // Tokens of an account, not a person, fail the second call: they pass the first.
    alternatives: [{ method: "GET", path: "/client/v4/user/tokens/verify", account: { id: ["result.id"], label: [] } }],
    perKind: {
      api_key: {
        method: "GET",
        path: "/client/v4/user",
        account: { id: ["result.id"], label: ["result.email"] },
        hints: [
          { code: "6003", message: "This is not a Global API Key. Copy it again; an API token goes elsewhere." },
          { code: "9103", message: "Cloudflare does not know this key for this email address. Check both." },
        ],
      },
      oauth2: {
        method: "GET",
        path: "/client/v4/user",
        account: { id: ["result.id"], label: ["result.email"] },
        hints: [{ status: 401, message: "Cloudflare no longer accepts this sign-in. Access may have been removed under Connected applications in your profile: connect again." }],
      },
    },
  },
  operations: cloudflareOperations,
  settings: [
    {
      key: "account",
      label: "Account ID",
      secret: false,
      required: false,
      example: "023e105f4ecef8ad9ca31a8372d0c353",
      help: "Used when a call does not name an account.",
      where: { text: "Dashboard, Account home, the menu beside the account's name", url: "https://dash.cloudflare.com" },
      pattern: "[0-9a-f]{32}",
      patternHint: "An account ID has 32 digits and letters from a to f.",
    },
  ],
  rateLimit: { summary: "1,200 requests in 5 minutes per person or token, and 200 a second per IP address", windows: [{ calls: 1_200, seconds: 300 }] },
  pagination: { kind: "page", param: "page", limitParam: "per_page", pages: "result_info.total_pages" },
  webhook: { header: "cf-webhook-auth", algorithm: "token", key: "The secret you typed when you added the webhook under Notifications, Destinations" },
  mcp: { url: "https://mcp.cloudflare.com/mcp", auth: "oauth", note: "Further servers for single products stand at their own names, such as docs.mcp.cloudflare.com and observability.mcp.cloudflare.com." },
  defaultVisibility: "workspace",
};
