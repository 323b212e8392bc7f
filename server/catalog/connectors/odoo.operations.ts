import type { JsonSchema, Operation, OperationInput } from "../operation";

const model: OperationInput = { in: "path", type: "string", isRequired: true, maxLength: 100, pattern: "^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$", description: "The model's technical name, such as res.partner, sale.order or account.move.", examples: ["res.partner"] };
const ids: OperationInput = { in: "body", type: "array", isRequired: true, minItems: 1, maxItems: 1000, items: { type: "integer", minimum: 1 }, description: "The records' ids.", examples: [[25]] };
const domain = (examples: JsonSchema["examples"], value?: JsonSchema["default"]): OperationInput => ({ in: "body", type: "array", items: {}, description: "Odoo's filter: a list of [field, operator, value]; an empty list finds all.", ...(value === undefined ? {} : { default: value }), examples });
const fields = (value: string[]): OperationInput => ({ in: "body", type: "array", items: { type: "string" }, maxItems: 200, description: "Which fields to bring.", default: value });
const paged: Record<string, OperationInput> = {
  limit: { in: "body", type: "integer", minimum: 1, maximum: 1000, default: 50, description: "How many at most." },
  offset: { in: "body", type: "integer", minimum: 0, description: "How many to leave out before the first, for the next page." },
  order: { in: "body", type: "string", pattern: "^[a-z_][\\w., ]{0,199}$", description: "As name asc, id desc." },
  context: { in: "body", type: "object", additionalProperties: true, description: "Such as the language: {\"lang\": \"de_DE\"}." },
};
const values: OperationInput = { in: "body", type: "object", isRequired: true, additionalProperties: true, description: "By the field's technical name." };
const find = { method: "POST", body: { type: "json" }, isReadOnly: true } as const;

export const odooOperations: Operation[] = [
  { name: "search_records", title: "Search records", group: "Records", path: "/json/2/{{model}}/search_read", inputs: { model, domain: domain([[["name", "ilike", "acme"]]], []), fields: { ...fields(["id", "display_name"]), description: "Which fields to bring. Without them Odoo brings all, which takes long." }, ...paged }, ...find },
  { name: "count_records", title: "Count records", group: "Records", path: "/json/2/{{model}}/search_count", inputs: { model, domain: domain([[["is_company", "=", true]]], []) }, ...find },
  { name: "read_records", title: "Get records by id", group: "Records", path: "/json/2/{{model}}/read", inputs: { model, ids, fields: fields(["display_name"]) }, ...find },
  {
    name: "create_records",
    title: "Create records",
    group: "Records",
    method: "POST",
    path: "/json/2/{{model}}/create",
    inputs: { model, vals_list: { in: "body", type: "array", isRequired: true, minItems: 1, maxItems: 100, items: { type: "object", additionalProperties: true }, description: "One object for each record, by the field's technical name.", examples: [[{ name: "Ada Lovelace", email: "ada@example.com" }]] } },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "update_records", title: "Change records", group: "Records", method: "POST", path: "/json/2/{{model}}/write", inputs: { model, ids, vals: { ...values, examples: [{ phone: "+1 555 867 5310" }] } }, body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "delete_records", title: "Delete records", group: "Records", method: "POST", path: "/json/2/{{model}}/unlink", inputs: { model, ids }, body: { type: "json" }, isReadOnly: false, isDestructive: true },
  { name: "list_fields", title: "List fields of a model", group: "Records", path: "/json/2/{{model}}/fields_get", inputs: { model, attributes: { in: "body", type: "array", items: { type: "string" }, default: ["string", "type", "required", "readonly", "help"], description: "What to tell of each field." } }, ...find },
  {
    name: "call_method",
    title: "Call a method of a model",
    description: "Such as action_confirm of sale.order or action_post of account.move. The page /doc of your Odoo lists them.",
    group: "Records",
    method: "POST",
    path: "/json/2/{{model}}/{{method}}",
    inputs: {
      model: { ...model, examples: ["sale.order"] },
      method: { in: "path", type: "string", isRequired: true, pattern: "^[a-z][a-z0-9_]{0,99}$", examples: ["action_confirm"] },
      arguments: { in: "body", type: "object", additionalProperties: true, description: "By name, and ids for the records it is done to.", isRequired: true, examples: [{ ids: [12] }] },
    },
    body: { type: "json", value: "{{arguments}}" },
    isReadOnly: false,
    isDestructive: true,
  },
  { name: "list_contacts", title: "List contacts", group: "Contacts", path: "/json/2/res.partner/search_read", inputs: { domain: domain([[["email", "ilike", "example.com"]]], []), fields: fields(["name", "email", "phone", "is_company", "city", "country_id"]), ...paged }, ...find },
  {
    name: "create_lead",
    title: "Create a lead",
    description: "Needs the app CRM.",
    group: "Sales",
    method: "POST",
    path: "/json/2/crm.lead/create",
    inputs: {
      name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 250, description: "What it is about.", examples: ["Acme wants 20 seats"] },
      contact_name: { in: "body", type: "string", maxLength: 250, examples: ["Ada Lovelace"] },
      email_from: { in: "body", type: "string", format: "email", examples: ["ada@example.com"] },
      phone: { in: "body", type: "string", maxLength: 50 },
      description: { in: "body", type: "string", maxLength: 20_000 },
      expected_revenue: { in: "body", type: "number", minimum: 0 },
    },
    body: { type: "json", value: { vals_list: [{ name: "{{name}}", contact_name: "{{contact_name}}", email_from: "{{email_from}}", phone: "{{phone}}", description: "{{description}}", expected_revenue: "{{expected_revenue}}" }] } },
    isReadOnly: false,
  },
  { name: "list_sales_orders", title: "List sales orders", description: "Needs the app Sales.", group: "Sales", path: "/json/2/sale.order/search_read", inputs: { domain: domain([[["state", "=", "sale"]]], []), fields: fields(["name", "partner_id", "date_order", "amount_total", "currency_id", "state"]), ...paged }, ...find },
  { name: "list_invoices", title: "List customer invoices", description: "Needs the app Invoicing.", group: "Accounting", path: "/json/2/account.move/search_read", inputs: { domain: domain([[["move_type", "=", "out_invoice"], ["state", "=", "posted"]]], [["move_type", "=", "out_invoice"]]), fields: fields(["name", "partner_id", "invoice_date", "amount_total", "currency_id", "state", "payment_state"]), ...paged }, ...find },
];
