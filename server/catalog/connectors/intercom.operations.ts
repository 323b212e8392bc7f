import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", as: "per_page", type: "integer", minimum: 1, maximum: 150, default: 20, description: "How many at most." };
const conversation: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^\\d{1,30}$", description: "The conversation's id.", examples: ["215469920000012"] };
const contact: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-f]{24}$", description: "The contact's id.", examples: ["6762f0dd1bb69f9f2193bb83"] };
const admin: OperationInput = { in: "body", as: "admin_id", type: "string", isRequired: true, setting: "admin", pattern: "^[0-9]{1,20}$", description: "The teammate in whose name it is done, from List teammates.", examples: ["3156780"] };
const search = (fields: string, field: string, value: string) =>
  ({
    field: { in: "body", type: "string", isRequired: true, description: fields, examples: [field] },
    operator: { in: "body", type: "string", enum: ["=", "!=", "IN", "NIN", "<", ">", "~", "!~", "^", "$"], default: "=", description: "~ is contains, ^ begins with, $ ends with." },
    value: { in: "body", type: ["string", "integer", "boolean", "array"], isRequired: true, description: "Times in seconds since 1970.", examples: [value] },
    limit: { in: "body", type: "integer", minimum: 1, maximum: 150, default: 20, description: "How many at most." },
    after: { in: "body", type: "string", description: "The starting_after of the page before, for the page after it." },
  }) satisfies Record<string, OperationInput>;
const searchBody = { type: "json", value: { query: { field: "{{field}}", operator: "{{operator}}", value: "{{value}}" }, pagination: { per_page: "{{limit}}", starting_after: "{{after}}" } } } satisfies Operation["body"];
const details = {
  email: { in: "body", type: "string", format: "email" },
  external_id: { in: "body", type: "string", maxLength: 255, description: "The customer's id with you." },
  name: { in: "body", type: "string", maxLength: 255, examples: ["Ada Lovelace"] },
  phone: { in: "body", type: "string", maxLength: 50 },
  owner_id: { in: "body", type: "string", description: "The id of the teammate who looks after them." },
  custom_attributes: { in: "body", type: "object", additionalProperties: true },
} satisfies Record<string, OperationInput>;

export const intercomOperations: Operation[] = [
  { name: "list_conversations", title: "List conversations", group: "Conversations", method: "GET", path: "/conversations", inputs: { limit }, answer: { pick: "conversations" }, paging: true, isReadOnly: true },
  { name: "search_conversations", title: "Search conversations", group: "Conversations", method: "POST", path: "/conversations/search", inputs: search("Such as state, open, updated_at, admin_assignee_id, contact_ids or source.body.", "state", "open"), body: searchBody, isReadOnly: true },
  { name: "get_conversation", title: "Read a conversation", group: "Conversations", method: "GET", path: "/conversations/{{conversation}}", inputs: { conversation, display_as: { in: "query", type: "string", enum: ["plaintext"], description: "Texts without HTML." } }, isReadOnly: true },
  {
    name: "reply_to_conversation",
    title: "Answer a conversation, or add a note",
    group: "Conversations",
    method: "POST",
    path: "/conversations/{{conversation}}/reply",
    inputs: { conversation, admin, message_type: { in: "body", type: "string", enum: ["comment", "note"], default: "comment", description: "A note is seen by teammates alone." }, text: { in: "body", as: "body", type: "string", isRequired: true, minLength: 1, examples: ["It works again since this morning."] } },
    body: { type: "json", value: { type: "admin" } },
    isReadOnly: false,
  },
  {
    name: "close_conversation",
    title: "Close a conversation",
    group: "Conversations",
    method: "POST",
    path: "/conversations/{{conversation}}/parts",
    inputs: { conversation, admin, text: { in: "body", as: "body", type: "string", description: "A last message to the customer." } },
    body: { type: "json", value: { message_type: "close", type: "admin" } },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "assign_conversation",
    title: "Assign a conversation",
    group: "Conversations",
    method: "POST",
    path: "/conversations/{{conversation}}/parts",
    inputs: { conversation, admin, kind: { in: "body", as: "type", type: "string", enum: ["admin", "team"], default: "admin", description: "Who gets it." }, assignee: { in: "body", as: "assignee_id", type: "string", isRequired: true, pattern: "^[0-9]{1,20}$", description: "The id of a teammate or a team. 0 takes the conversation away from all.", examples: ["3156780"] } },
    body: { type: "json", value: { message_type: "assignment" } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "search_contacts", title: "Search contacts", description: "A contact that was just added may be missing for some minutes.", group: "Contacts", method: "POST", path: "/contacts/search", inputs: search("Such as email, external_id, name, phone, role or custom_attributes.plan.", "email", "ada@example.com"), body: searchBody, isReadOnly: true },
  { name: "get_contact", title: "Get a contact", group: "Contacts", method: "GET", path: "/contacts/{{contact}}", inputs: { contact }, isReadOnly: true },
  { name: "create_contact", title: "Add a contact", group: "Contacts", method: "POST", path: "/contacts", inputs: { role: { in: "body", type: "string", enum: ["user", "lead"], default: "user" }, ...details, email: { ...details.email, examples: ["ada@example.com"] } }, needsOneOf: [["email", "external_id"]], body: { type: "json" }, isReadOnly: false },
  { name: "update_contact", title: "Change a contact", group: "Contacts", method: "PUT", path: "/contacts/{{contact}}", inputs: { contact, ...details }, body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "add_note", title: "Add a note to a contact", group: "Contacts", method: "POST", path: "/contacts/{{contact}}/notes", inputs: { contact, text: { in: "body", as: "body", type: "string", isRequired: true, minLength: 1, examples: ["Asked for an offer."] }, author: { in: "body", as: "admin_id", type: "string", setting: "admin", pattern: "^[0-9]{1,20}$", description: "The teammate who writes it." } }, body: { type: "json" }, isReadOnly: false },
  {
    name: "create_ticket",
    title: "Create a ticket",
    group: "Tickets",
    method: "POST",
    path: "/tickets",
    inputs: {
      ticket_type_id: { in: "body", type: "string", isRequired: true, pattern: "^\\d{1,20}$", description: "From List kinds of tickets.", examples: ["1234"] },
      email: { in: "body", type: "string", format: "email", isRequired: true, description: "The customer's. A contact is added when there is none.", examples: ["ada@example.com"] },
      title: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["The login page is slow"] },
      text: { in: "body", type: "string" },
    },
    body: { type: "json", value: { contacts: [{ email: "{{email}}" }], ticket_attributes: { _default_title_: "{{title}}", _default_description_: "{{text}}" } } },
    isReadOnly: false,
  },
  { name: "list_ticket_types", title: "List kinds of tickets", group: "Tickets", method: "GET", path: "/ticket_types", inputs: {}, answer: { pick: "data" }, isReadOnly: true },
  { name: "list_admins", title: "List teammates", group: "Workspace", method: "GET", path: "/admins", inputs: {}, answer: { pick: "admins" }, isReadOnly: true },
];
