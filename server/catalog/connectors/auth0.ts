import type { Connector } from "../connector";
import { auth0Operations } from "./auth0.operations";

const checkedOn = "2026-11-21";
const account = { id: ["{domain}"], label: ["{domain}"] };

export const auth0: Connector = {
  slug: "auth0",
  name: "Auth0",
  category: "identity",
  description: "Manage users, roles, organisations and applications of an Auth0 tenant, and read its logs",
  synonyms: ["login", "sso", "authentication", "users", "roles", "iam", "ciam", "identity provider", "block a user"],
  website: "https://auth0.com",
  docsUrl: "https://auth0.com/docs/api/management/v2",
  sources: [
    { url: "https://auth0.com/docs/apiv2", checkedOn },
    { url: "https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-configurations/free-public", checkedOn },
    { url: "https://auth0.com/blog/why-getting-429s-and-how-to-stop-them.md", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
  ],
  popularity: 72,
  inputs: [
    {
      key: "domain",
      label: "Tenant domain",
      secret: false,
      required: true,
      example: "acme.eu.auth0.com",
      help: "The tenant's own domain, also when people sign in at a custom one: the Management API knows no other.",
      where: { text: "Applications, your application, Settings, Domain", url: "https://manage.auth0.com" },
      cut: "^https?://|/.*",
      pattern: "[A-Za-z0-9][A-Za-z0-9-]{0,62}(\\.[A-Za-z0-9-]{1,40}){0,3}\\.auth0(app)?\\.com",
      patternHint: "Write the domain that ends with auth0.com, such as acme.eu.auth0.com.",
    },
  ],
  auth: [
    {
      kind: "client_credentials",
      label: "Machine-to-machine application",
      guide: [
        { text: "In the Auth0 dashboard open Applications and press Create Application. Name it Patchbay and choose Machine to Machine.", url: "https://manage.auth0.com/#/applications" },
        { text: "Authorise it for the Auth0 Management API." },
        { text: "Choose its permissions: read:tenant_settings, so that Patchbay can name the tenant, and what you plan to use, such as read:users and update:users." },
        { text: "Open the application's Settings and copy the domain, the client ID and the client secret." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "AbCdEfGhIjKlMnOpQrStUvWxYz012345", pattern: "[A-Za-z0-9_-]{8,100}", patternHint: "Copy the client ID from the application's Settings." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-AbCdEfGhIjKlMnOpQrStUvWxYz_" },
      ],
      tokenUrl: "https://{domain}/oauth/token",
      clientAuthentication: "post",
      // Without an audience Auth0 answers with a token that is good for nothing here.
      tokenParams: { audience: "https://{domain}/api/v2/" },
    },
    {
      kind: "bearer",
      label: "Test token",
      guide: [
        { text: "This is for trying things out: such a token ends after a day or what you set. For anything that lasts use a machine-to-machine application." },
        { text: "In the Auth0 dashboard open Applications, APIs, Auth0 Management API.", url: "https://manage.auth0.com/#/apis" },
        { text: "Open the tab API Explorer, create a test application if asked, and copy the token." },
      ],
      fields: [
        {
          key: "token",
          label: "Management API token",
          secret: true,
          required: true,
          example: "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJzYW1wbGUifQ.c2FtcGxlLXNpZ25hdHVyZQ",
          where: { text: "Applications, APIs, Auth0 Management API, API Explorer", url: "https://manage.auth0.com/#/apis" },
          looksLike: "eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+",
          looksLikeHint: "Tokens of the Management API start with eyJ and have two dots.",
        },
      ],
    },
  ],
  api: { baseUrl: "https://{domain}", hosts: [], errors: { code: "errorCode", message: "message" } },
  verify: {
    method: "GET",
    path: "/api/v2/tenants/settings?fields=friendly_name",
    account: { id: ["{domain}"], label: ["friendly_name", "{domain}"] },
    hints: [
      { status: 401, message: "Auth0 does not accept this token for this tenant. Check the domain, and that the token has not run out." },
      { status: 403, message: "The application may not read anything that tells Patchbay whether it works. Grant it read:tenant_settings for the Management API." },
    ],
    alternatives: [
      { method: "GET", path: "/api/v2/users?per_page=1&fields=user_id", account },
      { method: "GET", path: "/api/v2/clients?per_page=1&fields=client_id", account },
      { method: "GET", path: "/api/v2/roles?per_page=1", account },
      { method: "GET", path: "/api/v2/logs?take=1&fields=log_id", account },
      { method: "GET", path: "/api/v2/organizations?per_page=1", account },
      { method: "GET", path: "/api/v2/connections?per_page=1&fields=id", account },
    ],
  },
  operations: auth0Operations,
  settings: [
    {
      key: "connection",
      label: "User database",
      secret: false,
      required: false,
      example: "Username-Password-Authentication",
      help: "New users go there when a call does not name another.",
      where: { text: "Authentication, Database", url: "https://manage.auth0.com/#/connections/database" },
      pattern: "[A-Za-z0-9][A-Za-z0-9-]{0,127}",
      patternHint: "Write the name of a database connection, such as Username-Password-Authentication.",
    },
  ],
  rateLimit: {
    summary: "2 requests a second on the free plan with bursts of 10, more on paid ones, for the whole tenant",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset",
    resetUnit: "epoch_seconds",
  },
  pagination: { kind: "cursor", param: "from", path: "next" },
  webhook: { header: "authorization", algorithm: "token", key: "The authorization token that was typed at the log stream" },
  environment: { authKind: "client_credentials", values: { domain: "AUTH0_DOMAIN", client_id: "AUTH0_CLIENT_ID", client_secret: "AUTH0_CLIENT_SECRET" } },
  defaultVisibility: "workspace",
};
