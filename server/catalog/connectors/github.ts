import type { Connector, TokenAnswer } from "../connector";
import { githubOperations } from "./github.operations";

const checkedOn = "2026-11-21";

export const github: Connector = {
  slug: "github",
  name: "GitHub",
  category: "devops",
  description: "Read and write issues, pull requests, code and workflow runs of your repositories",
  synonyms: ["git", "repository", "pull request", "issue", "code review", "actions", "ci", "open source", "gist"],
  website: "https://github.com",
  docsUrl: "https://docs.github.com/en/rest",
  sources: [
    { url: "https://docs.github.com/developers/apps/authorizing-oauth-apps", checkedOn },
    { url: "https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication", checkedOn },
    { url: "https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps.md", checkedOn },
    { url: "https://github.com/github/docs/blob/main/content/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors.md", checkedOn },
    { url: "https://github.com/github/docs/blob/main/content/rest/using-the-rest-api/rate-limits-for-the-rest-api.md", checkedOn },
    { url: "https://github.blog/changelog/2026-03-12-rest-api-version-2026-03-10-is-now-available", checkedOn },
  ],
  popularity: 98,
  hasDarkLogo: true,
  keyShapes: ["gh[pousr]_[A-Za-z0-9_]{20,}", "github_pat_[A-Za-z0-9_]{20,}"],
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with GitHub",
      guide: [
        { text: "Open GitHub's form for a new OAuth app. For an organisation, start from its settings, Developer settings, OAuth apps.", url: "https://github.com/settings/applications/new" },
        { text: "Give it a name that people will recognise on the consent page, and this homepage URL.", copy: "{publicUrl}" },
        { text: "Paste this as the authorization callback URL.", copy: "{callbackUrl}" },
        { text: "Leave device flow off and register the application. Copy the client ID." },
        { text: "Press Generate a new client secret and copy it at once: GitHub shows it only now. Enter both here." },
      ],
      authorizeUrl: "https://github.com/login/oauth/authorize",
      tokenUrl: "https://github.com/login/oauth/access_token",
      revoke: { url: "https://api.github.com/applications/{client_id}/grant", style: "github_grant", token: "access_token" },
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      // GitHub grants fewer scopes than asked when one contains another: `user` swallows `user:email`.
      scopes: [
        { value: "read:user", meaning: "See your profile", isSensitive: false, isDefault: true, isRequired: true },
        { value: "repo", meaning: "Read and change code, issues and pull requests, also in private repositories", isSensitive: true, isDefault: true, isRequired: false },
        { value: "read:org", meaning: "See which organisations and teams you belong to", isSensitive: false, isDefault: true, isRequired: false },
        { value: "user:email", meaning: "See your email addresses", isSensitive: false, isDefault: false, isRequired: false },
        { value: "workflow", meaning: "Add and change workflow files of GitHub Actions", isSensitive: true, isDefault: false, isRequired: false },
        { value: "admin:repo_hook", meaning: "Add, change and delete webhooks of repositories", isSensitive: true, isDefault: false, isRequired: false },
        { value: "notifications", meaning: "Read your notifications and mark them as read", isSensitive: false, isDefault: false, isRequired: false },
        { value: "gist", meaning: "Create and change gists", isSensitive: false, isDefault: false, isRequired: false },
        { value: "project", meaning: "Read and change projects, yours and those of your organisations", isSensitive: true, isDefault: false, isRequired: false },
      ],
      authorizeParams: { prompt: "select_account" },
      tokenHeaders: { accept: "application/json" },
      // Tokens of OAuth apps do not expire; those of GitHub Apps last 8 hours and bring a refresh token.
      refresh: { mode: "rotating", accessTtlSeconds: null, refreshTtlSeconds: 15_897_600 },
      readToken,
    },
    {
      kind: "bearer",
      label: "Personal access token",
      guide: [
        { text: "Open GitHub's page for fine-grained tokens and press Generate new token.", url: "https://github.com/settings/personal-access-tokens/new" },
        { text: "Choose who owns the repositories, which of them Patchbay may see, and an expiry date you will remember." },
        { text: "Under Permissions, grant Metadata: read, and what you plan to use, such as Issues: read and write." },
        { text: "Generate the token and copy it at once: GitHub shows it only now." },
      ],
      fields: [
        {
          key: "token",
          label: "Personal access token",
          secret: true,
          required: true,
          example: "github_pat_11ABCDEFG0abcdefghij_klmnopqrstuvwxyz",
          where: { text: "Settings, Developer settings, Personal access tokens", url: "https://github.com/settings/personal-access-tokens" },
          looksLike: "(gh[pousr]_|github_pat_)[A-Za-z0-9_]{20,}",
          looksLikeHint: "GitHub's tokens start with github_pat_ or ghp_. Check that you copied the token and not its name.",
        },
      ],
    },
  ],
  api: {
    baseUrl: "https://api.github.com",
    hosts: ["uploads.github.com"],
    headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
    errors: { code: "errors.0.code", message: "message", param: "errors.0.field" },
  },
  verify: {
    method: "GET",
    path: "/user",
    account: { id: ["id"], label: ["login"] },
    hints: [
      { status: 401, message: "GitHub does not know this token. It may have expired or been revoked: make a new one." },
      { status: 403, message: "GitHub blocked this token. The organisation may ask for single sign-on: authorise the token for it on GitHub's token page." },
    ],
  },
  operations: githubOperations,
  settings: [
    {
      key: "defaultRepository",
      label: "Default repository",
      secret: false,
      required: false,
      example: "octocat/hello-world",
      help: "Used when a call does not name one.",
      cut: "^https?://github\\.com/",
      pattern: "[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}",
      patternHint: "Write it as owner/name, such as octocat/hello-world.",
    },
  ],
  rateLimit: {
    summary: "5,000 requests an hour per person, 15,000 in GitHub Enterprise Cloud organisations",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset",
    resetUnit: "epoch_seconds",
  },
  pagination: { kind: "link_header" },
  webhook: { header: "x-hub-signature-256", algorithm: "hmac_sha256", encoding: "hex", prefix: "sha256=", signed: "{body}", key: "The secret you typed on GitHub's page of the webhook" },
  mcp: { url: "https://api.githubcopilot.com/mcp/", auth: "oauth", note: "Takes an OAuth app's token or a personal access token. Clients cannot register themselves." },
  defaultVisibility: "workspace",
};

/** Scopes come separated by commas, and errors with status 200. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  return typeof answer["scope"] === "string" ? { ...answer, scope: answer["scope"].replaceAll(",", " ") } : { ...answer };
}
