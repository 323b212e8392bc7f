import type { Connector, TokenAnswer } from "../connector";
import { bitbucketOperations } from "./bitbucket.operations";

const checkedOn = "2026-11-21";
const account = { id: ["{workspace}"], label: ["{workspace}"] };

export const bitbucket: Connector = {
  slug: "bitbucket",
  name: "Bitbucket Cloud",
  category: "devops",
  description: "Work with repositories, pull requests and pipelines of a Bitbucket workspace",
  synonyms: ["git", "repository", "pull request", "code review", "pipelines", "ci", "atlassian", "branches", "commits"],
  website: "https://bitbucket.org",
  docsUrl: "https://developer.atlassian.com/cloud/bitbucket/rest/",
  sources: [
    { url: "https://confluence.atlassian.com/x/pwIwDg", checkedOn },
    { url: "https://docs.unified.to/skills/bitbucket-oauth-app/SKILL.md", checkedOn },
    { url: "https://developer.atlassian.com/cloud/bitbucket/scopes-for-oauth-2-3LO-and-forge-apps/", checkedOn },
    { url: "https://community.atlassian.com/forums/Bitbucket-articles/Bitbucket-Cloud-enters-phase-2-of-app-password-deprecation/ba-p/3106901", checkedOn },
    { url: "https://github.com/ktrysmt/go-bitbucket/issues/357", checkedOn },
    { url: "https://github.com/0pilatos0/bitbucket-cli/pull/325", checkedOn },
  ],
  popularity: 79,
  keyShapes: ["ATCTT3[A-Za-z0-9_=.-]{20,}"],
  inputs: [
    {
      key: "workspace",
      label: "Workspace",
      secret: false,
      required: true,
      example: "acme",
      help: "The workspace's ID, as in bitbucket.org/acme. You may paste the whole address.",
      where: { text: "The first part of a repository's address", url: "https://bitbucket.org/account/workspaces/" },
      cut: "^(https?://)?bitbucket\\.org/|/.*",
      pattern: "[A-Za-z0-9_-]{1,62}",
      patternHint: "Write the workspace's ID, such as acme, not its name.",
    },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Bitbucket",
      guide: [
        { text: "Open your workspace's settings at Bitbucket, OAuth consumers, and press Add consumer.", url: "https://bitbucket.org/account/workspaces/" },
        { text: "Name it, and paste this as the callback URL.", copy: "{callbackUrl}" },
        { text: "Under Permissions tick what you want to offer here: at least Account: Read and Repositories: Read." },
        { text: "Save it, and press its name to see the key and the secret. Enter both here, the key as client ID." },
      ],
      // Bitbucket's own sign-in, not that of Jira and Confluence: no audience, no offline_access, no PKCE in its documentation.
      authorizeUrl: "https://bitbucket.org/site/oauth2/authorize",
      tokenUrl: "https://bitbucket.org/site/oauth2/access_token",
      clientAuthentication: "basic",
      pkce: "none",
      scopeSeparator: " ",
      scopes: [
        { value: "account", meaning: "See your profile and your workspaces", isSensitive: false, isDefault: true, isRequired: true },
        { value: "repository", meaning: "Read code, branches and commits, also of private repositories", isSensitive: true, isDefault: true, isRequired: false },
        { value: "repository:write", meaning: "Push code, and change branches and tags", isSensitive: true, isDefault: false, isRequired: false },
        { value: "pullrequest", meaning: "Read pull requests, and comment on them", isSensitive: false, isDefault: true, isRequired: false },
        { value: "pullrequest:write", meaning: "Create, approve and merge pull requests", isSensitive: true, isDefault: true, isRequired: false },
        { value: "pipeline", meaning: "See pipelines and their logs", isSensitive: false, isDefault: true, isRequired: false },
        { value: "pipeline:write", meaning: "Run and stop pipelines", isSensitive: true, isDefault: false, isRequired: false },
        { value: "webhook", meaning: "Add, change and delete webhooks", isSensitive: true, isDefault: false, isRequired: false },
        { value: "project", meaning: "See projects of the workspace", isSensitive: false, isDefault: false, isRequired: false },
      ],
      refresh: { mode: "rotating", accessTtlSeconds: 7_200 },
      readToken,
    },
    {
      kind: "basic",
      label: "API token",
      guide: [
        { text: "Open API tokens in your Atlassian account and press Create API token with scopes. App passwords no longer work.", url: "https://id.atlassian.com/manage-profile/security/api-tokens" },
        { text: "Name it, and choose an expiry date you will remember: a year at most." },
        { text: "Choose Bitbucket as the app." },
        { text: "Choose its scopes: read:user:bitbucket and read:repository:bitbucket, and what you plan to use, such as write:pullrequest:bitbucket." },
        { text: "Create the token and copy it at once. Enter it here with your Atlassian email address, not your Bitbucket username." },
      ],
      fields: [
        {
          key: "username",
          label: "Atlassian email address",
          secret: false,
          required: true,
          example: "ada@example.com",
          pattern: "[^\\s@:]{1,64}@[A-Za-z0-9.-]{1,253}",
          patternHint: "Write the email address of your Atlassian account, such as ada@example.com.",
        },
        {
          key: "password",
          label: "API token",
          secret: true,
          required: true,
          example: "ATATT3xFfGF0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789=ABCDEF01",
          where: { text: "Atlassian account, Security, API tokens", url: "https://id.atlassian.com/manage-profile/security/api-tokens" },
          looksLike: "ATATT[A-Za-z0-9_=.-]{20,}",
          looksLikeHint: "Atlassian's API tokens start with ATATT. App passwords, which start with ATBB, no longer work.",
        },
      ],
    },
    {
      kind: "bearer",
      label: "Repository, project or workspace token",
      guide: [
        { text: "Open the settings of a repository, a project or the workspace, and there Access tokens. You have to be an administrator." },
        { text: "Press Create access token, name it, and choose its scopes, such as repository and pullrequest:write." },
        { text: "Copy the token at once: Bitbucket shows it only now. What it does is shown under its own name." },
      ],
      fields: [
        {
          key: "token",
          label: "Access token",
          secret: true,
          required: true,
          example: "ATCTT3xFfGN0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789=ABCDEF01",
          where: { text: "Repository settings, Security, Access tokens" },
          looksLike: "ATCTT[A-Za-z0-9_=.-]{20,}",
          looksLikeHint: "Access tokens start with ATCTT. A token of your Atlassian account goes with your email address, under API token.",
        },
      ],
    },
    {
      kind: "client_credentials",
      label: "OAuth consumer of its own workspace",
      guide: [
        { text: "Open your workspace's settings at Bitbucket, OAuth consumers, and press Add consumer. Give it any callback URL.", url: "https://bitbucket.org/account/workspaces/" },
        { text: "Tick This is a private consumer, and under Permissions at least Account: Read and Repositories: Read." },
        { text: "Save it, press its name, and copy the key and the secret. It acts for the workspace that owns it." },
      ],
      fields: [
        { key: "client_id", label: "Key", secret: false, required: true, example: "AbCdEfGhIjKlMnOpQr", pattern: "[A-Za-z0-9_-]{8,100}", patternHint: "Copy the key from the consumer's page." },
        { key: "client_secret", label: "Secret", secret: true, required: true, example: "AbCdEfGhIjKlMnOpQrStUvWxYz012345" },
      ],
      tokenUrl: "https://bitbucket.org/site/oauth2/access_token",
      clientAuthentication: "basic",
    },
  ],
  api: { baseUrl: "https://api.bitbucket.org", hosts: [], errors: { code: "error.data.key", message: "error.message" } },
  verify: {
    method: "GET",
    path: "/2.0/user",
    account: { id: ["uuid", "account_id"], label: ["nickname", "display_name"] },
    hints: [
      { status: 401, message: "Bitbucket does not accept this. Check that it is an API token with your Atlassian email address, or an access token: app passwords ended in 2026." },
      { status: 403, message: "This may not read anything that tells Patchbay whether it works. Let it read your account or repositories." },
      { status: 404, message: "Bitbucket has no such workspace, or this may not see it. Check its ID." },
    ],
    // Tokens of a repository, a project or a workspace belong to no person.
    alternatives: [
      { method: "GET", path: "/2.0/workspaces/{workspace}", account: { id: ["uuid"], label: ["name", "slug"] } },
      { method: "GET", path: "/2.0/repositories/{workspace}?pagelen=1", account },
    ],
    perKind: {
      bearer: {
        method: "GET",
        path: "/2.0/repositories/{workspace}?pagelen=1",
        account,
        hints: [
          { status: 401, message: "Bitbucket does not know this access token. It may have expired or been revoked: make a new one." },
          { status: 403, message: "This access token may not read repositories. Give it the scope repository." },
          { status: 404, message: "Bitbucket has no such workspace, or the token is not of it. Check its ID." },
        ],
      },
    },
  },
  operations: bitbucketOperations,
  settings: [],
  rateLimit: { summary: "1,000 requests an hour per person for most calls, more for access tokens of paid workspaces" },
  pagination: { kind: "next_url", path: "next" },
  webhook: { header: "x-hub-signature", algorithm: "hmac_sha256", encoding: "hex", prefix: "sha256=", signed: "{body}", key: "The secret you typed on Bitbucket's page of the webhook. Without one it is not signed" },
  mcp: { url: "https://mcp.atlassian.com/v2/mcp", auth: "key", note: "Bitbucket's tools are there with an API token. It also serves Jira and Confluence." },
  defaultVisibility: "workspace",
};

/** Granted scopes come under the name `scopes`. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  return typeof answer["scopes"] === "string" ? { ...answer, scope: answer["scopes"] } : { ...answer };
}
