import type { Connector } from "../connector";
import { workdayOperations } from "./workday.operations";

const checkedOn = "2026-11-21";
const host = "([a-z0-9-]{1,40}\\.){1,3}(workday|myworkday|workdaygov)\\.com";
const atHost = "Workday has no such service for this tenant. Check the host and the tenant; production and implementation tenants live on different hosts.";
const registered = "Workday refused this. Check the API client's functional areas, and the domain security policies of the security group; activate pending policy changes.";

export const workday: Connector = {
  slug: "workday",
  name: "Workday",
  category: "hris",
  description: "Look up workers, ask for time off, query with WQL and run reports in Workday",
  synonyms: ["hr", "hris", "hcm", "workers", "employees", "time off", "absence", "raas", "wql", "reports", "isu"],
  website: "https://www.workday.com",
  docsUrl: "https://community.workday.com/sites/default/files/file-hosting/restapi/index.html",
  sources: [
    { url: "https://nango.dev/docs/api-integrations/workday-refresh-token/connect", checkedOn },
    { url: "https://docs.workato.com/connectors/workday-rest/connection-setup", checkedOn },
    { url: "https://nango.dev/docs/api-integrations/workday-oauth/how-to-register-your-own-workday-oauth-app", checkedOn },
    { url: "https://docs.unified.to/skills/workday-oauth-app/SKILL.md", checkedOn },
    { url: "https://prismatic.io/docs/changelog/connectors/2026/04/22/workday/", checkedOn },
  ],
  popularity: 67,
  inputs: [
    {
      key: "host",
      label: "Services host",
      secret: false,
      required: true,
      example: "wd2-impl-services1.workday.com",
      help: "The host of the REST API endpoint and the token endpoint. You may paste the whole address.",
      where: { text: "In Workday, search for View API Clients: Workday REST API Endpoint" },
      cut: "^https?://|/[^]*$",
      pattern: host,
      patternHint: "Write the host alone, such as wd2-impl-services1.workday.com or services1.myworkday.com.",
    },
    {
      key: "tenant",
      label: "Tenant",
      secret: false,
      required: true,
      example: "acme",
      where: { text: "The last part of the REST API endpoint" },
      pattern: "[A-Za-z0-9][A-Za-z0-9_-]{0,99}",
      patternHint: "Write the tenant's name as in the address, such as acme or acme_impl1.",
    },
    {
      key: "sign_in_host",
      label: "Sign-in host",
      secret: false,
      required: false,
      example: "impl.workday.com",
      help: "Only for signing in as a person: the host of the authorization endpoint.",
      where: { text: "In Workday, search for View API Clients: Authorization Endpoint" },
      cut: "^https?://|/[^]*$",
      pattern: host,
      patternHint: "Write the host alone, such as impl.workday.com or wd5.myworkday.com.",
    },
  ],
  facts: [
    { name: "isu", pattern: "[^@\\s:/]{1,100}" },
    { name: "report_owner", pattern: "[^\\s/?#]{1,150}" },
    { name: "report", pattern: "[^\\s/?#]{1,200}" },
  ],
  auth: [
    {
      kind: "client_credentials",
      label: "API client for integrations",
      guide: [
        { text: "Make an integration system user and a security group for it, and give the group the domains it needs. Activate the pending security policy changes." },
        { text: "In Workday, search for Register API Client for Integrations. Tick Non-Expiring Refresh Tokens, choose the functional areas, such as Staffing, Tenant Non-Configurable, and Time Off and Leave, and press OK." },
        { text: "Copy the client ID and the client secret at once: Workday shows the secret only now." },
        { text: "From the client's related actions choose API Client, Manage Refresh Tokens for Integrations, pick the integration system user, and generate a refresh token. Copy it." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "MDEyMzQ1NjctODlhYi1jZGVmLTAxMjMtNDU2Nzg5YWJjZGVm", pattern: "[A-Za-z0-9+/=_-]{8,200}", patternHint: "Copy the client ID from View API Clients." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "0123456789abcdefghijklmnopqrstuvwxyz" },
        { key: "refresh_token", label: "Refresh token", secret: true, required: true, example: "0123456789abcdefghijklmnopqrstuvwxyz0123456789", where: { text: "API Client, Manage Refresh Tokens for Integrations" } },
      ],
      tokenUrl: "https://{host}/ccx/oauth2/{tenant}/token",
      clientAuthentication: "basic",
      // The refresh token stands for the integration system user; it is used again whenever an access token runs out.
      tokenParams: { grant_type: "refresh_token", refresh_token: "{refresh_token}" },
    },
    {
      kind: "oauth2",
      label: "Sign in with Workday",
      guide: [
        { text: "In Workday, search for Register API Client. You have to be an administrator of the tenant." },
        { text: "Choose Authorization Code Grant and Bearer, and paste this as the redirection URI.", copy: "{callbackUrl}" },
        { text: "Tick Non-Expiring Refresh Tokens, choose the functional areas, and press OK. What a person may see is still for their security groups to say." },
        { text: "Copy the client ID and the client secret at once: Workday shows the secret only now. Enter both here." },
        { text: "Search for View API Clients. The three endpoints at its top are what is asked for when someone connects." },
      ],
      authorizeUrl: "https://{sign_in_host}/{tenant}/authorize",
      tokenUrl: "https://{host}/ccx/oauth2/{tenant}/token",
      clientAuthentication: "basic",
      pkce: "none",
      scopeSeparator: " ",
      // The API client itself carries what it may do, as functional areas.
      scopes: [],
      refresh: { mode: "stable", accessTtlSeconds: 3_600 },
    },
    {
      kind: "basic",
      label: "Integration system user and a report",
      guide: [
        { text: "Make an integration system user, and a security group for it that may see what the report shows. Activate the pending security policy changes." },
        { text: "Make a custom report of the type Advanced, share it with the user, and tick Enable As Web Service on its Advanced tab." },
        { text: "From the report's related actions choose Web Service, View URLs. The address of the JSON ends with the owner and the name of the report." },
        { text: "This way runs reports only. For everything else use an API client." },
      ],
      fields: [
        { key: "username", label: "User name", secret: false, required: true, example: "ISU_Patchbay@acme", help: "With @ and the tenant behind it.", pattern: "[^@\\s:/]{1,100}@[A-Za-z0-9_-]{1,100}", patternHint: "Write the user name with the tenant, such as ISU_Patchbay@acme." },
        { key: "password", label: "Password", secret: true, required: true, example: "correct horse battery staple" },
        { key: "report_owner", label: "Report owner", secret: false, required: true, example: "ISU_Patchbay", where: { text: "The second part from the end of the report's address" }, pattern: "[^\\s/?#]{1,150}", patternHint: "Write the owner as in the report's address, without slashes." },
        { key: "report", label: "Report", secret: false, required: true, example: "Workers_for_Patchbay", where: { text: "The last part of the report's address" }, cut: "\\?.*$", pattern: "[^\\s/?#]{1,200}", patternHint: "Write the report's name as in its address, with underscores." },
      ],
      facts: [
        { name: "isu", field: "username", pattern: "([^@\\s:/]{1,100})@[A-Za-z0-9_-]{1,100}" },
        { name: "report_owner", field: "report_owner", pattern: "([^\\s/?#]{1,150})" },
        { name: "report", field: "report", pattern: "([^\\s/?#]{1,200})" },
      ],
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], headers: { accept: "application/json" }, errors: { code: "code", message: "error", param: "errors.0.field" } },
  verify: {
    method: "GET",
    path: "/ccx/api/v1/{tenant}/workers?limit=1",
    account: { id: ["{tenant}"], label: ["{tenant}"] },
    hints: [
      { status: 401, message: "Workday does not accept this sign-in. The refresh token may have been revoked, or the user's password has expired." },
      { status: 403, message: registered },
      { status: 404, message: atHost },
    ],
    alternatives: [
      { method: "GET", path: "/ccx/api/staffing/v6/{tenant}/workers?limit=1", account: { id: ["{tenant}"], label: ["{tenant}"] }, hints: [{ status: 403, message: registered }, { status: 404, message: atHost }] },
      { method: "GET", path: "/ccx/api/wql/v1/{tenant}/dataSources?limit=1", account: { id: ["{tenant}"], label: ["{tenant}"] } },
    ],
    perKind: {
      oauth2: {
        method: "GET",
        path: "/ccx/api/v1/{tenant}/workers/me",
        account: { id: ["id"], label: ["descriptor", "primaryWorkEmail"] },
        hints: [{ status: 401, message: "Workday ended this sign-in. Connect again." }, { status: 403, message: registered }, { status: 404, message: atHost }],
        alternatives: [{ method: "GET", path: "/ccx/api/v1/{tenant}/workers?limit=1", account: { id: ["{tenant}"], label: ["{tenant}"] } }],
      },
      basic: {
        method: "GET",
        path: "/ccx/service/customreport2/{tenant}/{report_owner}/{report}?format=json",
        account: { id: ["{isu}@{tenant}"], label: ["{isu}@{tenant}"] },
        hints: [
          { status: 401, message: "Workday does not accept this user and password. The user name needs the tenant behind an @, and the user must not be asked for a new password." },
          { status: 403, message: "This user may not run the report. Share the report with it, and check its security group." },
          { status: 404, message: "There is no such report. Check the owner and the name against the report's address." },
        ],
      },
    },
  },
  operations: workdayOperations,
  settings: [],
  rateLimit: { summary: "Not published; Workday answers 429 when a tenant is asked too much" },
  pagination: { kind: "offset", param: "offset", limitParam: "limit", total: "total" },
  defaultVisibility: "workspace",
};
