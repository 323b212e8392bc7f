import type { Connector } from "../connector";
import { datevOperations } from "./datev.operations";

const checkedOn = "2026-11-21";

export const datev: Connector = {
  slug: "datev",
  name: "DATEV",
  category: "finance",
  description: "Hand receipts and bookings to your tax adviser, and see fiscal years, sums and balances",
  synonyms: ["steuerberater", "buchhaltung", "belege", "unternehmen online", "accounting", "tax adviser", "receipts", "germany"],
  website: "https://www.datev.de",
  docsUrl: "https://developer.datev.de/en/products",
  sources: [
    { url: "https://developers.apideck.com/connectors/datev-unternehmen-online/docs/application_owner+oauth_credentials", checkedOn },
    { url: "https://glama.ai/mcp/servers/StefanStadler/datev-mcp-server", checkedOn },
    { url: "https://github.com/HelpCode-ai/anythingmcp/pull/247.patch", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
    { url: "https://github.com/navii29/openclaw-skills/blob/main/integrations/datev-online-api/datev_client.py", checkedOn },
  ],
  popularity: 63,
  inputs: [
    {
      key: "environment",
      label: "Environment",
      secret: false,
      required: true,
      example: "production",
      help: "The sandbox has its own users and clients, and checks roughly. Production opens once DATEV has looked at your app.",
      where: { text: "DATEV Developer Portal, your app", url: "https://developer.datev.de" },
      options: [
        { value: "production", label: "Production", facts: { login: "openid", token_host: "api", platform: "platform" } },
        { value: "sandbox", label: "Sandbox", facts: { login: "openidsandbox", token_host: "sandbox-api", platform: "platform-sandbox" } },
      ],
    },
    {
      key: "app_client_id",
      label: "Client ID of the app",
      secret: false,
      required: true,
      example: "2dc1ae73bb210ebaa3df04c703ec779d",
      help: "DATEV wants to see it in every call, beside the token.",
      where: { text: "DATEV Developer Portal, your app", url: "https://developer.datev.de" },
      pattern: "[A-Za-z0-9_-]{8,128}",
      patternHint: "Copy the client ID of the app: letters and digits without spaces.",
    },
  ],
  facts: [
    { name: "login", pattern: "openid(sandbox)?" },
    { name: "token_host", pattern: "(sandbox-)?api" },
    { name: "platform", pattern: "platform(-sandbox)?" },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with DATEV",
      guide: [
        { text: "Register in the DATEV Developer Portal, and create an organisation and an app in it.", url: "https://developer.datev.de" },
        { text: "Subscribe the app to accounting-clients, accounting-documents and whatever else you plan to use. For production DATEV has to look at the app first, which takes weeks." },
        { text: "Add this as a redirect URI.", copy: "{callbackUrl}" },
        { text: "Copy the client ID and the client secret. The client ID is also asked for above." },
        { text: "Whoever connects signs in with SmartLogin, SmartCard or mIDentity, and needs rights for the clients in DATEV. After 11 hours without a call they have to sign in again." },
      ],
      authorizeUrl: "https://login.datev.de/{login}/authorize",
      tokenUrl: "https://{token_host}.datev.de/token",
      revoke: { url: "https://{token_host}.datev.de/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "basic",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "openid", meaning: "Know who signed in", isSensitive: false, isDefault: true, isRequired: true },
        { value: "profile", meaning: "See the name of the person who signed in", isSensitive: false, isDefault: true, isRequired: false },
        { value: "email", meaning: "See the email address of the person who signed in", isSensitive: false, isDefault: false, isRequired: false },
        { value: "datev:accounting:clients", meaning: "See which clients there are, and what is switched on for them", isSensitive: true, isDefault: true, isRequired: true },
        { value: "accounting:clients:read", meaning: "See which clients take receipts", isSensitive: true, isDefault: true, isRequired: false },
        { value: "accounting:documents", meaning: "Hand over receipts and invoices as pictures or PDFs", isSensitive: true, isDefault: true, isRequired: false },
        { value: "datev:accounting:extf-files-import", meaning: "Hand over bookings, and see what became of them", isSensitive: true, isDefault: false, isRequired: false },
        { value: "datev:accounting:exchange", meaning: "Read fiscal years, sums and balances", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // DATEV refuses a sign-in without a nonce. It guards the id_token, which is never read here, so it may stay the same.
      authorizeParams: { nonce: "patchbay-reads-no-id-token", enableWindowsSso: "true" },
      refresh: { mode: "rotating", accessTtlSeconds: 900, refreshTtlSeconds: 39_600 },
    },
  ],
  api: {
    baseUrl: "https://accounting-clients.api.datev.de",
    hosts: ["accounting-documents.api.datev.de", "accounting-extf-files.api.datev.de", "accounting-data-exchange.api.datev.de", "{token_host}.datev.de"],
    headers: { "x-datev-client-id": "{app_client_id}" },
    errors: { code: "error", message: "error_description" },
  },
  verify: {
    method: "GET",
    host: "{token_host}.datev.de",
    path: "/userinfo",
    account: { id: ["sub"], label: ["name", "preferred_username", "email", "sub"] },
    hints: [
      { status: 401, message: "DATEV does not accept this. Check that the client ID above is that of the app you signed in with, and connect again." },
      { status: 403, message: "DATEV refused this app. It has to be subscribed to the API in the Developer Portal." },
    ],
    alternatives: [{ method: "GET", path: "/{platform}/v2/clients", account: { id: ["0.id"], label: ["0.name"] } }],
  },
  operations: datevOperations,
  settings: [
    {
      key: "client",
      label: "Default client",
      secret: false,
      required: false,
      example: "29098-55003",
      help: "The adviser's number, a dash and the client's number. Used where an operation needs a client and none is given.",
      where: { text: "Run List clients: it is the id" },
      pattern: "[0-9]{4,7}-[0-9]{1,5}",
      patternHint: "Write it as 29098-55003.",
    },
  ],
  rateLimit: { summary: "DATEV publishes no number; it wants few reads for each thing handed over, and answers 429 otherwise" },
  defaultVisibility: "workspace",
};
