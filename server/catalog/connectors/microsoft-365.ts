import type { Connector, TokenAnswer } from "../connector";
import { microsoft365Operations } from "./microsoft-365.operations";

const checkedOn = "2026-11-21";

export const microsoft365: Connector = {
  slug: "microsoft-365",
  name: "Microsoft 365",
  category: "communication",
  description: "Read and send Outlook mail, plan meetings, and find files in OneDrive and SharePoint",
  synonyms: ["outlook", "office 365", "graph", "microsoft graph", "onedrive", "sharepoint", "exchange", "calendar", "email", "excel", "entra"],
  website: "https://www.microsoft.com/microsoft-365",
  docsUrl: "https://learn.microsoft.com/graph/",
  sources: [
    { url: "https://github.com/MicrosoftDocs/entra-docs/blob/main/docs/identity-platform/v2-oauth2-auth-code-flow.md", checkedOn },
    { url: "https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/auth-v2-user.md", checkedOn },
  ],
  popularity: 94,
  inputs: [
    {
      key: "tenant",
      label: "Tenant",
      secret: false,
      required: false,
      example: "contoso.onmicrosoft.com",
      default: "common",
      help: "Leave common to let any Microsoft account sign in. Give your tenant's ID or domain when the app is registered for one tenant only, or signs in as itself.",
      where: { text: "Entra admin center, Overview, Tenant ID", url: "https://entra.microsoft.com" },
      pattern: "[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?",
      patternHint: "Write the tenant's ID or domain, such as contoso.onmicrosoft.com.",
    },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Microsoft",
      guide: [
        { text: "Open App registrations in the Entra admin center and press New registration.", url: "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade" },
        { text: "Name it, and choose who may sign in. With a single tenant, everyone who connects has to enter that tenant here." },
        { text: "Under Redirect URI choose Web and paste this address. Register.", copy: "{callbackUrl}" },
        { text: "Copy the Application (client) ID." },
        { text: "Under Certificates & secrets make a new client secret and copy its Value, not its ID. Note when it expires. Enter both here." },
      ],
      authorizeUrl: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
      tokenUrl: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "offline_access", meaning: "Stay connected when you are away", isSensitive: false, isDefault: true, isRequired: true },
        { value: "User.Read", meaning: "See your profile", isSensitive: false, isDefault: true, isRequired: true },
        { value: "Mail.Read", meaning: "Read your mail", isSensitive: true, isDefault: true, isRequired: false },
        { value: "Mail.Send", meaning: "Send mail in your name", isSensitive: true, isDefault: true, isRequired: false },
        { value: "Calendars.ReadWrite", meaning: "See and change your calendar", isSensitive: true, isDefault: true, isRequired: false },
        { value: "Mail.ReadWrite", meaning: "Change, move and delete your mail", isSensitive: true, isDefault: false, isRequired: false },
        { value: "Contacts.Read", meaning: "See your contacts", isSensitive: true, isDefault: false, isRequired: false },
        { value: "Files.Read.All", meaning: "Read all files you can open in OneDrive and SharePoint", isSensitive: true, isDefault: false, isRequired: false },
        { value: "Files.ReadWrite.All", meaning: "Change and delete all files you can open in OneDrive and SharePoint", isSensitive: true, isDefault: false, isRequired: false },
        { value: "Tasks.ReadWrite", meaning: "See and change your tasks", isSensitive: false, isDefault: false, isRequired: false },
        { value: "User.ReadBasic.All", meaning: "See names and addresses of colleagues", isSensitive: false, isDefault: false, isRequired: false },
      ],
      authorizeParams: { response_mode: "query", prompt: "select_account" },
      // Each refresh token lasts 90 days and is replaced by the next.
      refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 7_776_000 },
      readToken,
      family: "MICROSOFT",
    },
    {
      kind: "client_credentials",
      label: "As the app itself",
      guide: [
        { text: "Open your app under App registrations in the Entra admin center, or register one.", url: "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade" },
        { text: "Under API permissions add Microsoft Graph, Application permissions: Organization.Read.All, so that Patchbay can check the connection, and what you plan to use." },
        { text: "Press Grant admin consent. Without it Microsoft refuses every call." },
        { text: "Under Certificates & secrets make a client secret and copy its Value." },
        { text: "Enter your tenant's ID above: common does not work without a person." },
      ],
      fields: [
        { key: "client_id", label: "Application (client) ID", secret: false, required: true, example: "00001111-aaaa-2222-bbbb-3333cccc4444", pattern: "[A-Za-z0-9-]{8,64}", patternHint: "Copy the Application (client) ID from the app's overview." },
        {
          key: "client_secret",
          label: "Client secret",
          secret: true,
          required: true,
          example: "AbC8Q~dEfGhIjKlMnOpQrStUvWxYz0123456789",
          looksLike: "(?![0-9a-fA-F]{8}-[0-9a-fA-F]{4}-).+",
          looksLikeHint: "This looks like the secret's ID. Copy the column Value instead.",
        },
      ],
      tokenUrl: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
      clientAuthentication: "post",
      scope: "https://graph.microsoft.com/.default",
    },
  ],
  api: { baseUrl: "https://graph.microsoft.com", hosts: [], errors: { code: "error.code", message: "error.message" } },
  verify: {
    method: "GET",
    path: "/v1.0/me",
    account: { id: ["id"], label: ["mail", "userPrincipalName", "displayName"] },
    hints: [
      { status: 401, message: "Microsoft no longer accepts this sign-in. Connect again." },
      { status: 403, message: "Microsoft blocked this. An administrator may have to allow the app for your organisation." },
    ],
    perKind: {
      client_credentials: {
        method: "GET",
        path: "/v1.0/organization",
        account: { id: ["value.0.id"], label: ["value.0.displayName"] },
        hints: [{ status: 403, message: "The app may not read the organisation. Add the application permission Organization.Read.All and grant admin consent." }],
      },
    },
  },
  operations: microsoft365Operations,
  settings: [],
  rateLimit: { summary: "Different for each service; Microsoft says with each refusal how long to wait" },
  pagination: { kind: "next_url", path: "@odata.nextLink" },
  webhook: { header: "", algorithm: "token", tokenPath: "value.0.clientState", key: "The clientState that was set when the subscription was made. New subscriptions first send a validationToken, which has to be echoed as plain text" },
  defaultVisibility: "private",
};

/** Granted scopes may come as full addresses: `https://graph.microsoft.com/Mail.Read`. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  return typeof answer["scope"] === "string" ? { ...answer, scope: answer["scope"].replaceAll("https://graph.microsoft.com/", "") } : { ...answer };
}
