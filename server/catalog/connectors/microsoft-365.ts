import type { Connector } from "../connector";
import { graphApi, microsoftApp, microsoftOAuth, tenantInput, verifyGraph } from "../families/microsoft";
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
  inputs: [tenantInput],
  auth: [
    microsoftOAuth({
      scopes: [
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
    }),
    microsoftApp({
      scope: "https://graph.microsoft.com/.default",
      permission: [
        { text: "Under API permissions add Microsoft Graph, Application permissions: Organization.Read.All, so that Patchbay can check the connection, and what you plan to use." },
        { text: "Press Grant admin consent. Without it Microsoft refuses every call." },
      ],
    }),
  ],
  api: graphApi,
  verify: verifyGraph(),
  operations: microsoft365Operations,
  settings: [],
  rateLimit: { summary: "Different for each service; Microsoft says with each refusal how long to wait" },
  pagination: { kind: "next_url", path: "@odata.nextLink" },
  webhook: { header: "", algorithm: "token", tokenPath: "value.*.clientState", key: "The clientState that was set when the subscription was made. New subscriptions first send a validationToken, which has to be echoed as plain text" },
  defaultVisibility: "private",
};
