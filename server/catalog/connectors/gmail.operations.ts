import type { Operation, OperationInput } from "../operation";

const pageSize = (standard: number): OperationInput => ({ in: "query", as: "maxResults", type: "integer", minimum: 1, maximum: 500, default: standard, description: "How many at most." });
const id = (description: string, example: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^[0-9a-zA-Z_-]{1,256}$", description, examples: [example] });
const message = id("The mail's id.", "18c2f0a1b2c3d4e5");
const thread = id("The conversation's id.", "18c2f0a1b2c3d4e5");
const format: OperationInput = { in: "query", type: "string", enum: ["full", "metadata", "minimal", "raw"], default: "full", description: "metadata leaves out the text; raw is the mail as it came, in base64url." };
const labels: OperationInput = { in: "body", type: "array", maxItems: 100, items: { type: "string" }, description: "Ids of labels, such as STARRED, UNREAD, INBOX, or from List labels." };
/** Gmail takes no subject or text of their own: only a whole mail. */
const raw: OperationInput = {
  in: "body",
  type: "string",
  isRequired: true,
  minLength: 20,
  pattern: "^[A-Za-z0-9_-]+={0,2}$",
  description: "The whole mail as RFC 5322 has it, in base64url: the lines To:, Subject: and Content-Type:, each ended by CRLF, an empty line, then the text. Gmail adds From: and Date:. Write letters beyond ASCII in a subject as RFC 2047 says. For attachments use Content-Type: multipart/mixed.",
  examples: ["VG86IGFkYUBleGFtcGxlLmNvbQ0KU3ViamVjdDogTWludXRlcyBvZiB0b2RheSdzIG1lZXRpbmcNCkNvbnRlbnQtVHlwZTogdGV4dC9wbGFpbjsgY2hhcnNldD11dGYtOA0KDQpUaGV5IGFyZSBhdHRhY2hlZC4NCg=="],
};
const threadId: OperationInput = { in: "body", type: "string", pattern: "^[0-9a-zA-Z_-]{1,256}$", description: "The conversation it belongs to. The mail then needs its Subject:, and In-Reply-To: and References: with the Message-ID it answers." };

export const gmailOperations: Operation[] = [
  {
    name: "list_messages",
    title: "List mail",
    description: "Gives ids only: read each mail for the rest.",
    group: "Mail",
    method: "GET",
    path: "/gmail/v1/users/me/messages",
    inputs: { q: { in: "query", type: "string", maxLength: 1_000, description: "As in Gmail's search: from:ada is:unread newer_than:7d." }, labelIds: { in: "query", type: "array", maxItems: 20, items: { type: "string" }, description: "Only mail that has all of these labels." }, limit: pageSize(20) },
    answer: { pick: "messages" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_message", title: "Read a mail", group: "Mail", method: "GET", path: "/gmail/v1/users/me/messages/{{message}}", inputs: { message, format }, isReadOnly: true },
  { name: "get_attachment", title: "Get an attachment", description: "Its content, in base64url.", group: "Mail", method: "GET", path: "/gmail/v1/users/me/messages/{{message}}/attachments/{{attachment}}", inputs: { message, attachment: { ...id("The attachmentId of a part of the mail.", "ANGjdJ8w2h3kLmN0pQrS"), pattern: "^[0-9a-zA-Z_-]{1,2048}$" } }, isReadOnly: true },
  { name: "send_message", title: "Send a mail", group: "Mail", method: "POST", path: "/gmail/v1/users/me/messages/send", inputs: { raw, threadId }, body: { type: "json" }, isReadOnly: false },
  {
    name: "change_labels",
    title: "Label a mail, mark it as read, or archive it",
    description: "Without UNREAD it is read, without INBOX it is archived.",
    group: "Mail",
    method: "POST",
    path: "/gmail/v1/users/me/messages/{{message}}/modify",
    inputs: { message, addLabelIds: { ...labels, examples: [["STARRED"]] }, removeLabelIds: labels },
    needsOneOf: [["addLabelIds", "removeLabelIds"]],
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "trash_message", title: "Move a mail to the bin", description: "Gmail deletes it after 30 days.", group: "Mail", method: "POST", path: "/gmail/v1/users/me/messages/{{message}}/trash", inputs: { message }, isReadOnly: false, isDestructive: true },
  { name: "list_threads", title: "List conversations", group: "Conversations", method: "GET", path: "/gmail/v1/users/me/threads", inputs: { q: { in: "query", type: "string", maxLength: 1_000, description: "As in Gmail's search." }, limit: pageSize(20) }, answer: { pick: "threads" }, paging: true, isReadOnly: true },
  { name: "get_thread", title: "Read a conversation", group: "Conversations", method: "GET", path: "/gmail/v1/users/me/threads/{{thread}}", inputs: { thread, format: { ...format, enum: ["full", "metadata", "minimal"], description: "metadata leaves out the texts." } }, isReadOnly: true },
  { name: "list_labels", title: "List labels", group: "Labels", method: "GET", path: "/gmail/v1/users/me/labels", inputs: {}, answer: { pick: "labels" }, isReadOnly: true },
  { name: "create_label", title: "Create a label", group: "Labels", method: "POST", path: "/gmail/v1/users/me/labels", inputs: { name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 225, description: "A slash puts it below another: Customers/Acme.", examples: ["Invoices"] } }, body: { type: "json" }, isReadOnly: false },
  { name: "create_draft", title: "Write a draft", group: "Drafts", method: "POST", path: "/gmail/v1/users/me/drafts", inputs: { raw, threadId }, body: { type: "json", value: { message: { raw: "{{raw}}", threadId: "{{threadId}}" } } }, isReadOnly: false },
  { name: "list_drafts", title: "List drafts", group: "Drafts", method: "GET", path: "/gmail/v1/users/me/drafts", inputs: { limit: pageSize(20) }, answer: { pick: "drafts" }, paging: true, isReadOnly: true },
  { name: "send_draft", title: "Send a draft", group: "Drafts", method: "POST", path: "/gmail/v1/users/me/drafts/send", inputs: { id: { in: "body", type: "string", isRequired: true, pattern: "^[0-9a-zA-Z_-]{1,256}$", description: "The draft's id.", examples: ["r-1234567890123456789"] } }, body: { type: "json" }, isReadOnly: false },
  { name: "get_profile", title: "See whose mailbox it is", group: "Account", method: "GET", path: "/gmail/v1/users/me/profile", inputs: {}, isReadOnly: true },
];
