import type { JsonSchema, Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", as: "$top", type: "integer", minimum: 1, maximum: 999, default: 20, description: "How many at most." };
const list = { answer: { pick: "value" }, paging: true, isReadOnly: true } as const;
const recipient = (example: string): JsonSchema => ({
  type: "object",
  properties: { emailAddress: { type: "object", properties: { address: { type: "string", format: "email", examples: [example] }, name: { type: "string" } }, required: ["address"], additionalProperties: false } },
  required: ["emailAddress"],
  additionalProperties: false,
});
const plainRecipient: JsonSchema = { type: "object", properties: { emailAddress: { type: "object", properties: { address: { type: "string", format: "email" }, name: { type: "string" } }, required: ["address"], additionalProperties: false } }, required: ["emailAddress"], additionalProperties: false };
const moment = (example: string): OperationInput => ({
  in: "body",
  type: "object",
  isRequired: true,
  properties: { dateTime: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?$", description: "Without a zone: that is timeZone.", examples: [example] }, timeZone: { type: "string", examples: ["UTC"] } },
  required: ["dateTime", "timeZone"],
  additionalProperties: false,
});
const message: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w=+-]{1,512}$", description: "The message's id.", examples: ["AAMkAGI2TG93AAA="] };
const item: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w!.-]{1,256}$", description: "The folder's or file's id.", examples: ["01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K"] };
const start: OperationInput = { in: "query", as: "startDateTime", type: "string", format: "date-time", isRequired: true, examples: ["2026-12-01T00:00:00Z"] };

export const microsoft365Operations: Operation[] = [
  {
    name: "list_messages",
    title: "List your mail",
    group: "Mail",
    method: "GET",
    path: "/v1.0/me/messages",
    query: { $select: "id,subject,from,receivedDateTime,isRead,bodyPreview,webLink" },
    inputs: { limit, filter: { in: "query", as: "$filter", type: "string", description: "In OData, such as isRead eq false." }, search: { in: "query", as: "$search", type: "string", pattern: '^".*"$', description: "In double quotes. Not together with filter." } },
    ...list,
  },
  { name: "get_message", title: "Read a mail", group: "Mail", method: "GET", path: "/v1.0/me/messages/{{message}}", inputs: { message }, isReadOnly: true },
  {
    name: "send_mail",
    title: "Send a mail",
    group: "Mail",
    method: "POST",
    path: "/v1.0/me/sendMail",
    inputs: {
      to: { in: "body", type: "array", isRequired: true, minItems: 1, maxItems: 500, items: recipient("ada@example.com") },
      subject: { in: "body", type: "string", isRequired: true, maxLength: 255, examples: ["Minutes of today's meeting"] },
      content: { in: "body", type: "string", isRequired: true, examples: ["They are attached."] },
      contentType: { in: "body", type: "string", enum: ["Text", "HTML"], default: "Text" },
      cc: { in: "body", type: "array", items: plainRecipient },
      bcc: { in: "body", type: "array", items: plainRecipient },
      saveToSentItems: { in: "body", type: "boolean", default: true },
    },
    body: {
      type: "json",
      value: { message: { subject: "{{subject}}", body: { contentType: "{{contentType}}", content: "{{content}}" }, toRecipients: "{{to}}", ccRecipients: "{{cc}}", bccRecipients: "{{bcc}}" } },
    },
    isReadOnly: false,
  },
  { name: "delete_message", title: "Move a mail to Deleted Items", group: "Mail", method: "DELETE", path: "/v1.0/me/messages/{{message}}", inputs: { message }, isReadOnly: false, isDestructive: true },
  { name: "list_events", title: "List your meetings", group: "Calendar", method: "GET", path: "/v1.0/me/events", query: { $orderby: "start/dateTime" }, inputs: { limit, filter: { in: "query", as: "$filter", type: "string" } }, ...list },
  {
    name: "list_calendar_view",
    title: "List meetings between two times",
    description: "Meetings that repeat come once for each time.",
    group: "Calendar",
    method: "GET",
    path: "/v1.0/me/calendarView",
    inputs: { start, end: { ...start, as: "endDateTime", examples: ["2026-12-08T00:00:00Z"] }, limit },
    ...list,
  },
  {
    name: "create_event",
    title: "Plan a meeting",
    group: "Calendar",
    method: "POST",
    path: "/v1.0/me/events",
    inputs: {
      subject: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, examples: ["Review"] },
      start: moment("2026-12-01T10:00:00"),
      end: moment("2026-12-01T10:30:00"),
      content: { in: "body", type: "string", description: "As text." },
      location: { in: "body", type: "string" },
      attendees: {
        in: "body",
        type: "array",
        items: { ...recipient("ada@example.com"), properties: { ...recipient("ada@example.com").properties, type: { type: "string", enum: ["required", "optional", "resource"], examples: ["required"] } } },
      },
      isOnlineMeeting: { in: "body", type: "boolean" },
    },
    body: { type: "json", value: { body: { contentType: "Text", content: "{{content!}}" }, location: { displayName: "{{location}}" } } },
    isReadOnly: false,
  },
  { name: "list_files", title: "List your files", group: "Files", method: "GET", path: "/v1.0/me/drive/root/children", inputs: { limit }, ...list },
  { name: "list_folder", title: "List files of a folder", group: "Files", method: "GET", path: "/v1.0/me/drive/items/{{item}}/children", inputs: { item, limit }, ...list },
  {
    name: "search_files",
    title: "Search your files",
    group: "Files",
    method: "GET",
    path: "/v1.0/me/drive/root/search(q='{{text}}')",
    inputs: { text: { in: "path", type: "string", isRequired: true, pattern: "^[^'/]+$", maxLength: 200, description: "Words without quotes.", examples: ["budget"] }, limit },
    ...list,
  },
  { name: "list_contacts", title: "List your contacts", group: "People", method: "GET", path: "/v1.0/me/contacts", inputs: { limit }, ...list },
  { name: "list_people", title: "List colleagues", group: "People", method: "GET", path: "/v1.0/users", query: { $select: "id,displayName,mail,userPrincipalName" }, inputs: { limit, filter: { in: "query", as: "$filter", type: "string" } }, ...list },
  { name: "get_me", title: "See who is connected", group: "Account", method: "GET", path: "/v1.0/me", inputs: {}, isReadOnly: true },
];
