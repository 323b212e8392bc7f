import type { Connector } from "../connector";
import { sageOperations } from "./sage.operations";

const checkedOn = "2026-11-21";

export const sage: Connector = {
  slug: "sage",
  name: "Sage Accounting",
  category: "finance",
  description: "Create sales invoices, record payments, and keep contacts, products and ledger accounts",
  synonyms: ["sage business cloud", "sage one", "accounting", "bookkeeping", "invoice", "contacts", "ledger"],
  website: "https://www.sage.com",
  docsUrl: "https://developer.sage.com/accounting/",
  sources: [
    { url: "https://developer.sage.com/accounting/guides/authenticating/authentication", checkedOn },
    { url: "https://developer.sage.com/accounting/guides/concepts/best_practices", checkedOn },
    { url: "https://developer.sage.com/accounting/guides/concepts/frequently_raised_errors", checkedOn },
    { url: "https://truto.one/blog/how-to-create-a-full-technical-integration-guide-for-sage-business-cloud-accounting.md", checkedOn },
    { url: "https://github.com/nook-io/python-sage/blob/main/openapi.json", checkedOn },
  ],
  popularity: 66,
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Sage",
      guide: [
        { text: "This is for Sage Accounting, once called Sage One. Sage Intacct, 50, 200 and HR are other products with other sign-ins." },
        { text: "Open the Sage developer portal for Accounting, sign up and create an app.", url: "https://developerselfservice.sageone.com" },
        { text: "Add this as a callback URL.", copy: "{callbackUrl}" },
        { text: "Copy the client ID and the client secret of the app, and enter both here." },
        { text: "When you connect, choose the country of your business and sign in with the account of your business: the developer account does not work." },
      ],
      authorizeUrl: "https://www.sageone.com/oauth2/auth/central",
      tokenUrl: "https://oauth.accounting.sage.com/token",
      revoke: { url: "https://oauth.accounting.sage.com/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "post",
      pkce: "none",
      scopeSeparator: " ",
      scopes: [
        { value: "full_access", meaning: "Read and change contacts, invoices, payments and all other records", isSensitive: true, isDefault: true, isRequired: false },
        { value: "readonly", meaning: "Only read records. Untick full_access when you choose this", isSensitive: true, isDefault: false, isRequired: false },
      ],
      authorizeParams: { filter: "apiv3.1" },
      refresh: { mode: "rotating", accessTtlSeconds: 300, refreshTtlSeconds: 2_678_400 },
    },
  ],
  api: { baseUrl: "https://api.accounting.sage.com", hosts: [], errors: { code: "0.$dataCode", message: "0.$message", param: "0.$source" } },
  verify: {
    method: "GET",
    path: "/v3.1/businesses",
    account: { id: ["$items.0.id"], label: ["$items.0.name", "$items.0.displayed_as"] },
    hints: [
      { status: 401, message: "Sage ended this connection. Connect again." },
      { status: 403, message: "Sage refused this account. Its role may not read the business, or the subscription has run out." },
    ],
  },
  operations: sageOperations,
  settings: [
    {
      key: "business_id",
      label: "Business",
      secret: false,
      required: false,
      example: "0d40342d0287cd6b13555c54afca6c90",
      help: "For accounts with several businesses. Left empty, Sage takes the lead business.",
      where: { text: "Run List businesses: it is the id" },
      pattern: "[0-9a-fA-F-]{32,36}",
      patternHint: "A business id has 32 letters and digits.",
    },
  ],
  rateLimit: { summary: "100 requests a minute and 2,500 a day per business", windows: [{ calls: 100, seconds: 60 }] },
  pagination: { kind: "next_url", path: "$next" },
  defaultVisibility: "workspace",
};
