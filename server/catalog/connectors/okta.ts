import type { Connector } from "../connector";
import { oktaOperations } from "./okta.operations";

const checkedOn = "2026-11-21";
const account = { id: ["{host}"], label: ["{host}"] };

export const okta: Connector = {
  slug: "okta",
  name: "Okta",
  category: "identity",
  description: "Manage people, groups and app assignments of your Okta organisation, and read its system log",
  synonyms: ["sso", "identity provider", "users", "groups", "directory", "iam", "provisioning", "offboarding", "mfa", "login"],
  website: "https://www.okta.com",
  docsUrl: "https://developer.okta.com/docs/api/",
  sources: [
    { url: "https://developer.okta.com/docs/api/openapi/okta-management/guides/overview", checkedOn },
    { url: "https://developer.okta.com/docs/guides/implement-oauth-for-okta/scopes", checkedOn },
    { url: "https://developer.okta.com/docs/api/oauth2", checkedOn },
    { url: "https://developer.okta.com/docs/reference/rl-best-practices/", checkedOn },
    { url: "https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/create-sign-jwt/", checkedOn },
    { url: "https://help.okta.com/mcp/en-us/content/topics/mcpserver/mcpserver.htm", checkedOn },
  ],
  popularity: 75,
  inputs: [
    {
      key: "host",
      label: "Okta domain",
      secret: false,
      required: true,
      example: "acme.okta.com",
      help: "The address people sign in at, without -admin. You may paste the whole address.",
      where: { text: "Admin Console, your name at the top right" },
      cut: "^https?://|/.*|-admin(?=\\.okta)",
      pattern: "[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}",
      patternHint: "Write the bare host name, such as acme.okta.com.",
    },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Okta",
      guide: [
        { text: "In the Okta Admin Console open Applications, Applications, and press Create App Integration." },
        { text: "Choose OIDC and Web Application. Under Grant type tick Authorization Code and Refresh Token." },
        { text: "Add this as the sign-in redirect URI.", copy: "{callbackUrl}" },
        { text: "Assign it to the administrators who will connect: Okta answers with what they may do." },
        { text: "Save it, and on the tab Okta API Scopes grant the scopes you want to offer here." },
        { text: "Copy the client ID and a client secret from the tab General, and enter both here." },
      ],
      // Only the org's own authorization server gives out okta.* scopes, not /oauth2/default.
      authorizeUrl: "https://{host}/oauth2/v1/authorize",
      tokenUrl: "https://{host}/oauth2/v1/token",
      revoke: { url: "https://{host}/oauth2/v1/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "basic",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "openid", meaning: "Know which Okta account is connected", isSensitive: false, isDefault: true, isRequired: true },
        { value: "profile", meaning: "See your name", isSensitive: false, isDefault: true, isRequired: false },
        { value: "email", meaning: "See your email address", isSensitive: false, isDefault: true, isRequired: false },
        { value: "offline_access", meaning: "Stay connected when you are away", isSensitive: false, isDefault: true, isRequired: true },
        { value: "okta.users.read", meaning: "See people and their profiles", isSensitive: true, isDefault: true, isRequired: false },
        { value: "okta.groups.read", meaning: "See groups and who is in them", isSensitive: false, isDefault: true, isRequired: false },
        { value: "okta.users.manage", meaning: "Create, change, suspend and deactivate people", isSensitive: true, isDefault: false, isRequired: false },
        { value: "okta.groups.manage", meaning: "Create, change and delete groups and their members", isSensitive: true, isDefault: false, isRequired: false },
        { value: "okta.apps.read", meaning: "See applications and who may use them", isSensitive: false, isDefault: false, isRequired: false },
        { value: "okta.apps.manage", meaning: "Create and change applications and who may use them", isSensitive: true, isDefault: false, isRequired: false },
        { value: "okta.logs.read", meaning: "Read the system log: who signed in, and what was changed", isSensitive: true, isDefault: false, isRequired: false },
        { value: "okta.orgs.read", meaning: "See your organisation's settings", isSensitive: false, isDefault: false, isRequired: false },
      ],
      // Whether a refresh token is replaced at each use is a setting of the app; unused it lasts 7 days unless set otherwise.
      refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 604_800 },
    },
    {
      kind: "api_key",
      label: "API token",
      guide: [
        { text: "In the Okta Admin Console open Security, API, and the tab Tokens. A service account as its owner is best: the token ends with the account." },
        { text: "Press Create token and name it Patchbay. It may do whatever its owner may do." },
        { text: "Allow calls from any IP, or from the zone that Patchbay calls from." },
        { text: "Copy the token at once: Okta shows it only now. It ends when it has not been used for 30 days." },
      ],
      fields: [
        {
          key: "api_key",
          label: "API token",
          secret: true,
          required: true,
          example: "00AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCd",
          where: { text: "Admin Console, Security, API, Tokens" },
          cut: "^SSWS\\s+",
          looksLike: "00[A-Za-z0-9_-]{40}",
          looksLikeHint: "Okta's API tokens have 42 letters and digits and start with 00.",
        },
      ],
      placement: { in: "header", name: "authorization", template: "SSWS {api_key}" },
    },
    {
      kind: "service_account",
      label: "Service app with a key pair",
      guide: [
        { text: "In the Okta Admin Console open Applications, Applications, press Create App Integration and choose API Services." },
        { text: "Under General edit the client credentials: choose Public key / Private key, add a key that Okta generates, and copy the private key as PEM and the key's ID." },
        { text: "In the general settings switch off Require Demonstrating Proof of Possession (DPoP) header." },
        { text: "On the tab Okta API Scopes grant okta.users.read and okta.groups.read. On the tab Admin roles give it a role that may read them." },
        { text: "Copy the client ID and enter all three here." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "0oaAbCdEfGhIjKlMn0h8", pattern: "[A-Za-z0-9_-]{8,100}", patternHint: "Copy the client ID from the tab General." },
        { key: "key_id", label: "Key ID", secret: false, required: true, example: "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG", pattern: "[A-Za-z0-9_.-]{1,128}", patternHint: "Copy the key's ID (KID) from the tab General." },
        { key: "private_key", label: "Private key", secret: true, required: true, example: "-----BEGIN PRIVATE KEY-----", help: "As PEM, with its first and last line.", control: "textarea" },
      ],
      tokenUrl: "https://{host}/oauth2/v1/token",
      scopes: ["okta.users.read", "okta.groups.read"],
      assertion: { grant: "client_assertion", algorithm: "RS256", issuer: "{client_id}", subject: "{client_id}", audience: "{token_url}", privateKey: "private_key", keyId: "{key_id}", ttlSeconds: 300 },
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], errors: { code: "errorCode", message: "errorSummary", param: "errorCauses.0.errorSummary" } },
  verify: {
    method: "GET",
    path: "/api/v1/users/me",
    account: { id: ["id"], label: ["profile.login", "profile.email"] },
    hints: [
      { status: 401, message: "Okta does not accept this for this domain. Check the domain, and that the token was not revoked or left unused for 30 days." },
      { status: 403, message: "Okta knows this, but it may not read people. Grant okta.users.read, or choose an owner who is an administrator." },
    ],
    alternatives: [
      { method: "GET", path: "/api/v1/org", account: { id: ["id"], label: ["companyName", "{host}"] } },
      { method: "GET", path: "/api/v1/users?limit=1", account },
      { method: "GET", path: "/api/v1/groups?limit=1", account },
      { method: "GET", path: "/api/v1/apps?limit=1", account },
      { method: "GET", path: "/api/v1/logs?limit=1", account },
    ],
    // A service app is nobody: it cannot ask for itself.
    perKind: { service_account: { method: "GET", path: "/api/v1/users?limit=1", account, alternatives: [{ method: "GET", path: "/api/v1/groups?limit=1", account }] } },
  },
  operations: oktaOperations,
  settings: [],
  rateLimit: {
    summary: "A number of requests a minute for each endpoint and the whole organisation; half of it for one token or app",
    limitHeader: "x-rate-limit-limit",
    remainingHeader: "x-rate-limit-remaining",
    resetHeader: "x-rate-limit-reset",
    resetUnit: "epoch_seconds",
  },
  pagination: { kind: "link_header" },
  webhook: {
    header: "authorization",
    algorithm: "token",
    key: "The authentication secret that was typed at the event hook, with authorization as its field. A new hook is first asked, by GET, to answer what stands in x-okta-verification-challenge",
  },
  mcp: { url: "https://{host}/mcp", auth: "oauth", note: "Each organisation has its own: put your Okta domain in place of {host}. Early access, with a subscription; clients have to be registered as an app." },
  defaultVisibility: "workspace",
};
