import type { Connector } from "../connector";
import { googleClientSteps, googleOAuth, googleServiceAccount, subjectFact } from "../families/google";
import { googleWorkspaceOperations } from "./google-workspace.operations";

const checkedOn = "2026-11-21";

export const googleWorkspace: Connector = {
  slug: "google-workspace",
  name: "Google Workspace",
  category: "communication",
  description: "Manage people, groups and devices of your organisation, and read its audit log",
  synonyms: ["google", "gsuite", "g suite", "admin sdk", "directory", "users", "groups", "google drive", "google calendar", "offboarding"],
  website: "https://workspace.google.com",
  docsUrl: "https://developers.google.com/workspace/admin",
  sources: [
    { url: "https://developers.google.com/accounts/docs/OAuth", checkedOn },
    { url: "https://developers.google.com/admin-sdk/directory/v1/guides/authorizing", checkedOn },
    { url: "https://docs.cloud.google.com/dotnet/docs/reference/Google.Apis/latest/Google.Apis.Auth.OAuth2.Requests.GoogleAuthorizationCodeRequestUrl.md.txt", checkedOn },
  ],
  popularity: 95,
  inputs: [],
  facts: [subjectFact],
  auth: [
    googleOAuth({
      guide: [
        { text: "Open the Google Cloud console, choose or create a project, and enable the Admin SDK API.", url: "https://console.cloud.google.com/apis/library/admin.googleapis.com" },
        ...googleClientSteps,
        { text: "The person who connects has to be an administrator: Google answers with what that person may see." },
      ],
      scopes: [
        { value: "https://www.googleapis.com/auth/admin.directory.user.readonly", meaning: "See the people of your organisation", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/admin.directory.group.readonly", meaning: "See groups and their members", isSensitive: false, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/admin.directory.user", meaning: "Add, change, suspend and delete people", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/admin.directory.group", meaning: "Create, change and delete groups and their members", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/admin.directory.orgunit.readonly", meaning: "See organisational units", isSensitive: false, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/admin.directory.device.chromeos.readonly", meaning: "See Chrome devices", isSensitive: false, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/admin.reports.audit.readonly", meaning: "Read the audit log: who signed in, shared or changed something", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/calendar.readonly", meaning: "See your calendars and their events", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/calendar.events", meaning: "See and change events of your calendars", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/gmail.readonly", meaning: "Read your mail", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/drive.metadata.readonly", meaning: "See names and owners of your files, not their content", isSensitive: true, isDefault: false, isRequired: false },
      ],
    }),
    googleServiceAccount({
      guide: [
        { text: "Open Service accounts in the Google Cloud console and create one. It needs no role in the project.", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
        { text: "Enable the Admin SDK API in the same project.", url: "https://console.cloud.google.com/apis/library/admin.googleapis.com" },
        { text: "Open the account's Keys tab, press Add key, Create new key, JSON. A file is downloaded: drop it here." },
        { text: "In the Admin console open Security, API controls, Domain-wide delegation and press Add new. Enter the account's client ID, a long number, and these scopes.", url: "https://admin.google.com/ac/owl/domainwidedelegation", copy: "https://www.googleapis.com/auth/admin.directory.user.readonly,https://www.googleapis.com/auth/admin.directory.group.readonly" },
        { text: "Below, enter the email address of an administrator in whose name the account acts." },
      ],
      scopes: ["https://www.googleapis.com/auth/admin.directory.user.readonly", "https://www.googleapis.com/auth/admin.directory.group.readonly"],
      subject: { label: "Administrator's email address", example: "admin@example.com", help: "The account acts in this person's name and may do no more than they may." },
    }),
  ],
  api: {
    baseUrl: "https://admin.googleapis.com",
    hosts: ["www.googleapis.com", "gmail.googleapis.com", "openidconnect.googleapis.com", "cloudidentity.googleapis.com", "licensing.googleapis.com"],
    errors: { code: "error.status", message: "error.message" },
  },
  verify: {
    method: "GET",
    host: "www.googleapis.com",
    path: "/oauth2/v2/userinfo",
    account: { id: ["id", "sub"], label: ["email"] },
    hints: [{ status: 401, message: "Google no longer accepts this sign-in. Access may have been removed in the Google account: connect again." }],
    perKind: {
      service_account: {
        method: "GET",
        path: "/admin/directory/v1/users/{subject}",
        account: { id: ["customerId", "id"], label: ["primaryEmail", "{subject}"] },
        hints: [
          { status: 403, message: "Google refused the directory. Check that the Admin SDK API is enabled, and that domain-wide delegation lists this account with the scopes of the guide." },
          { status: 404, message: "Your organisation has nobody with this email address. Enter the address of an administrator." },
        ],
        alternatives: [{ method: "GET", path: "/admin/directory/v1/users?customer=my_customer&maxResults=1", account: { id: ["users.0.customerId"], label: ["{subject}"] } }],
      },
    },
  },
  operations: googleWorkspaceOperations,
  settings: [],
  rateLimit: { summary: "A number of requests a minute per project and per person, shown under Quotas in the Google Cloud console" },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  webhook: { header: "x-goog-channel-token", algorithm: "token", key: "The token that was set when the notification channel was made" },
  mcp: { url: "https://drivemcp.googleapis.com/mcp/v1", auth: "oauth", note: "One server per product: gmailmcp, calendarmcp, drivemcp, docsmcp, sheetsmcp and chatmcp. Each has to be enabled in your project." },
  defaultVisibility: "workspace",
};
