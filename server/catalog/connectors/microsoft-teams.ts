import type { Connector } from "../connector";
import { graphApi, microsoftApp, microsoftOAuth, tenantInput, verifyGraph } from "../families/microsoft";
import { microsoftTeamsOperations } from "./microsoft-teams.operations";

const checkedOn = "2026-11-21";

export const microsoftTeams: Connector = {
  slug: "microsoft-teams",
  name: "Microsoft Teams",
  category: "communication",
  description: "Read and send messages in channels and chats, and look after teams and meetings",
  synonyms: ["teams", "ms teams", "chat", "channel", "send message", "notify team", "online meeting", "microsoft graph", "office 365"],
  website: "https://www.microsoft.com/microsoft-teams",
  docsUrl: "https://learn.microsoft.com/graph/api/resources/teams-api-overview",
  sources: [
    { url: "https://learn.microsoft.com/en-us/graph/api/chatmessage-post", checkedOn },
    { url: "https://graphpermissions.merill.net/permission/ChannelMessage.Send", checkedOn },
    { url: "https://microsoft.github.io/entrabot/platform-docs/teams-graph-api/", checkedOn },
    { url: "https://learn.microsoft.com/en-us/graph/throttling-limits", checkedOn },
  ],
  popularity: 93,
  inputs: [tenantInput],
  auth: [
    microsoftOAuth({
      scopes: [
        { value: "User.Read", meaning: "See your profile", isSensitive: false, isDefault: true, isRequired: true },
        { value: "Team.ReadBasic.All", meaning: "See the teams you are in", isSensitive: false, isDefault: true, isRequired: false },
        { value: "Channel.ReadBasic.All", meaning: "See the channels of your teams", isSensitive: false, isDefault: true, isRequired: false },
        { value: "ChannelMessage.Send", meaning: "Send messages to channels in your name", isSensitive: true, isDefault: true, isRequired: false },
        { value: "Chat.ReadWrite", meaning: "Read your chats, and send messages there in your name", isSensitive: true, isDefault: true, isRequired: false },
        { value: "Chat.Create", meaning: "Start chats in your name", isSensitive: true, isDefault: false, isRequired: false },
        { value: "OnlineMeetings.ReadWrite", meaning: "See and create your online meetings", isSensitive: false, isDefault: false, isRequired: false },
        { value: "ChannelMessage.Read.All", meaning: "Read messages in channels; an administrator has to agree", isSensitive: true, isDefault: false, isRequired: false },
        { value: "TeamMember.Read.All", meaning: "See who is in your teams; an administrator has to agree", isSensitive: true, isDefault: false, isRequired: false },
        { value: "Channel.Create", meaning: "Create channels; an administrator has to agree", isSensitive: true, isDefault: false, isRequired: false },
      ],
      steps: [{ text: "Permissions whose words say that an administrator has to agree can only be asked for after one has granted admin consent under API permissions." }],
    }),
    microsoftApp({
      scope: "https://graph.microsoft.com/.default",
      permission: [
        { text: "Under API permissions add Microsoft Graph, Application permissions: Organization.Read.All, so that Patchbay can check the connection, and Team.ReadBasic.All and Channel.ReadBasic.All." },
        { text: "Press Grant admin consent. Without it Microsoft refuses every call. An app can read what it was allowed to, but never send messages: for that a person has to sign in." },
      ],
    }),
  ],
  api: graphApi,
  verify: verifyGraph([{ method: "GET", path: "/v1.0/teams?$top=1", account: { id: ["{tenant}"], label: ["{tenant}"] } }]),
  operations: microsoftTeamsOperations,
  settings: [],
  rateLimit: { summary: "About 30 reads a second per app and organisation, fewer for messages; Microsoft says with each refusal how long to wait" },
  pagination: { kind: "next_url", path: "@odata.nextLink" },
  webhook: { header: "", algorithm: "token", tokenPath: "value.*.clientState", key: "The clientState that was set when the subscription was made. New subscriptions first send a validationToken, which has to be echoed as plain text" },
  defaultVisibility: "private",
};
