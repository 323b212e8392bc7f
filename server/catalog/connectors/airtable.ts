import type { Connector } from "../connector";
import { airtableOperations } from "./airtable.operations";

const checkedOn = "2026-11-21";

export const airtable: Connector = {
  slug: "airtable",
  name: "Airtable",
  category: "productivity",
  description: "Read, add and change records of your Airtable bases, and comment on them",
  synonyms: ["spreadsheet", "base", "table", "records", "no-code database", "add row", "list rows", "crm"],
  website: "https://www.airtable.com",
  docsUrl: "https://airtable.com/developers/web/api/introduction",
  sources: [
    { url: "https://airtable.com/developers/web/api/oauth-reference", checkedOn },
    { url: "https://nango.dev/blog/airtable-oauth-refresh-token-invalid-grant", checkedOn },
    { url: "https://docs.dust.tt/docs/airtable", checkedOn },
  ],
  popularity: 81,
  keyShapes: ["pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}"],
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Airtable",
      guide: [
        { text: "Open OAuth integrations in Airtable's Builder Hub and press Register new OAuth integration.", url: "https://airtable.com/create/oauth" },
        { text: "Name it, and paste this as the OAuth redirect URL. Register the integration.", copy: "{callbackUrl}" },
        { text: "Press Generate client secret and copy it at once: Airtable shows it only now. Copy the client ID too." },
        { text: "Under Scopes tick the ones you want to offer here, at least user.email:read, schema.bases:read and data.records:read. Airtable refuses a sign-in that asks for one that is not ticked." },
        { text: "Fill in the support information and save. Enter the client ID and the client secret here." },
      ],
      authorizeUrl: "https://airtable.com/oauth2/v1/authorize",
      tokenUrl: "https://airtable.com/oauth2/v1/token",
      clientAuthentication: "basic",
      // Airtable refuses a sign-in without it.
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "user.email:read", meaning: "See your email address", isSensitive: false, isDefault: true, isRequired: false },
        { value: "schema.bases:read", meaning: "See your bases, their tables and fields", isSensitive: false, isDefault: true, isRequired: true },
        { value: "data.records:read", meaning: "Read records", isSensitive: true, isDefault: true, isRequired: false },
        { value: "data.records:write", meaning: "Add, change and delete records", isSensitive: true, isDefault: true, isRequired: false },
        { value: "data.recordComments:read", meaning: "Read comments on records", isSensitive: false, isDefault: false, isRequired: false },
        { value: "data.recordComments:write", meaning: "Comment on records", isSensitive: true, isDefault: false, isRequired: false },
        { value: "schema.bases:write", meaning: "Create and change bases, tables and fields", isSensitive: true, isDefault: false, isRequired: false },
        { value: "webhook:manage", meaning: "See, create and delete webhooks", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // An old refresh token that is used again ends the whole grant.
      refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 5_184_000 },
    },
    {
      kind: "bearer",
      label: "Personal access token",
      guide: [
        { text: "Open Personal access tokens in Airtable's Builder Hub and press Create new token.", url: "https://airtable.com/create/tokens" },
        { text: "Add scopes: schema.bases:read and data.records:read to read, data.records:write to change records, user.email:read to show whose token it is." },
        { text: "Under Access add the bases or workspaces Patchbay may see. Without one, every list is empty." },
        { text: "Create the token and copy it at once: Airtable shows it only now." },
      ],
      fields: [
        {
          key: "token",
          label: "Personal access token",
          secret: true,
          required: true,
          example: "patAbCdEfGhIjKlMn.0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
          where: { text: "Builder Hub, Personal access tokens", url: "https://airtable.com/create/tokens" },
          looksLike: "pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}",
          looksLikeHint: "Airtable's tokens start with pat and have a dot in them. Old API keys (key…) no longer work.",
        },
      ],
    },
  ],
  api: { baseUrl: "https://api.airtable.com", hosts: ["content.airtable.com"], errors: { code: "error.type", message: "error.message" } },
  verify: {
    method: "GET",
    path: "/v0/meta/whoami",
    account: { id: ["id"], label: ["email", "id"] },
    hints: [
      { status: 401, message: "Airtable does not know this token. It may have been deleted or regenerated: copy it again from the Builder Hub." },
      { status: 403, message: "Airtable refused this token. Your workspace may block tokens or integrations: ask its admin." },
    ],
  },
  operations: airtableOperations,
  settings: [
    {
      key: "defaultBase",
      label: "Default base",
      secret: false,
      required: false,
      example: "appAbCdEfGhIjKlMn",
      help: "Used when a call names no base. It stands in the address of the base.",
      pattern: "app[A-Za-z0-9]{14}",
      patternHint: "A base's id starts with app, such as appAbCdEfGhIjKlMn. Copy it from the address of the base.",
    },
  ],
  rateLimit: { summary: "5 requests a second per base, 50 a second per person; after too many, 30 seconds of silence", windows: [{ calls: 50, seconds: 1 }] },
  pagination: { kind: "cursor", param: "offset", path: "offset" },
  webhook: {
    header: "x-airtable-content-mac",
    algorithm: "hmac_sha256",
    encoding: "hex",
    prefix: "hmac-sha256=",
    signed: "{body}",
    keyEncoding: "base64",
    key: "The macSecretBase64 that Airtable returned once when the webhook was made. What changed is fetched from the webhook's payloads",
  },
  mcp: { url: "https://mcp.airtable.com/mcp", auth: "oauth", note: "Clients register themselves; a personal access token as bearer token works too." },
  defaultVisibility: "workspace",
};
