import type { Operation, OperationInput } from "../operation";

const limit = (maximum: number): OperationInput => ({ in: "query", as: "$top", type: "integer", minimum: 1, maximum, default: 20, description: "How many at most." });
const list = { answer: { pick: "value" }, paging: true, isReadOnly: true } as const;
const team: OperationInput = { in: "path", type: "string", isRequired: true, format: "uuid", description: "The team's id, from List my teams.", examples: ["fbe2bf47-16c8-47cf-b4a5-4b9b187c508b"] };
const channel: OperationInput = { in: "path", type: "string", isRequired: true, maxLength: 200, description: "The channel's id, 19:…@thread.tacv2.", examples: ["19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2"] };
const chat: OperationInput = { in: "path", type: "string", isRequired: true, maxLength: 200, description: "The chat's id, 19:…", examples: ["19:2da4c29f6d7041eca70b638b43d45437@thread.v2"] };
const message: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^\\d{1,20}$", description: "The message's id, which is its time.", examples: ["1616990032035"] };
const content: OperationInput = { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 28_000, examples: ["The nightly build is green."] };
const contentType: OperationInput = { in: "body", type: "string", enum: ["text", "html"], default: "text" };
const importance: OperationInput = { in: "body", type: "string", enum: ["normal", "high", "urgent"], default: "normal" };
const post = { method: "POST", body: { type: "json", value: { body: { contentType: "{{contentType}}", content: "{{content}}" } } }, isReadOnly: false, description: "Sent in the name of the person who is connected: an app by itself cannot send." } as const;

export const microsoftTeamsOperations: Operation[] = [
  { name: "list_my_teams", title: "List my teams", group: "Teams", method: "GET", path: "/v1.0/me/joinedTeams", inputs: {}, ...list },
  { name: "list_teams", title: "List all teams of the organisation", group: "Teams", method: "GET", path: "/v1.0/teams", inputs: { limit: limit(999) }, ...list },
  { name: "list_team_members", title: "List members of a team", group: "Teams", method: "GET", path: "/v1.0/teams/{{team}}/members", inputs: { team, limit: limit(999) }, ...list },
  { name: "list_channels", title: "List channels of a team", group: "Channels", method: "GET", path: "/v1.0/teams/{{team}}/channels", inputs: { team }, ...list },
  {
    name: "create_channel",
    title: "Create a channel",
    group: "Channels",
    method: "POST",
    path: "/v1.0/teams/{{team}}/channels",
    inputs: {
      team,
      displayName: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 50, examples: ["Deployments"] },
      description: { in: "body", type: "string", maxLength: 1_024 },
    },
    body: { type: "json", value: { membershipType: "standard" } },
    isReadOnly: false,
  },
  { name: "list_channel_messages", title: "Read messages of a channel", group: "Channels", method: "GET", path: "/v1.0/teams/{{team}}/channels/{{channel}}/messages", inputs: { team, channel, limit: limit(50) }, ...list },
  { name: "list_replies", title: "Read the answers to a channel message", group: "Channels", method: "GET", path: "/v1.0/teams/{{team}}/channels/{{channel}}/messages/{{message}}/replies", inputs: { team, channel, message, limit: limit(50) }, ...list },
  {
    ...post,
    name: "send_channel_message",
    title: "Send a message to a channel",
    group: "Channels",
    path: "/v1.0/teams/{{team}}/channels/{{channel}}/messages",
    inputs: { team, channel, content, contentType, subject: { in: "body", type: "string", maxLength: 255 }, importance },
  },
  { ...post, name: "reply_to_channel_message", title: "Answer a channel message", group: "Channels", path: "/v1.0/teams/{{team}}/channels/{{channel}}/messages/{{message}}/replies", inputs: { team, channel, message, content, contentType } },
  { name: "list_chats", title: "List my chats", group: "Chats", method: "GET", path: "/v1.0/me/chats", inputs: { limit: limit(50) }, ...list },
  { name: "list_chat_messages", title: "Read messages of a chat", group: "Chats", method: "GET", path: "/v1.0/chats/{{chat}}/messages", inputs: { chat, limit: limit(50) }, ...list },
  { ...post, name: "send_chat_message", title: "Send a message to a chat", group: "Chats", path: "/v1.0/chats/{{chat}}/messages", inputs: { chat, content, contentType, importance } },
  {
    name: "create_online_meeting",
    title: "Create an online meeting",
    description: "Gives a link to join. It puts nothing into anyone's calendar.",
    group: "Meetings",
    method: "POST",
    path: "/v1.0/me/onlineMeetings",
    inputs: {
      subject: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, examples: ["Review"] },
      startDateTime: { in: "body", type: "string", format: "date-time", isRequired: true, examples: ["2026-12-01T10:00:00Z"] },
      endDateTime: { in: "body", type: "string", format: "date-time", isRequired: true, examples: ["2026-12-01T10:30:00Z"] },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "get_me", title: "See who is connected", group: "Account", method: "GET", path: "/v1.0/me", inputs: {}, isReadOnly: true },
];
