import type { Operation, OperationInput } from "../operation";

const id = (description: string, example = "1234567890123456789"): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^[1-9][0-9]{14,21}$", description, examples: [example] });
const limit = (maximum: number, standard: number): OperationInput => ({ in: "query", type: "integer", minimum: 1, maximum, default: standard, description: "How many at most." });
const guild = id("The server's id.");
const channel = id("The channel's id, or a thread's.");
const message = id("The message's id.");
const user = id("The person's id.");
const content = {
  content: { in: "body", type: "string", minLength: 1, maxLength: 2_000, description: "In Discord's Markdown.", examples: ["The nightly build is green."] },
  embeds: { in: "body", type: "array", maxItems: 10, items: { type: "object", additionalProperties: true }, description: "Boxes with a title, a description, fields and a colour." },
} satisfies Record<string, OperationInput>;
const api = "/api/v10";

export const discordOperations: Operation[] = [
  { name: "list_servers", title: "List servers", description: "Those the bot, or the person, is in.", group: "Servers", method: "GET", path: `${api}/users/@me/guilds`, inputs: { limit: limit(200, 100) }, paging: { kind: "cursor", param: "after", path: "-1.id" }, isReadOnly: true },
  { name: "list_channels", title: "List channels of a server", group: "Servers", method: "GET", path: `${api}/guilds/{{guild}}/channels`, inputs: { guild }, isReadOnly: true },
  { name: "list_members", title: "List members of a server", description: "Needs the Server Members Intent.", group: "Servers", method: "GET", path: `${api}/guilds/{{guild}}/members`, inputs: { guild, limit: limit(1_000, 100) }, paging: { kind: "cursor", param: "after", path: "-1.user.id" }, isReadOnly: true },
  { name: "list_roles", title: "List roles of a server", group: "Servers", method: "GET", path: `${api}/guilds/{{guild}}/roles`, inputs: { guild }, isReadOnly: true },
  { name: "give_role", title: "Give a member a role", group: "Servers", method: "PUT", path: `${api}/guilds/{{guild}}/members/{{user}}/roles/{{role}}`, inputs: { guild, user, role: id("The role's id.") }, isReadOnly: false, isIdempotent: true },
  {
    name: "read_channel",
    title: "Read messages of a channel",
    description: "The newest first. Without the Message Content Intent their text is empty.",
    group: "Messages",
    method: "GET",
    path: `${api}/channels/{{channel}}/messages`,
    inputs: { channel, limit: limit(100, 50), around: { in: "query", type: "string", pattern: "^[1-9][0-9]{14,21}$", description: "Messages around the one with this id." } },
    paging: { kind: "cursor", param: "before", path: "-1.id" },
    isReadOnly: true,
  },
  {
    name: "send_message",
    title: "Send a message",
    group: "Messages",
    method: "POST",
    path: `${api}/channels/{{channel}}/messages`,
    inputs: {
      channel: { ...channel, setting: "defaultChannel" },
      ...content,
      reply_to: { in: "body", type: "string", pattern: "^[1-9][0-9]{14,21}$", description: "Answer the message with this id." },
      mentions: { in: "body", type: "array", maxItems: 3, items: { type: "string", enum: ["users", "roles", "everyone"] }, default: ["users"], description: "Which mentions in the text notify people." },
    },
    needsOneOf: [["content", "embeds"]],
    body: { type: "json", value: { message_reference: { message_id: "{{reply_to!}}" }, allowed_mentions: { parse: "{{mentions}}" } } },
    isReadOnly: false,
  },
  { name: "update_message", title: "Change a message", description: "Only the bot's own.", group: "Messages", method: "PATCH", path: `${api}/channels/{{channel}}/messages/{{message}}`, inputs: { channel, message, ...content }, needsOneOf: [["content", "embeds"]], body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "delete_message", title: "Delete a message", group: "Messages", method: "DELETE", path: `${api}/channels/{{channel}}/messages/{{message}}`, inputs: { channel, message }, isReadOnly: false, isDestructive: true },
  {
    name: "add_reaction",
    title: "Add a reaction",
    group: "Messages",
    method: "PUT",
    path: `${api}/channels/{{channel}}/messages/{{message}}/reactions/{{emoji}}/@me`,
    inputs: { channel, message, emoji: { in: "path", type: "string", isRequired: true, minLength: 1, maxLength: 100, description: "The emoji itself, or name:id for one of the server's own.", examples: ["👀"] } },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "start_thread",
    title: "Start a thread from a message",
    group: "Messages",
    method: "POST",
    path: `${api}/channels/{{channel}}/messages/{{message}}/threads`,
    inputs: { channel, message, name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 100, examples: ["Nightly build"] }, auto_archive_duration: { in: "body", type: "integer", enum: [60, 1_440, 4_320, 10_080], default: 1_440, description: "Minutes without a message until it is put away." } },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "open_direct_message",
    title: "Open a direct message",
    description: "Gives the channel to send to. The bot has to share a server with the person.",
    group: "Messages",
    method: "POST",
    path: `${api}/users/@me/channels`,
    inputs: { recipient_id: { ...user, in: "body" } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "get_me", title: "See who is connected", group: "Account", method: "GET", path: `${api}/users/@me`, inputs: {}, isReadOnly: true },
];
