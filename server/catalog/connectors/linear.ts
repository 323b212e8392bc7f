import type { Connector } from "../connector";
import { linearOperations } from "./linear.operations";

const checkedOn = "2026-11-21";

export const linear: Connector = {
  slug: "linear",
  name: "Linear",
  category: "productivity",
  description: "Create and update issues, follow projects and comment in your Linear workspace",
  synonyms: ["issue", "ticket", "bug", "project", "cycle", "roadmap", "sprint", "issue tracker"],
  website: "https://linear.app",
  docsUrl: "https://linear.app/developers",
  sources: [
    { url: "https://linear.app/developers/oauth-2-0-authentication.md", checkedOn },
    { url: "https://linear.app/docs/oauth/authentication", checkedOn },
    { url: "https://linear.app/developers/rate-limiting.md", checkedOn },
    { url: "https://linear.app/docs/api/sdk-webhooks", checkedOn },
  ],
  popularity: 82,
  keyShapes: ["lin_(api|oauth)_[A-Za-z0-9]{10,}"],
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Linear",
      guide: [
        { text: "Open Linear's form for a new OAuth application. You have to be an admin of the workspace that owns it.", url: "https://linear.app/settings/api/applications/new" },
        { text: "Give it a name, and add this as the callback URL.", copy: "{callbackUrl}" },
        { text: "Switch Public on if people of other workspaces should connect too. Create the application." },
        { text: "Copy the client ID and the client secret, and enter both here." },
      ],
      authorizeUrl: "https://linear.app/oauth/authorize",
      tokenUrl: "https://api.linear.app/oauth/token",
      revoke: { url: "https://api.linear.app/oauth/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: ",",
      scopes: [
        { value: "read", meaning: "See everything you can see in Linear", isSensitive: false, isDefault: true, isRequired: true },
        { value: "write", meaning: "Change issues, projects and everything else you can change", isSensitive: true, isDefault: true, isRequired: false },
        { value: "issues:create", meaning: "Create issues and attach files to them", isSensitive: false, isDefault: false, isRequired: false },
        { value: "comments:create", meaning: "Write comments on issues", isSensitive: false, isDefault: false, isRequired: false },
        { value: "timeSchedule:write", meaning: "Create and change time schedules", isSensitive: false, isDefault: false, isRequired: false },
        { value: "admin", meaning: "Use everything only admins may use, also workspace settings", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // Without it Linear skips the page on which a person chooses between workspaces.
      authorizeParams: { prompt: "consent" },
      refresh: { mode: "rotating", accessTtlSeconds: 86_400 },
    },
    {
      kind: "api_key",
      label: "Personal API key",
      guide: [
        { text: "Open Security & access in your Linear account settings.", url: "https://linear.app/settings/account/security" },
        { text: "Under Personal API keys press New API key. Give it a name, and only the permissions and teams it needs." },
        { text: "Create the key and copy it at once: Linear shows it only now." },
      ],
      fields: [
        {
          key: "api_key",
          label: "Personal API key",
          secret: true,
          required: true,
          example: "lin_api_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
          where: { text: "Settings, Security & access, Personal API keys", url: "https://linear.app/settings/account/security" },
          looksLike: "lin_(api|oauth)_[A-Za-z0-9]{10,}",
          looksLikeHint: "Linear's personal keys start with lin_api_.",
        },
      ],
      // A personal key with `Bearer` in front of it is refused.
      placement: { in: "header", name: "authorization", template: "{api_key}" },
    },
  ],
  api: { baseUrl: "https://api.linear.app", hosts: [], errors: { failedWhen: { present: "errors" }, code: "errors.0.extensions.code", message: "errors.0.message" } },
  verify: {
    method: "POST",
    path: "/graphql",
    body: { query: "query { viewer { id name email } organization { id name urlKey } }" },
    account: { id: ["data.viewer.id"], label: ["data.viewer.email", "data.viewer.name", "data.organization.name"] },
    hints: [
      { status: 401, message: "Linear does not know this key. It may have been deleted: make a new one under Security & access." },
      { code: "AUTHENTICATION_ERROR", message: "Linear does not know this key. It may have been deleted: make a new one under Security & access." },
    ],
  },
  operations: linearOperations,
  settings: [],
  rateLimit: {
    summary: "A number of requests and of complexity points an hour per person, refilled all the time",
    limitHeader: "x-ratelimit-requests-limit",
    remainingHeader: "x-ratelimit-requests-remaining",
    resetHeader: "x-ratelimit-requests-reset",
    resetUnit: "epoch_ms",
  },
  pagination: { kind: "graphql" },
  webhook: {
    header: "linear-signature",
    algorithm: "hmac_sha256",
    encoding: "hex",
    signed: "{body}",
    timestampPath: "webhookTimestamp",
    timestampUnit: "ms",
    toleranceSeconds: 60,
    key: "The signing secret on the webhook's page in Linear's settings",
  },
  mcp: { url: "https://mcp.linear.app/mcp", auth: "oauth", note: "Clients register themselves; an API key as bearer token works too." },
  defaultVisibility: "workspace",
};
