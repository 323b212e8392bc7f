import type { Operation, OperationInput } from "../operation";

const account = "/2010-04-01/Accounts/{account_sid}";
const limit: OperationInput = { in: "query", as: "PageSize", type: "integer", minimum: 1, maximum: 1000, default: 20, description: "How many at most." };
const to: OperationInput = { in: "body", as: "To", type: "string", isRequired: true, minLength: 3, maxLength: 100, description: "A number with its country code, or whatsapp: and a number.", examples: ["+15558675310"] };
const callback: OperationInput = { in: "body", as: "StatusCallback", type: "string", format: "uri", description: "Where Twilio reports how it goes." };
const message: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^(SM|MM)[0-9A-Za-z]{1,64}$", description: "The message's SID, SM… or MM…", examples: ["SM0123456789abcdef0123456789abcdef"] };

const call: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^CA[0-9a-fA-F]{32}$", description: "The call's SID, CA…", examples: ["CA0123456789abcdef0123456789abcdef"] };

/** Forms with names in PascalCase, not JSON. */
export const twilioOperations: Operation[] = [
  {
    name: "send_sms",
    title: "Send a text message",
    group: "Messages",
    method: "POST",
    path: `${account}/Messages.json`,
    inputs: {
      to,
      from: { in: "body", as: "From", type: "string", setting: "phoneNumber", pattern: "^(?!MG[0-9a-f]{32}$).{3,100}$", description: "One of your Twilio numbers or senders.", examples: ["+15017122661"] },
      messaging_service: { in: "body", as: "MessagingServiceSid", type: "string", setting: "phoneNumber", pattern: "^MG[0-9a-f]{32}$", description: "Or a messaging service, MG…" },
      body: { in: "body", as: "Body", type: "string", minLength: 1, maxLength: 1600, examples: ["Your order has shipped."] },
      media_url: { in: "body", as: "MediaUrl", type: "array", minItems: 1, maxItems: 10, items: { type: "string", format: "uri" } },
      content: { in: "body", as: "ContentSid", type: "string", pattern: "^HX[0-9a-fA-F]{32}$", description: "A content template, HX…" },
      content_variables: { in: "body", as: "ContentVariables", type: "string", description: "The template's values as a JSON text." },
      send_at: { in: "body", as: "SendAt", type: "string", format: "date-time", description: "Only with a messaging service and schedule_type fixed." },
      schedule_type: { in: "body", as: "ScheduleType", type: "string", enum: ["fixed"] },
      status_callback: callback,
    },
    needsOneOf: [["from", "messaging_service"], ["body", "media_url", "content"]],
    body: { type: "form", lists: "repeat" },
    isReadOnly: false,
  },
  {
    name: "list_messages",
    title: "List messages",
    group: "Messages",
    method: "GET",
    path: `${account}/Messages.json`,
    inputs: { limit, to: { in: "query", as: "To", type: "string" }, from: { in: "query", as: "From", type: "string" }, sent_on: { in: "query", as: "DateSent", type: "string", format: "date", description: "The day, in UTC." } },
    answer: { pick: "messages" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_message", title: "See the state of a message", group: "Messages", method: "GET", path: `${account}/Messages/{{message}}.json`, inputs: { message }, isReadOnly: true },
  { name: "delete_message", title: "Delete a message", group: "Messages", method: "DELETE", path: `${account}/Messages/{{message}}.json`, inputs: { message }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  {
    name: "make_call",
    title: "Call a number and read a text",
    group: "Calls",
    method: "POST",
    path: `${account}/Calls.json`,
    inputs: {
      to,
      from: { in: "body", as: "From", type: "string", isRequired: true, setting: "phoneNumber", pattern: "^(\\+[1-9][0-9]{4,14}|client:.+|sip:.+)$", description: "One of your Twilio numbers.", examples: ["+15017122661"] },
      twiml: { in: "body", as: "Twiml", type: "string", maxLength: 4000, description: "What to say, in TwiML.", examples: ["<Response><Say>Your table is ready.</Say></Response>"] },
      url: { in: "body", as: "Url", type: "string", format: "uri", description: "Or where Twilio asks for it." },
      status_callback: callback,
      record: { in: "body", as: "Record", type: "boolean" },
      timeout: { in: "body", as: "Timeout", type: "integer", minimum: 1, maximum: 600, description: "How many seconds it may ring." },
    },
    needsOneOf: [["twiml", "url"]],
    body: { type: "form", lists: "repeat" },
    isReadOnly: false,
  },
  {
    name: "list_calls",
    title: "List calls",
    group: "Calls",
    method: "GET",
    path: `${account}/Calls.json`,
    inputs: { limit, to: { in: "query", as: "To", type: "string" }, from: { in: "query", as: "From", type: "string" }, status: { in: "query", as: "Status", type: "string", enum: ["queued", "ringing", "in-progress", "canceled", "completed", "failed", "busy", "no-answer"] } },
    answer: { pick: "calls" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_call", title: "See the state of a call", group: "Calls", method: "GET", path: `${account}/Calls/{{call}}.json`, inputs: { call }, isReadOnly: true },
  {
    name: "end_call",
    title: "End a call",
    group: "Calls",
    method: "POST",
    path: `${account}/Calls/{{call}}.json`,
    inputs: { call, status: { in: "body", as: "Status", type: "string", enum: ["completed", "canceled"], isRequired: true, description: "completed hangs up, also while it rings; canceled leaves a call alone that was answered.", examples: ["completed"] } },
    body: { type: "form", lists: "repeat" },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "list_phone_numbers",
    title: "List your phone numbers",
    group: "Phone numbers",
    method: "GET",
    path: `${account}/IncomingPhoneNumbers.json`,
    inputs: { limit, phone_number: { in: "query", as: "PhoneNumber", type: "string", description: "Or a part of it." } },
    answer: { pick: "incoming_phone_numbers" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "look_up_number",
    title: "Look a phone number up",
    group: "Phone numbers",
    method: "GET",
    host: "lookups.twilio.com",
    path: "/v2/PhoneNumbers/{{number}}",
    inputs: {
      number: { in: "path", type: "string", isRequired: true, examples: ["+15558675310"] },
      fields: { in: "query", as: "Fields", list: "comma", type: "array", items: { type: "string", enum: ["validation", "caller_name", "sim_swap", "call_forwarding", "line_status", "line_type_intelligence", "identity_match"] }, description: "Most of them cost something." },
    },
    isReadOnly: true,
  },
  { name: "get_balance", title: "See the balance", group: "Account", method: "GET", path: `${account}/Balance.json`, inputs: {}, isReadOnly: true },
];
