import type { Connector, Placement, TokenAnswer } from "../connector";
import { zohoCrmOperations } from "./zoho-crm.operations";

const checkedOn = "2026-11-21";
// Zoho's own scheme, in the place of Bearer.
const placement: Placement = { in: "header", name: "authorization", template: "Zoho-oauthtoken {access_token}" };

export const zohoCrm: Connector = {
  slug: "zoho-crm",
  name: "Zoho CRM",
  category: "crm",
  description: "Find, create and update leads, contacts, accounts, deals and any other record in Zoho CRM",
  synonyms: ["zoho", "crm", "leads", "contacts", "accounts", "deals", "sales", "pipeline", "coql"],
  website: "https://www.zoho.com/crm/",
  docsUrl: "https://www.zoho.com/crm/developer/docs/api/v8/",
  sources: [
    { url: "https://zoho.com/accounts/protocol/oauth/multi-dc.html", checkedOn },
    { url: "https://zoho.com/accounts/protocol/oauth/web-apps/authorization.html", checkedOn },
    { url: "https://zoho.com/accounts/protocol/oauth/self-client/client-credentials-flow.html", checkedOn },
    { url: "https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html", checkedOn },
    { url: "https://www.zoho.com/crm/developer/docs/api/v4/api-limits.html", checkedOn },
    { url: "https://github.com/zoho/crm-oas", checkedOn },
  ],
  popularity: 76,
  inputs: [
    {
      key: "data_centre",
      label: "Data centre",
      secret: false,
      required: true,
      example: "zoho.eu",
      help: "Where your Zoho account lives. Look at the address of your Zoho CRM: crm.zoho.eu is Europe.",
      where: { text: "The address of your Zoho CRM", url: "https://accounts.zoho.com" },
      options: [
        { value: "zoho.com", label: "United States (zoho.com)" },
        { value: "zoho.eu", label: "Europe (zoho.eu)" },
        { value: "zoho.in", label: "India (zoho.in)" },
        { value: "zoho.com.au", label: "Australia (zoho.com.au)" },
        { value: "zoho.jp", label: "Japan (zoho.jp)" },
        { value: "zohocloud.ca", label: "Canada (zohocloud.ca)" },
        { value: "zoho.uk", label: "United Kingdom (zoho.uk)" },
        { value: "zoho.ae", label: "United Arab Emirates (zoho.ae)" },
        { value: "zoho.sa", label: "Saudi Arabia (zoho.sa)" },
        { value: "zoho.com.cn", label: "China (zoho.com.cn)" },
      ],
    },
  ],
  facts: [{ name: "api_domain", pattern: "https://(www|sandbox|developer)\\.zohoapis\\.(com|eu|in|com\\.au|jp|ca|uk|ae|sa|com\\.cn)" }],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Zoho",
      guide: [
        { text: "Open Zoho's API console, in the data centre where your account lives, and press Add Client.", url: "https://api-console.zoho.com" },
        { text: "Choose Server-based Applications. Give it a name and your homepage, and paste this as the authorised redirect URI.", copy: "{callbackUrl}" },
        { text: "If people of other data centres will connect, open Settings, Multi DC, and switch theirs on. Each data centre has a client secret of its own: only accounts of the one whose secret you enter here can connect." },
        { text: "Copy the client ID and the client secret from the tab Client Secret, and enter both here." },
      ],
      authorizeUrl: "https://accounts.{data_centre}/oauth/v2/auth",
      tokenUrl: "https://accounts.{data_centre}/oauth/v2/token",
      revoke: { url: "https://accounts.{data_centre}/oauth/v2/token/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "post",
      pkce: "none",
      scopeSeparator: ",",
      scopes: [
        { value: "ZohoCRM.users.READ", meaning: "See who is connected, and your colleagues", isSensitive: false, isDefault: true, isRequired: true },
        { value: "ZohoCRM.modules.ALL", meaning: "See, create, change and delete all records you can reach", isSensitive: true, isDefault: true, isRequired: false },
        { value: "ZohoCRM.settings.modules.READ", meaning: "See which modules there are", isSensitive: false, isDefault: true, isRequired: false },
        { value: "ZohoCRM.settings.fields.READ", meaning: "See which fields a module has", isSensitive: false, isDefault: true, isRequired: false },
        { value: "ZohoCRM.org.READ", meaning: "See the organisation's name and address", isSensitive: false, isDefault: true, isRequired: false },
        { value: "ZohoCRM.coql.READ", meaning: "Query records with COQL", isSensitive: true, isDefault: true, isRequired: false },
        { value: "ZohoCRM.modules.READ", meaning: "See all records you can reach", isSensitive: true, isDefault: false, isRequired: false },
        { value: "ZohoCRM.modules.leads.ALL", meaning: "See, create, change and delete leads only", isSensitive: true, isDefault: false, isRequired: false },
        { value: "ZohoCRM.modules.contacts.ALL", meaning: "See, create, change and delete contacts only", isSensitive: true, isDefault: false, isRequired: false },
        { value: "ZohoCRM.modules.deals.ALL", meaning: "See, create, change and delete deals only", isSensitive: true, isDefault: false, isRequired: false },
        { value: "ZohoCRM.modules.notes.ALL", meaning: "See, write and delete notes", isSensitive: false, isDefault: false, isRequired: false },
        { value: "ZohoCRM.notifications.ALL", meaning: "Have changes sent elsewhere", isSensitive: true, isDefault: false, isRequired: false },
        { value: "ZohoCRM.bulk.ALL", meaning: "Read and write records in bulk", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // Zoho gives a refresh token only for offline access, and again only after consent.
      authorizeParams: { access_type: "offline", prompt: "consent" },
      refresh: { mode: "stable", accessTtlSeconds: 3_600 },
      tokenFacts: ["api_domain"],
      readToken,
      placement,
    },
    {
      kind: "client_credentials",
      label: "Self client",
      guide: [
        { text: "Open Zoho's API console, in the data centre where your account lives, choose Self Client and press Create.", url: "https://api-console.zoho.com" },
        { text: "Copy the client ID and the client secret from the tab Client Secret." },
        { text: "In Zoho CRM open Setup, Company Details, and copy the organisation's ID. It acts in the name of whoever made the self client." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "1000.ABCDEFGHIJKLMNOPQRSTUVWXYZ0123", pattern: "1000\\.[A-Z0-9]{10,60}", patternHint: "Zoho's client IDs start with 1000." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "0123456789abcdef0123456789abcdef0123456789" },
        { key: "organisation", label: "Organisation ID", secret: false, required: true, example: "60012345678", where: { text: "Setup, Company Details" }, cut: "^(ZohoCRM\\.|org)", pattern: "[0-9]{4,20}", patternHint: "Write the organisation's ID in digits." },
      ],
      tokenUrl: "https://accounts.{data_centre}/oauth/v2/token",
      clientAuthentication: "post",
      tokenParams: { soid: "ZohoCRM.{organisation}", scope: "ZohoCRM.users.READ,ZohoCRM.modules.ALL,ZohoCRM.settings.modules.READ,ZohoCRM.settings.fields.READ,ZohoCRM.org.READ,ZohoCRM.coql.READ" },
      tokenFacts: ["api_domain"],
      placement,
    },
  ],
  api: { baseUrl: "{api_domain}", hosts: [], errors: { code: "code", message: "message", param: "details.api_name" } },
  verify: {
    method: "GET",
    path: "/crm/v8/users?type=CurrentUser",
    account: { id: ["users.0.id"], label: ["users.0.email", "users.0.full_name"] },
    hints: [
      { code: "INVALID_TOKEN", message: "Zoho does not accept this sign-in. Connect again, and check the data centre." },
      { code: "OAUTH_SCOPE_MISMATCH", message: "The app may not see who is connected. Connect again and allow it." },
      { code: "NO_PERMISSION", message: "This person's profile may not use the API. An administrator can allow it under Setup, Profiles." },
    ],
    alternatives: [{ method: "GET", path: "/crm/v8/org", account: { id: ["org.0.id"], label: ["org.0.company_name"] } }],
  },
  operations: zohoCrmOperations,
  settings: [],
  rateLimit: { summary: "Credits for 24 hours by edition and users, of which each call takes one or more; and 5 to 25 calls at the same time per app, by edition" },
  pagination: { kind: "cursor", param: "page_token", path: "info.next_page_token", more: "info.more_records" },
  webhook: { header: "", algorithm: "token", tokenPath: "token", key: "The token that was given when the notification channel was opened" },
  defaultVisibility: "workspace",
};

/** Asked for too many tokens in a row, Zoho says "Access Denied" with status 200 or 400, which is not a refusal. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  return answer["error"] === "Access Denied" ? { ...answer, error: "too_many_requests" } : { ...answer };
}
