import type { Connector } from "../connector";
import { digitaloceanOperations } from "./digitalocean.operations";

const checkedOn = "2026-11-21";

export const digitalocean: Connector = {
  slug: "digitalocean",
  name: "DigitalOcean",
  category: "cloud",
  description: "Create and watch Droplets, apps, databases and DNS records",
  synonyms: ["droplet", "vps", "virtual server", "hosting", "app platform", "dns", "kubernetes", "managed database", "deploy an app"],
  website: "https://www.digitalocean.com",
  docsUrl: "https://docs.digitalocean.com/reference/api/",
  sources: [
    { url: "https://docs.digitalocean.com/reference/api/oauth", checkedOn },
    { url: "https://github.com/digitalocean/openapi/blob/main/specification/description.yml", checkedOn },
    { url: "https://github.com/digitalocean/openapi/blob/main/specification/resources/account/models/account.yml", checkedOn },
    { url: "https://docs.digitalocean.com/reference/mcp/configure-mcp", checkedOn },
  ],
  popularity: 74,
  keyShapes: ["do[opr]_v1_[0-9a-f]{64}"],
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with DigitalOcean",
      guide: [
        { text: "Open DigitalOcean's form for a new OAuth application.", url: "https://cloud.digitalocean.com/account/api/applications/new" },
        { text: "Give it a name that people will recognise on the consent page, and this homepage URL.", copy: "{publicUrl}" },
        { text: "Paste this as the callback URL and register.", copy: "{callbackUrl}" },
        { text: "Copy the client ID and the client secret, and enter both here." },
      ],
      authorizeUrl: "https://cloud.digitalocean.com/v1/oauth/authorize",
      tokenUrl: "https://cloud.digitalocean.com/v1/oauth/token",
      revoke: { url: "https://cloud.digitalocean.com/v1/oauth/revoke", style: "rfc7009", token: "access_token" },
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "read", meaning: "See everything the team has: Droplets, apps, databases, domains and bills", isSensitive: false, isDefault: true, isRequired: true },
        { value: "write", meaning: "Create, change and destroy what the team has, which can cost money", isSensitive: true, isDefault: true, isRequired: false },
      ],
      // Access tokens last 30 days, and every refresh brings a new pair.
      refresh: { mode: "rotating", accessTtlSeconds: 2_592_000 },
    },
    {
      kind: "bearer",
      label: "Personal access token",
      guide: [
        { text: "Open API in the control panel, in the team you want to connect, and press Generate New Token.", url: "https://cloud.digitalocean.com/account/api/tokens/new" },
        { text: "Name it Patchbay and choose an expiry date you will remember." },
        { text: "Choose Read Only, Full Access, or custom scopes. With custom scopes tick account:read, so that Patchbay can tell whose account it is." },
        { text: "Generate the token and copy it at once: DigitalOcean shows it only now." },
      ],
      fields: [
        {
          key: "token",
          label: "Personal access token",
          secret: true,
          required: true,
          example: "dop_v1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
          where: { text: "API, Personal access tokens", url: "https://cloud.digitalocean.com/account/api/tokens" },
          looksLike: "(do[opr]_v1_)?[0-9a-f]{64}",
          looksLikeHint: "DigitalOcean's tokens start with dop_v1_. Spaces keys, which start with DO00, do not work here.",
        },
      ],
    },
  ],
  api: { baseUrl: "https://api.digitalocean.com", hosts: [], errors: { code: "id", message: "message" } },
  verify: {
    method: "GET",
    path: "/v2/account",
    account: { id: ["account.team.uuid", "account.uuid"], label: ["account.team.name", "account.email"] },
    hints: [
      { status: 401, message: "DigitalOcean does not know this token. It may have expired or been deleted: make a new one." },
      { status: 403, message: "DigitalOcean knows this token, but it may not read the account. Make one that has the scope account:read." },
    ],
    alternatives: [
      { method: "GET", path: "/v2/droplets?per_page=1", account: { id: [], label: [] } },
      { method: "GET", path: "/v2/apps?per_page=1", account: { id: [], label: [] } },
      { method: "GET", path: "/v2/domains?per_page=1", account: { id: [], label: [] } },
    ],
  },
  operations: digitaloceanOperations,
  settings: [],
  rateLimit: {
    summary: "5,000 requests an hour per token, and 250 a minute",
    limitHeader: "ratelimit-limit",
    remainingHeader: "ratelimit-remaining",
    resetHeader: "ratelimit-reset",
    resetUnit: "epoch_seconds",
    windows: [
      { calls: 5_000, seconds: 3_600 },
      { calls: 250, seconds: 60 },
    ],
  },
  pagination: { kind: "next_url", path: "links.pages.next" },
  mcp: { url: "https://droplets.mcp.digitalocean.com/mcp", auth: "key", note: "One server per service: apps, droplets, databases, networking and more, each at its own name. They take a personal access token." },
  defaultVisibility: "workspace",
};
