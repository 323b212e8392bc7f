import type { Connector } from "../connector";
import { salesforceOperations } from "./salesforce.operations";

const checkedOn = "2026-11-21";
// One version behind the newest, so that every org has it. It lasts for years.

export const salesforce: Connector = {
  slug: "salesforce",
  name: "Salesforce",
  category: "crm",
  description: "Find, create and update leads, accounts, opportunities and any other record",
  synonyms: ["crm", "sfdc", "leads", "opportunities", "accounts", "sales cloud", "service cloud", "soql"],
  website: "https://www.salesforce.com",
  docsUrl: "https://developer.salesforce.com/docs",
  sources: [
    { url: "https://help.salesforce.com/HTViewHelpDoc?id=remoteaccess_oauth_web_server_flow.htm&language=en_US", checkedOn },
    { url: "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_pkce.htm&language=en_US&type=5", checkedOn },
    { url: "https://help.salesforce.com/apex/HTViewHelpDoc?id=remoteaccess_oauth_refresh_token_flow.htm&language=en_US", checkedOn },
    { url: "https://help.salesforce.com/apex/HTViewHelpDoc?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm", checkedOn },
    { url: "https://developer.salesforce.com/docs/platform/isvforce/guide/secure-code-ac-eca.md", checkedOn },
    { url: "https://developer.salesforce.com/docs/atlas.en-us.264.0.api_rest.meta/api_rest/dome_user_tasks.htm", checkedOn },
  ],
  popularity: 91,
  inputs: [
    {
      key: "domain",
      label: "Login address",
      secret: false,
      required: false,
      example: "acme.my",
      default: "login",
      help: "Leave login for production, or enter test for a sandbox. With a My Domain enter the part before .salesforce.com, such as acme.my.",
      where: { text: "Setup, My Domain" },
      cut: "^https?://|\\.(salesforce|lightning\\.force)\\.com.*$|/.*$",
      pattern: "login|test|[a-z0-9][a-z0-9-]{0,79}(\\.(sandbox|develop|scratch|demo|patch|trailblaze|free|stage))?\\.my",
      patternHint: "Enter login, test, or your My Domain such as acme.my or acme--dev.sandbox.my.",
    },
  ],
  facts: [{ name: "instance_url", pattern: "https://[a-z0-9-]+(\\.[a-z0-9-]+){0,4}\\.(salesforce|cloudforce|force)\\.(com|mil)" }],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Salesforce",
      guide: [
        { text: "In Setup, search for External Client App Manager and press New External Client App. Salesforce no longer takes new Connected Apps." },
        { text: "Enable OAuth, and paste this as the callback URL.", copy: "{callbackUrl}" },
        { text: "Add the scopes api, id and refresh_token, and any other you want to offer here." },
        { text: "Require the secret for the web server flow, require PKCE, and enable refresh token rotation. Create the app." },
        { text: "Open the app's Settings, OAuth Settings, and copy the consumer key and secret. They are the client ID and client secret to enter here." },
      ],
      authorizeUrl: "https://{domain}.salesforce.com/services/oauth2/authorize",
      tokenUrl: "https://{domain}.salesforce.com/services/oauth2/token",
      revoke: { url: "https://{domain}.salesforce.com/services/oauth2/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "api", meaning: "Read and change the records you can read and change", isSensitive: true, isDefault: true, isRequired: true },
        { value: "id", meaning: "See your name, email address and organisation", isSensitive: false, isDefault: true, isRequired: true },
        { value: "refresh_token", meaning: "Stay connected when you are away", isSensitive: false, isDefault: true, isRequired: true },
        { value: "chatter_api", meaning: "Read and write Chatter posts", isSensitive: false, isDefault: false, isRequired: false },
        { value: "content", meaning: "Read and change files", isSensitive: true, isDefault: false, isRequired: false },
        { value: "full", meaning: "Do everything you can do", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // The answer has no `expires_in`; 15 minutes is the shortest session an org can set.
      refresh: { mode: "rotating", accessTtlSeconds: 900 },
      tokenFacts: ["instance_url"],
    },
    {
      kind: "client_credentials",
      label: "Integration user",
      guide: [
        { text: "In Setup, open External Client App Manager and your app, or create one with OAuth and the scope api." },
        { text: "Under Settings enable the client credentials flow. Under Policies enable it too, and choose the user it runs as." },
        { text: "Copy the consumer key and secret from OAuth Settings." },
        { text: "Enter your My Domain above: login and test do not take part in this flow." },
      ],
      fields: [
        { key: "client_id", label: "Consumer key", secret: false, required: true, example: "3MVG9AbCdEfGhIjKlMnOpQrStUvWxYz", pattern: "[A-Za-z0-9._-]{10,300}", patternHint: "Copy the consumer key from the app's OAuth Settings." },
        { key: "client_secret", label: "Consumer secret", secret: true, required: true, example: "0123456789ABCDEF0123456789ABCDEF" },
      ],
      tokenUrl: "https://{domain}.salesforce.com/services/oauth2/token",
      clientAuthentication: "post",
      accessTtlSeconds: 900,
      tokenFacts: ["instance_url"],
    },
  ],
  // Calls go to the org's own host, never to login.salesforce.com.
  api: { baseUrl: "{instance_url}", hosts: [], errors: { code: "0.errorCode", message: "0.message", param: "0.fields.0" } },
  verify: {
    method: "GET",
    path: "/services/oauth2/userinfo",
    account: { id: ["user_id", "sub"], label: ["preferred_username", "email", "name"] },
    hints: [
      { status: 401, message: "Salesforce ended this session. Connect again." },
      { status: 403, message: "Salesforce refused this user. Check that the app is allowed for them, and that their profile may use the API." },
      { code: "REQUEST_LIMIT_EXCEEDED", message: "Your organisation has used up its calls for today. Try again tomorrow, or raise the limit in Salesforce." },
    ],
  },
  operations: salesforceOperations,
  settings: [],
  rateLimit: { summary: "A number of calls a day for the whole organisation; the header sforce-limit-info says how many are used" },
  pagination: { kind: "next_url", path: "nextRecordsUrl", below: true },
  mcp: { url: "https://api.salesforce.com/platform/mcp/v1/platform/sobject-all", auth: "oauth", note: "Needs an External Client App of the org with the scope mcp_api." },
  defaultVisibility: "workspace",
};
