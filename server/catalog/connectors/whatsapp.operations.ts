import type { Operation, OperationInput } from "../operation";

const number = "/v26.0/{phone_number_id}";
const business = "/v26.0/{business_account_id}";
const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 25, description: "How many at most." };
const to: OperationInput = { in: "body", type: "string", isRequired: true, pattern: "^\\+?[0-9]{6,15}$", description: "The person's number with its country code.", examples: ["+14155550123"] };
const message: OperationInput = { in: "body", type: "string", isRequired: true, minLength: 5, maxLength: 300, description: "The id of a message that was received, from the webhook.", examples: ["wamid.HBgLMTQxNTU1NTAxMjMVAgASGBQzQTdCNTg5RjY1MEMyRjlGMjRGNgA="] };
const replyTo: OperationInput = { in: "body", type: "string", maxLength: 300, description: "Quote the message with this id." };
const link: OperationInput = { in: "body", type: "string", format: "uri", isRequired: true, description: "A public https address.", examples: ["https://example.com/invoice.pdf"] };
const caption: OperationInput = { in: "body", type: "string", maxLength: 1_024 };
const window = "Reaches people who wrote to you within the last 24 hours. To all others only templates may be sent.";
const send = { group: "Messages", method: "POST", path: `${number}/messages`, isReadOnly: false } as const;
const base = { messaging_product: "whatsapp", recipient_type: "individual", context: { message_id: "{{reply_to!}}" } };
const parameter: NonNullable<OperationInput["items"]> = { type: "object", properties: { type: { type: "string", enum: ["text", "currency", "date_time", "image", "document", "video", "payload"] }, text: { type: "string" }, parameter_name: { type: "string", description: "For templates with named values." } }, required: ["type"], additionalProperties: true };

