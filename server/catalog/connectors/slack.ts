import type { Connector, TokenAnswer } from "../connector";
import { slackOperations } from "./slack.operations";

const checkedOn = "2026-11-21";

export const slack: Connector = {
  slug: "slack",
  name: "Slack",
  category: "communication",
  description: "Post messages, read channels and look people up in your Slack workspace",
  synonyms: ["chat", "message", "channel", "send message", "notify team", "bot", "direct message"],
  website: "https://slack.com",
  docsUrl: "https://docs.slack.dev",
  sources: [
    { url: "https://docs.slack.dev/reference/methods/oauth.v2.access", checkedOn },
    { url: "https://docs.slack.dev/authentication/using-token-rotation", checkedOn },
    { url: "https://docs.slack.dev/authentication/using-pkce", checkedOn },
    { url: "https://docs.slack.dev/changelog/2026/03/30/pkce", checkedOn },
    { url: "https://docs.slack.dev/apis/web-api/rate-limits.md", checkedOn },
  ],
  popularity: 97,
  keyShapes: ["xox[abeprs][.-][A-Za-z0-9.-]{10,}"],
  inputs: [],
  facts: [{ name: "team_id", pattern: "[TE][A-Z0-9]{2,20}" }],
  auth: [
    {
      kind: "oauth2",
      label: "Add to Slack",
      guide: [
        { text: "Open Slack's list of apps and press Create New App, From scratch. Choose a name and your workspace.", url: "https://api.slack.com/apps" },
        { text: "Open OAuth & Permissions. Under Redirect URLs add this one and save.", copy: "{callbackUrl}" },
        { text: "Under Bot Token Scopes add the permissions you want to offer here, at least channels:read." },
        { text: "Leave PKCE off: Slack would treat the app as one without a secret, and this cannot be undone." },
        { text: "Open Basic Information, copy the client ID and the client secret, and enter both here." },
      ],
      authorizeUrl: "https://slack.com/oauth/v2/authorize",
      tokenUrl: "https://slack.com/api/oauth.v2.access",
      revoke: { url: "https://slack.com/api/auth.revoke", style: "bearer_post", token: "access_token" },
      clientAuthentication: "basic",
      // Only apps marked as public clients may use it, and marking is one-way.
      pkce: "none",
      scopeSeparator: ",",
      scopes: [
        { value: "channels:read", meaning: "See the public channels of the workspace", isSensitive: false, isDefault: true, isRequired: true },
        { value: "chat:write", meaning: "Send messages as the app", isSensitive: true, isDefault: true, isRequired: false },
        { value: "users:read", meaning: "See the people of the workspace", isSensitive: false, isDefault: true, isRequired: false },
        { value: "team:read", meaning: "See the name and the address of the workspace", isSensitive: false, isDefault: true, isRequired: false },
        { value: "channels:history", meaning: "Read messages in public channels that the app was added to", isSensitive: true, isDefault: false, isRequired: false },
        { value: "groups:read", meaning: "See private channels that the app was added to", isSensitive: true, isDefault: false, isRequired: false },
        { value: "groups:history", meaning: "Read messages in private channels that the app was added to", isSensitive: true, isDefault: false, isRequired: false },
        { value: "chat:write.public", meaning: "Send messages to public channels without being added to them", isSensitive: true, isDefault: false, isRequired: false },
        { value: "users:read.email", meaning: "See people's email addresses", isSensitive: true, isDefault: false, isRequired: false },
        { value: "reactions:write", meaning: "Add and remove emoji reactions", isSensitive: false, isDefault: false, isRequired: false },
        { value: "files:read", meaning: "See files shared where the app was added", isSensitive: true, isDefault: false, isRequired: false },
        { value: "files:write", meaning: "Upload, change and delete files as the app", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // With token rotation switched on in the app, tokens last 12 hours; otherwise they do not expire.
      refresh: { mode: "rotating", accessTtlSeconds: null },
      readToken,
    },
    {
      kind: "bearer",
      label: "Bot or user token",
      guide: [
        { text: "Open your app in Slack's list of apps, or create one, and go to OAuth & Permissions.", url: "https://api.slack.com/apps" },
        { text: "Under Bot Token Scopes add what Patchbay may do, such as channels:read and chat:write." },
        { text: "Press Install to Workspace and allow it." },
        { text: "Copy the Bot User OAuth Token. It starts with xoxb-." },
      ],
      fields: [
        {
          key: "token",
          label: "Token",
          secret: true,
          required: true,
          example: "xoxb-1234567890-1234567890123-AbCdEfGhIjKlMnOp",
          where: { text: "Your app, OAuth & Permissions", url: "https://api.slack.com/apps" },
          looksLike: "xox[bpe][.-].{8,}",
          looksLikeHint: "Bot tokens start with xoxb-, user tokens with xoxp-. Tokens that start with xapp- or the signing secret do not work here.",
        },
      ],
    },
  ],
  api: { baseUrl: "https://slack.com", hosts: ["files.slack.com"], errors: { failedWhen: { path: "ok", equals: false }, code: "error", message: "error" } },
  verify: {
    method: "POST",
    path: "/api/auth.test",
    account: { id: ["team_id"], label: ["team"] },
    hints: [
      { code: "invalid_auth", message: "Slack does not know this token. Copy it again from your app's OAuth & Permissions page." },
      { code: "not_authed", message: "Slack received no token. Copy it again from your app's OAuth & Permissions page." },
      { code: "token_revoked", message: "This token was revoked. Install the app to the workspace again and use the new token." },
      { code: "token_expired", message: "This token has expired: the app rotates its tokens. Connect with Add to Slack instead." },
      { code: "account_inactive", message: "The app was removed from the workspace, or the person who owns the token left. Install the app again." },
    ],
  },
  operations: slackOperations,
  settings: [
    {
      key: "defaultChannel",
      label: "Default channel",
      secret: false,
      required: false,
      example: "#deployments",
      help: "Used when a message does not name one. The app has to be in it.",
      pattern: "#?[\\p{L}\\p{N}_-]{1,80}",
      patternHint: "Write a channel's name, such as #deployments, or its ID, such as C0123456789.",
    },
  ],
  rateLimit: { summary: "Per method and workspace: from 1 to 100 requests a minute, and one message a second per channel" },
  pagination: { kind: "cursor", param: "cursor", path: "response_metadata.next_cursor" },
  webhook: {
    header: "x-slack-signature",
    algorithm: "hmac_sha256",
    encoding: "hex",
    prefix: "v0=",
    signed: "v0:{timestamp}:{body}",
    timestampHeader: "x-slack-request-timestamp",
    timestampUnit: "seconds",
    toleranceSeconds: 300,
    key: "The signing secret on your app's Basic Information page",
  },
  mcp: { url: "https://mcp.slack.com/mcp", auth: "oauth", note: "Needs a registered Slack app and a user token." },
  defaultVisibility: "workspace",
};

/** Errors come as `ok: false` with status 200; a user's token stands in `authed_user`, beside or without the bot's. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  if (answer["ok"] === false) return { error: typeof answer["error"] === "string" ? answer["error"] : "unknown_error" };
  const source = typeof answer["access_token"] === "string" ? answer : asRecord(answer["authed_user"]);
  const scope = typeof source["scope"] === "string" ? { scope: source["scope"].replaceAll(",", " ") } : {};
  const team = asRecord(answer["team"])["id"] ?? asRecord(answer["enterprise"])["id"];
  return {
    ...pick(source),
    ...scope,
    ...(typeof team === "string" ? { facts: { team_id: team } } : {}),
  };
}

function pick({ access_token, refresh_token, expires_in }: Record<string, unknown>): TokenAnswer {
  return {
    ...(typeof access_token === "string" ? { access_token } : {}),
    ...(typeof refresh_token === "string" ? { refresh_token } : {}),
    ...(typeof expires_in === "number" ? { expires_in } : {}),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
