import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "body", type: "integer", minimum: 1, maximum: 999, default: 100, description: "How many at most." };
const channel: OperationInput = { in: "body", type: "string", isRequired: true, pattern: "^[CDGU][A-Z0-9]{2,}$", description: "A channel's id, C…", examples: ["C0123456789"] };
const target: OperationInput = { in: "body", type: "string", isRequired: true, setting: "defaultChannel", minLength: 1, maxLength: 80, description: "A channel's id or #name, or a person's id for a direct message.", examples: ["C0123456789"] };
const ts: OperationInput = { in: "body", type: "string", isRequired: true, pattern: "^\\d+\\.\\d+$", description: "The message's time, which is its id.", examples: ["1700000000.000100"] };
const shared = { method: "POST", body: { type: "form" } } as const;
const post = { method: "POST", body: { type: "json" } } as const;
const content = {
  text: { in: "body", type: "string", minLength: 1, maxLength: 40_000, description: "In Slack's mrkdwn. With blocks, what notifications show.", examples: ["The nightly build is green."] },
  blocks: { in: "body", type: "array", maxItems: 50, items: { type: "object", additionalProperties: true }, description: "Slack's Block Kit." },
} satisfies Record<string, OperationInput>;

/** Every method takes a form; reading methods take no JSON. */
export const slackOperations: Operation[] = [
  {
    ...shared,
    name: "list_channels",
    title: "List channels",
    group: "Channels",
    path: "/api/conversations.list",
    inputs: {
      limit,
      types: { in: "body", type: "string", pattern: "^(public_channel|private_channel|mpim|im)(,(public_channel|private_channel|mpim|im))*$", description: "Separated by commas: public_channel, private_channel, mpim, im." },
      exclude_archived: { in: "body", type: "boolean", default: true },
    },
    answer: { pick: "channels" },
    paging: true,
    isReadOnly: true,
  },
  {
    ...shared,
    name: "read_channel",
    title: "Read messages of a channel",
    group: "Channels",
    path: "/api/conversations.history",
    inputs: { channel, limit: { ...limit, default: 15 }, oldest: { in: "body", type: "string", pattern: "^\\d{1,12}(\\.\\d{1,6})?$", description: "Only after this time, in seconds since 1970." }, latest: { in: "body", type: "string", pattern: "^\\d{1,12}(\\.\\d{1,6})?$" } },
    answer: { pick: "messages" },
    paging: true,
    isReadOnly: true,
  },
  {
    ...shared,
    name: "read_thread",
    title: "Read the answers to a message",
    group: "Channels",
    path: "/api/conversations.replies",
    inputs: { channel, ts, limit: { ...limit, default: 15 } },
    answer: { pick: "messages" },
    paging: true,
    isReadOnly: true,
  },
  { ...post, name: "join_channel", title: "Join a channel", group: "Channels", path: "/api/conversations.join", inputs: { channel }, answer: { pick: "channel" }, isReadOnly: false, isIdempotent: true },
  {
    ...post,
    name: "send_message",
    title: "Send a message",
    group: "Messages",
    path: "/api/chat.postMessage",
    inputs: {
      channel: target,
      ...content,
      thread_ts: { in: "body", type: "string", pattern: "^\\d+\\.\\d+$", description: "Answer to the message of this time." },
      unfurl_links: { in: "body", type: "boolean", description: "Show previews of links." },
    },
    needsOneOf: [["text", "blocks"]],
    isReadOnly: false,
  },
  { ...post, name: "update_message", title: "Change a message", group: "Messages", path: "/api/chat.update", inputs: { channel, ts, ...content }, needsOneOf: [["text", "blocks"]], isReadOnly: false, isIdempotent: true },
  { ...post, name: "delete_message", title: "Delete a message", group: "Messages", path: "/api/chat.delete", inputs: { channel, ts }, isReadOnly: false, isDestructive: true },
  {
    ...post,
    name: "add_reaction",
    title: "Add a reaction",
    group: "Messages",
    path: "/api/reactions.add",
    inputs: { channel, timestamp: ts, name: { in: "body", type: "string", isRequired: true, pattern: "^[\\w'+-]+$", description: "Without colons.", examples: ["eyes"] } },
    isReadOnly: false,
  },
  { ...shared, name: "list_people", title: "List people", group: "People", path: "/api/users.list", inputs: { limit }, answer: { pick: "members" }, paging: true, isReadOnly: true },
  {
    ...shared,
    name: "find_person_by_email",
    title: "Find a person by email",
    group: "People",
    path: "/api/users.lookupByEmail",
    inputs: { email: { in: "body", type: "string", format: "email", isRequired: true, examples: ["ada@example.com"] } },
    answer: { pick: "user" },
    isReadOnly: true,
  },
  { ...shared, name: "get_workspace", title: "Get the workspace", group: "Workspace", path: "/api/team.info", inputs: {}, answer: { pick: "team" }, isReadOnly: true },
];
