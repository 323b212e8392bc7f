import type { Connector } from "../connector";
import { sageIntacctOperations } from "./sage-intacct.operations";

const checkedOn = "2026-11-21";
const register = [
  { text: "You need a Web Services developer licence of Sage Intacct, with a sender ID and its password. Your account manager knows about it.", url: "https://developer.sage.com/intacct/docs/developer-portal/getting-started" },
  { text: "Sign in to Sage's developer console and create an application for Sage Intacct. Choose the client scope Production for a real company: it cannot be changed later.", url: "https://developer.sage.com/console/" },
];

export const sageIntacct: Connector = {
  slug: "sage-intacct",
  name: "Sage Intacct",
  category: "erp",
  description: "Query the ledger, look up customers and vendors, and create bills and invoices in Sage Intacct",
  synonyms: ["sage", "intacct", "accounting", "general ledger", "bills", "invoices", "accounts payable", "accounts receivable", "erp"],
  website: "https://www.sage.com/sage-business-cloud/intacct/",
  docsUrl: "https://developer.sage.com/intacct/docs/",
  sources: [
    { url: "https://developer.sage.com/intacct/docs/developer-portal/guides/oauth2", checkedOn },
    { url: "https://developer.sage.com/intacct/docs/developer-portal/getting-started", checkedOn },
    { url: "https://developer.sage.com/intacct/docs/developer-portal/api-essentials/query-service", checkedOn },
    { url: "https://developer.sage.com/intacct/docs/developer-portal/rest-api-faq", checkedOn },
    { url: "https://nango.dev/blog/fix-sage-intacct-oauth-token-invalid-refresh-failures", checkedOn },
  ],
  popularity: 56,
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Sage Intacct",
      guide: [
        ...register,
        { text: "Add this as a redirect URI.", copy: "{callbackUrl}" },
        { text: "Copy the client ID and the client secret, and enter both here." },
        { text: "The first to connect a company has to be its administrator: that lets the sender ID in. Connect a person and a company only once, because a second sign-in ends the first." },
      ],
      authorizeUrl: "https://api.intacct.com/ia/api/v1/oauth2/authorize",
      tokenUrl: "https://api.intacct.com/ia/api/v1/oauth2/token",
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [{ value: "offline_access", meaning: "Act as you in Sage Intacct, also when you are away", isSensitive: true, isDefault: true, isRequired: true }],
      refresh: { mode: "rotating", accessTtlSeconds: 43_200 },
    },
    {
      kind: "client_credentials",
      label: "Web Services user",
      guide: [
        ...register,
        { text: "In Sage Intacct open Company, Setup, Company, Security, and add the sender ID under Web Services authorizations." },
        { text: "Make a Web Services user with the permissions Patchbay needs." },
        { text: "Copy the application's client ID and client secret, and enter the user below." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "0123456789abcdef0123.app.sage.com", pattern: "[A-Za-z0-9._-]{8,200}", patternHint: "Copy the client ID from Sage's developer console." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "0123456789abcdef0123456789abcdef01234567" },
        { key: "username", label: "User", secret: false, required: true, example: "patchbay@acme", help: "The user's ID, @, and the company's ID. For one entity of several add | and its ID.", pattern: "[^@|]{1,100}@[^@|]{1,100}(\\|[^@|]{1,100})?", patternHint: "Write the user and the company, such as patchbay@acme, or patchbay@acme|Central." },
      ],
      tokenUrl: "https://api.intacct.com/ia/api/v1/oauth2/token",
      clientAuthentication: "post",
      tokenParams: { username: "{username}" },
    },
  ],
  api: { baseUrl: "https://api.intacct.com", hosts: [], errors: { code: "ia::result.ia::error.code", message: "ia::result.ia::error.message" } },
  verify: {
    method: "POST",
    path: "/ia/api/v1/services/core/query",
    body: { object: "company-config/entity", fields: ["key", "id", "name"], size: 1 },
    account: { id: [], label: ["ia::result.0.name", "ia::result.0.id"] },
    errors: { code: "error.code", message: "error.message" },
    hints: [
      { status: 401, message: "Sage Intacct does not accept this sign-in. A newer sign-in of the same person and company ends the one before: connect again, and keep only one." },
      { status: 403, message: "Sage Intacct refused this. The company has to authorise the sender ID under Company, Security, and the user needs permissions." },
    ],
    alternatives: [
      { method: "POST", path: "/ia/api/v1/services/core/query", body: { object: "company-config/location", fields: ["key", "id", "name"], size: 1 }, account: { id: [], label: ["ia::result.0.name"] } },
      { method: "POST", path: "/ia/api/v1/services/core/query", body: { object: "accounts-payable/vendor", fields: ["key"], size: 1 }, account: { id: [], label: [] } },
      { method: "POST", path: "/ia/api/v1/services/core/query", body: { object: "general-ledger/account", fields: ["key"], size: 1 }, account: { id: [], label: [] } },
    ],
  },
  operations: sageIntacctOperations,
  settings: [
    {
      key: "entity",
      label: "Entity",
      secret: false,
      required: false,
      example: "Central",
      help: "For a company with several entities: the one that calls are about, if they name no other. Left empty, the top level.",
      where: { text: "Company, Setup, Entities" },
      pattern: "[^\\s][ -~]{0,99}",
      patternHint: "Write the entity's ID as in the list of entities.",
    },
  ],
  rateLimit: { summary: "A number of transactions a month by contract, and few calls at the same time; too many are answered with 429" },
  defaultVisibility: "workspace",
};