export const whatsappOperations: Operation[] = [
  {
    ...send,
    name: "send_text",
    title: "Send a text message",
    description: window,
    inputs: { to, text: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 4_096, examples: ["Your parcel is on its way."] }, preview_url: { in: "body", type: "boolean", default: false, description: "Show a preview of the first link." }, reply_to: replyTo },
    body: { type: "json", value: { ...base, type: "text", text: { body: "{{text}}", preview_url: "{{preview_url}}" } } },
  },
  {
    ...send,
    name: "send_template",
    title: "Send a template",
    description: "A text that Meta has approved. It may be sent to anyone who agreed to get your messages, at any time.",
    inputs: {
      to,
      template: { in: "body", type: "string", isRequired: true, pattern: "^[a-z0-9_]{1,512}$", description: "Its name, from List templates.", examples: ["hello_world"] },
      language: { in: "body", type: "string", isRequired: true, pattern: "^[a-z]{2,3}(_[A-Z]{2,3})?$", description: "As the template has it.", examples: ["en_US"] },
      components: {
        in: "body",
        type: "array",
        maxItems: 20,
        items: { type: "object", properties: { type: { type: "string", enum: ["header", "body", "button"] }, sub_type: { type: "string", enum: ["url", "quick_reply", "copy_code", "flow"], description: "Of a button." }, index: { type: "string", description: "Of a button: 0 is the first." }, parameters: { type: "array", items: parameter } }, required: ["type", "parameters"], additionalProperties: false },
        description: "What goes into the gaps of the template.",
      },
    },
    body: { type: "json", value: { messaging_product: "whatsapp", recipient_type: "individual", type: "template", template: { name: "{{template}}", language: { code: "{{language}}" }, components: "{{components}}" } } },
  },
  { ...send, name: "send_image", title: "Send a picture", description: window, inputs: { to, link: { ...link, examples: ["https://example.com/map.png"] }, caption, reply_to: replyTo }, body: { type: "json", value: { ...base, type: "image", image: { link: "{{link}}", caption: "{{caption}}" } } } },
  {
    ...send,
    name: "send_document",
    title: "Send a document",
    description: window,
    inputs: { to, link, caption, filename: { in: "body", type: "string", maxLength: 240, description: "What the person sees.", examples: ["invoice.pdf"] }, reply_to: replyTo },
    body: { type: "json", value: { ...base, type: "document", document: { link: "{{link}}", caption: "{{caption}}", filename: "{{filename}}" } } },
  },
  {
    ...send,
    name: "send_reaction",
    title: "React to a message",
    inputs: { to, message_id: message, emoji: { in: "body", type: "string", isRequired: true, maxLength: 20, description: "Empty takes the reaction back.", examples: ["👍"] } },
    body: { type: "json", value: { messaging_product: "whatsapp", recipient_type: "individual", type: "reaction", reaction: { message_id: "{{message_id}}", emoji: "{{emoji}}" } } },
    isIdempotent: true,
  },
  { ...send, name: "mark_as_read", title: "Mark a message as read", description: "The person sees two blue ticks.", inputs: { message_id: message }, body: { type: "json", value: { messaging_product: "whatsapp", status: "read" } }, isIdempotent: true },
  {
    name: "list_templates",
    title: "List templates",
    group: "Templates",
    method: "GET",
    path: `${business}/message_templates`,
    query: { fields: "id,name,status,category,language,components" },
    inputs: { status: { in: "query", type: "string", enum: ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED"] }, name: { in: "query", type: "string", description: "Or a part of it." }, limit },
    answer: { pick: "data" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "create_template",
    title: "Propose a template",
    description: "Meta looks at it before it can be sent, often within minutes.",
    group: "Templates",
    method: "POST",
    path: `${business}/message_templates`,
    inputs: {
      name: { in: "body", type: "string", isRequired: true, pattern: "^[a-z0-9_]{1,512}$", description: "Small letters, digits and underscores.", examples: ["order_shipped"] },
      language: { in: "body", type: "string", isRequired: true, pattern: "^[a-z]{2,3}(_[A-Z]{2,3})?$", examples: ["en_US"] },
      category: { in: "body", type: "string", isRequired: true, enum: ["UTILITY", "MARKETING", "AUTHENTICATION"], examples: ["UTILITY"] },
      components: { in: "body", type: "array", isRequired: true, minItems: 1, maxItems: 20, items: { type: "object", additionalProperties: true }, description: "Parts such as {\"type\": \"BODY\", \"text\": \"…\"}. Gaps need an example.", examples: [[{ type: "BODY", text: "Your order has been shipped." }]] },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "delete_template", title: "Delete a template", description: "In all its languages.", group: "Templates", method: "DELETE", path: `${business}/message_templates`, inputs: { name: { in: "query", type: "string", isRequired: true, pattern: "^[a-z0-9_]{1,512}$", examples: ["order_shipped"] } }, isReadOnly: false, isDestructive: true },
  { name: "list_numbers", title: "List phone numbers", group: "Account", method: "GET", path: `${business}/phone_numbers`, inputs: { limit }, answer: { pick: "data" }, paging: true, isReadOnly: true },
  { name: "get_number", title: "Get the phone number", group: "Account", method: "GET", path: number, query: { fields: "id,display_phone_number,verified_name,quality_rating,throughput" }, inputs: {}, isReadOnly: true },
  { name: "get_profile", title: "Get the business profile", group: "Account", method: "GET", path: `${number}/whatsapp_business_profile`, query: { fields: "about,address,description,email,profile_picture_url,websites,vertical" }, inputs: {}, answer: { pick: "data.0" }, isReadOnly: true },
  { name: "get_media", title: "Get the address of a file", description: "It works for five minutes, and only with the access token.", group: "Account", method: "GET", path: "/v26.0/{{media}}", inputs: { media: { in: "path", type: "string", isRequired: true, pattern: "^[0-9]{5,25}$", description: "The file's id, from the webhook.", examples: ["1013859600285441"] } }, isReadOnly: true },
];
