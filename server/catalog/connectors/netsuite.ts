import type { Connector, Field, GuideStep } from "../connector";
import { netsuiteOperations } from "./netsuite.operations";

const checkedOn = "2026-11-21";
const tokenUrl = "https://{account_id}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";

const enable: GuideStep = { text: "As an administrator open Setup, Company, Enable Features, SuiteCloud. Tick REST Web Services, OAuth 2.0 and, for tokens, Token-Based Authentication." };
const clientId: Field = { key: "client_id", label: "Client ID", secret: false, required: true, example: "661131f7bf0a2f8a4d09c79d3fa961eab66102dca43e07ad47d3a29628ced67b", help: "NetSuite shows it once, when the integration is saved.", looksLike: "[0-9a-f]{64}", looksLikeHint: "A client ID has 64 letters and digits. Check that it was copied whole." };

export const netsuite: Connector = {
  slug: "netsuite",
  name: "Oracle NetSuite",
  category: "erp",
  description: "Read and change customers, orders, invoices and any other record, and query with SuiteQL",
  synonyms: ["erp", "oracle", "suitetalk", "suiteql", "sales order", "invoice", "accounting", "restlet"],
  website: "https://www.netsuite.com",
  docsUrl: "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/",
  sources: [
    { url: "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162790605110.html", checkedOn },
    { url: "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162755359851.html", checkedOn },
    { url: "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158255317571.html", checkedOn },
    { url: "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/chapter_157769826287.html", checkedOn },
  ],
  popularity: 76,
  inputs: [
    {
      key: "account_id",
      label: "Account ID",
      secret: false,
      required: true,
      example: "1234567-sb1",
      help: "The part before .app.netsuite.com in the address of your NetSuite. A sandbox 1234567_SB1 is written 1234567-sb1.",
      where: { text: "Setup, Company, Company Information" },
      cut: "^https?://|\\.(app|suitetalk\\.api|restlets\\.api)\\.netsuite\\.com[\\s\\S]*$|/[\\s\\S]*$",
      pattern: "[a-z0-9]{3,20}(-[a-z0-9]{2,10})?",
      patternHint: "Write it in small letters, with a dash for an underscore, such as 1234567 or 1234567-sb1.",
    },
  ],
  auth: [
    {
      kind: "service_account",
      label: "Certificate (machine to machine)",
      guide: [
        enable,
        { text: "Make a key and its certificate on your own machine.", copy: "openssl req -x509 -newkey rsa:4096 -sha256 -days 700 -nodes -subj /CN=patchbay -keyout private.pem -out public.pem" },
        { text: "Under Setup, Integration, Manage Integrations, New, tick Client Credentials (Machine to Machine) Grant and the scope REST Web Services, and nothing else. Save, and copy the client ID." },
        { text: "Under Setup, Integration, OAuth 2.0 Client Credentials (M2M) Setup, press Create New, choose a user, a role and the integration, and upload public.pem. The list then shows the certificate ID." },
        { text: "Enter both here, with all of private.pem." },
      ],
      fields: [
        clientId,
        { key: "certificate_id", label: "Certificate ID", secret: false, required: true, example: "B8qG0XU4XyV3-1lTnQe7kWQ0a8zM2LfJvT5sYd9cHrE", where: { text: "Setup, Integration, OAuth 2.0 Client Credentials (M2M) Setup" } },
        { key: "private_key", label: "Private key", secret: true, required: true, example: "-----BEGIN PRIVATE KEY-----", control: "textarea", help: "The whole file, with its first and last line." },
      ],
      tokenUrl,
      scopes: [],
      assertion: {
        grant: "client_assertion",
        algorithm: "PS256",
        issuer: "{client_id}",
        subject: "",
        audience: "{token_url}",
        privateKey: "private_key",
        keyId: "{certificate_id}",
        ttlSeconds: 3_000,
        claims: { scope: "rest_webservices" },
      },
    },
    {
      kind: "oauth2",
      label: "Sign in with NetSuite",
      guide: [
        enable,
        { text: "Under Setup, Integration, Manage Integrations, New, tick Authorization Code Grant and the scope REST Web Services. Paste this as the redirect URI.", copy: "{callbackUrl}" },
        { text: "Save, and copy the client ID and client secret at once: NetSuite shows them only now. Enter both here." },
        { text: "In the integration the refresh token's life can be set to up to 720 hours. After that people have to sign in again, so a certificate is better for what runs by itself." },
      ],
      authorizeUrl: "https://{account_id}.app.netsuite.com/app/login/oauth2/authorize.nl",
      tokenUrl,
      revoke: { url: "https://{account_id}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "basic",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "rest_webservices", meaning: "Read and change the records that your role may", isSensitive: true, isDefault: true, isRequired: true },
        { value: "restlets", meaning: "Run RESTlets, the scripts of your account", isSensitive: true, isDefault: false, isRequired: false },
        { value: "suite_analytics", meaning: "Read data through SuiteAnalytics Connect", isSensitive: true, isDefault: false, isRequired: false },
      ],
      refresh: { mode: "stable", accessTtlSeconds: 3_600, refreshTtlSeconds: 604_800 },
    },
    {
      kind: "api_key",
      label: "Token (TBA)",
      guide: [
        enable,
        { text: "Under Setup, Integration, Manage Integrations, New, tick Token-Based Authentication alone. Save, and copy the consumer key and secret: NetSuite shows them only now." },
        { text: "Give the user's role the permissions REST Web Services and Log in using Access Tokens." },
        { text: "Under Setup, Users/Roles, Access Tokens, New, choose the integration, the user and the role, and copy the token ID and secret." },
      ],
      fields: [
        { key: "consumer_key", label: "Consumer key", secret: false, required: true, example: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
        { key: "consumer_secret", label: "Consumer secret", secret: true, required: true, example: "123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0" },
        { key: "token_id", label: "Token ID", secret: false, required: true, example: "23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef01" },
        { key: "token_secret", label: "Token secret", secret: true, required: true, example: "3456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef012" },
      ],
      placement: { in: "oauth1", realm: "{account_id:constant}" },
    },
  ],
  api: {
    baseUrl: "https://{account_id}.suitetalk.api.netsuite.com",
    hosts: ["{account_id}.restlets.api.netsuite.com"],
    errors: { code: "o:errorDetails.0.o:errorCode", message: "o:errorDetails.0.detail" },
  },
  verify: {
    method: "GET",
    path: "/services/rest/record/v1/customer?limit=1",
    account: { id: ["{account_id}"], label: ["{account_id}"] },
    hints: [
      { status: 401, message: "NetSuite refused this. Check that the integration is enabled, and that the user and its role may log in this way." },
      { status: 403, message: "NetSuite knows this, but its role may not use REST Web Services. Add that permission to the role." },
    ],
    alternatives: [
      { method: "GET", path: "/services/rest/record/v1/employee?limit=1", account: { id: ["{account_id}"], label: ["{account_id}"] } },
      { method: "GET", path: "/services/rest/record/v1/metadata-catalog?select=customer", account: { id: ["{account_id}"], label: ["{account_id}"] } },
    ],
  },
  operations: netsuiteOperations,
  settings: [],
  rateLimit: { summary: "A number of requests at the same time, by the account's service tier" },
  pagination: { kind: "offset", param: "offset", limitParam: "limit", total: "totalResults" },
  defaultVisibility: "workspace",
};
