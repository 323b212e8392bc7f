import type { Connector } from "../connector";
import { linkedinOperations } from "./linkedin.operations";

const checkedOn = "2026-11-21";

export const linkedin: Connector = {
  slug: "linkedin",
  name: "LinkedIn",
  category: "social",
  description: "Post to your LinkedIn profile and company pages, and see how posts do",
  synonyms: ["social media", "post", "share", "company page", "professional network", "publish post", "job", "b2b"],
  website: "https://www.linkedin.com",
  docsUrl: "https://learn.microsoft.com/en-us/linkedin/",
  sources: [
    { url: "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow", checkedOn },
    { url: "https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens", checkedOn },
    { url: "https://learn.microsoft.com/en-us/linkedin/marketing/versioning", checkedOn },
    { url: "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api", checkedOn },
    { url: "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/reactions-api", checkedOn },
    { url: "https://github.com/api-evangelist/linkedin/blob/main/asyncapi/linkedin-webhooks.yml", checkedOn },
  ],
  popularity: 84,
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with LinkedIn",
      guide: [
        { text: "Open LinkedIn's developer portal and press Create app. It needs a company page that vouches for it.", url: "https://www.linkedin.com/developers/apps" },
        { text: "Under Products request Sign In with LinkedIn using OpenID Connect, and Share on LinkedIn. For company pages also request the Community Management API: LinkedIn reviews it, and wants an app that has no other product." },
        { text: "Under Auth add this as an authorized redirect URL.", copy: "{callbackUrl}" },
        { text: "Compare the OAuth scopes on the same page with those ticked here: LinkedIn refuses a sign-in that asks for one the app does not have." },
        { text: "Copy the client ID and the primary client secret, and enter both here." },
      ],
      authorizeUrl: "https://www.linkedin.com/oauth/v2/authorization",
      tokenUrl: "https://www.linkedin.com/oauth/v2/accessToken",
      clientAuthentication: "post",
      // Only for native apps that LinkedIn let in, at another address.
      pkce: "none",
      scopeSeparator: " ",
      scopes: [
        { value: "openid", meaning: "Know which LinkedIn account is connected", isSensitive: false, isDefault: true, isRequired: true },
        { value: "profile", meaning: "See your name and photo", isSensitive: false, isDefault: true, isRequired: true },
        { value: "email", meaning: "See your email address", isSensitive: false, isDefault: true, isRequired: false },
        { value: "w_member_social", meaning: "Post, comment and react in your name", isSensitive: true, isDefault: true, isRequired: false },
        { value: "r_organization_social", meaning: "See posts, comments and reactions of company pages you manage", isSensitive: false, isDefault: false, isRequired: false },
        { value: "w_organization_social", meaning: "Post, comment and react as company pages you manage", isSensitive: true, isDefault: false, isRequired: false },
        { value: "w_member_social_feed", meaning: "Comment and react in your name, where the app has this newer permission", isSensitive: true, isDefault: false, isRequired: false },
        { value: "r_organization_social_feed", meaning: "See comments and reactions on your company pages' posts", isSensitive: false, isDefault: false, isRequired: false },
        { value: "w_organization_social_feed", meaning: "Comment and react as company pages you manage", isSensitive: true, isDefault: false, isRequired: false },
        { value: "r_organization_admin", meaning: "See the company pages you manage, and their figures", isSensitive: false, isDefault: false, isRequired: false },
        { value: "rw_organization_admin", meaning: "Manage your company pages, and see their figures", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // Only approved partners receive a refresh token. It lasts a year in all; others sign in again after 60 days.
      refresh: { mode: "stable", accessTtlSeconds: 5_184_000, refreshTtlSeconds: 31_536_000 },
    },
  ],
  api: {
    baseUrl: "https://api.linkedin.com",
    hosts: [],
    // Each version lives a year: this one until July 2027.
    headers: { "linkedin-version": "202607", "x-restli-protocol-version": "2.0.0" },
    errors: { code: "code", message: "message" },
  },
  verify: {
    method: "GET",
    path: "/v2/userinfo",
    account: { id: ["sub"], label: ["email", "name"] },
    hints: [
      { code: "REVOKED_ACCESS_TOKEN", message: "This access was revoked on LinkedIn. Sign in again." },
      { code: "EXPIRED_ACCESS_TOKEN", message: "This access has run out, as it does after 60 days. Sign in again." },
      { status: 403, message: "The app may not read your profile. Add the product Sign In with LinkedIn using OpenID Connect to it." },
    ],
  },
  operations: linkedinOperations,
  settings: [
    {
      key: "defaultAuthor",
      label: "Posts are made by",
      secret: false,
      required: false,
      example: "urn:li:person:AbC123dEf4",
      help: "You, or a company page, as LinkedIn's URN. Used when a post names no author.",
      where: { text: "Yours is urn:li:person: and the sub that Get your profile tells; a page's is urn:li:organization: and the number in its admin address" },
      pattern: "urn:li:(person:[A-Za-z0-9_-]{4,40}|organization:[0-9]{1,15})",
      patternHint: "Write urn:li:person:… or urn:li:organization:… with the id behind it.",
    },
  ],
  rateLimit: { summary: "So many calls a day for each address, per app and per person; the developer portal shows them. They start anew at midnight UTC" },
  pagination: { kind: "offset", param: "start", limitParam: "count", total: "paging.total" },
  webhook: {
    header: "x-li-signature",
    algorithm: "hmac_sha256",
    encoding: "hex",
    signed: "hmacsha256={body}",
    key: "The client secret of the app",
  },
  defaultVisibility: "workspace",
};
