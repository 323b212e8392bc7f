import type { Connector } from "../connector";
import { notionOperations } from "./notion.operations";

const checkedOn = "2026-11-21";

export const notion: Connector = {
  slug: "notion",
  name: "Notion",
  category: "productivity",
  description: "Search, read and write pages, databases and comments in your Notion workspace",
  synonyms: ["wiki", "notes", "docs", "pages", "database", "knowledge base", "create page", "workspace"],
  website: "https://www.notion.com",
  docsUrl: "https://developers.notion.com",
  sources: [
    { url: "https://developers.notion.com/guides/get-started/authorization.md", checkedOn },
    { url: "https://developers.notion.com/reference/refresh-a-token.md", checkedOn },
    { url: "https://developers.notion.com/guides/get-started/upgrade-guide-2026-03-11.md", checkedOn },
    { url: "https://github.com/makenotion/notion-sdk-js/blob/main/src/api-endpoints/pages.ts", checkedOn },
    { url: "https://github.com/makenotion/notion-sdk-js/blob/main/src/webhooks.ts", checkedOn },
  ],
  popularity: 90,
  hasDarkLogo: true,
  keyShapes: ["ntn_[A-Za-z0-9]{40,60}"],
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Notion",
      guide: [
        { text: "Open Connections in Notion's developer portal and create a new public connection.", url: "https://www.notion.so/developers/connections" },
        { text: "Add this as a redirect URI.", copy: "{callbackUrl}" },
        { text: "Under Capabilities tick what Patchbay may do: read, update and insert content, read and write comments, see people. Notion has no scopes: this is where permissions are set." },
        { text: "Fill in the name, the website and the contact that people see when they connect, and save." },
        { text: "Copy the OAuth client ID and the client secret, and enter both here. Whoever connects chooses which pages Patchbay may see." },
      ],
      authorizeUrl: "https://api.notion.com/v1/oauth/authorize",
      tokenUrl: "https://api.notion.com/v1/oauth/token",
      revoke: { url: "https://api.notion.com/v1/oauth/revoke", style: "rfc7009", token: "access_token" },
      clientAuthentication: "basic",
      // Notion's documentation does not mention it.
      pkce: "none",
      scopeSeparator: " ",
      scopes: [],
      authorizeParams: { owner: "user" },
      tokenHeaders: { "content-type": "application/json", "notion-version": "2026-03-11" },
      // No lifetime is told: the token is renewed once it is refused, and each renewal replaces both tokens.
      refresh: { mode: "rotating", accessTtlSeconds: null },
    },
    {
      kind: "bearer",
      label: "Access token",
      guide: [
        { text: "Open Connections in Notion's developer portal and create an internal connection for your workspace, or a personal access token.", url: "https://www.notion.so/developers/connections" },
        { text: "Choose its capabilities, such as read content and insert content, and copy the token from the Configuration tab." },
        { text: "For an internal connection, open each page Patchbay should see in Notion. Under the three dots choose Add connections and pick it. Without that every list is empty." },
      ],
      fields: [
        {
          key: "token",
          label: "Access token",
          secret: true,
          required: true,
          example: "ntn_123456789012AbCdEfGhIjKlMnOpQrStUvWxYz01234567",
          where: { text: "Developer portal, your connection, Configuration", url: "https://www.notion.so/developers/connections" },
          looksLike: "(ntn_|secret_)[A-Za-z0-9]{30,60}",
          looksLikeHint: "Notion's tokens start with ntn_, older ones with secret_.",
        },
      ],
    },
  ],
  api: { baseUrl: "https://api.notion.com", hosts: [], headers: { "notion-version": "2026-03-11" }, errors: { code: "code", message: "message" } },
  verify: {
    method: "GET",
    path: "/v1/users/me",
    account: { id: ["bot.workspace_id", "id"], label: ["bot.workspace_name", "person.email", "name"] },
    hints: [
      { code: "unauthorized", message: "Notion does not know this token. Copy it again from the connection's Configuration tab." },
      { code: "restricted_resource", message: "This token may not do that. Tick more capabilities in Notion's developer portal." },
    ],
  },
  operations: notionOperations,
  settings: [],
  rateLimit: { summary: "3 requests a second on average per connection, with short bursts", windows: [{ calls: 180, seconds: 60 }] },
  pagination: { kind: "cursor", param: "start_cursor", path: "next_cursor", more: "has_more" },
  webhook: {
    header: "x-notion-signature",
    algorithm: "hmac_sha256",
    encoding: "hex",
    prefix: "sha256=",
    signed: "{body}",
    key: "The verification token that Notion sent to the address when the webhook was made",
  },
  mcp: { url: "https://mcp.notion.com/mcp", auth: "oauth", note: "Clients register themselves." },
  defaultVisibility: "workspace",
};
