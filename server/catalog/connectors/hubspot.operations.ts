import type { JsonSchema, Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 20, description: "How many at most." };
const after = { answer: { pick: "results" }, paging: true, isReadOnly: true } as const;
const wanted = (examples: string[]): OperationInput => ({ in: "query", list: "comma", type: "array", items: { type: "string" }, description: "Which properties to bring.", examples: [examples] });
const values: JsonSchema = { type: "object", additionalProperties: { type: ["string", "number", "boolean", "null"] }, description: "By the property's internal name." };
const contact: OperationInput = { in: "path", type: "string", isRequired: true, description: "The contact's id.", examples: ["512"] };
const filters: JsonSchema = {
  type: "array",
  maxItems: 5,
  items: {
    type: "object",
    properties: {
      filters: {
        type: "array",
        items: {
          type: "object",
          properties: {
            propertyName: { type: "string" },
            operator: { type: "string", enum: ["EQ", "NEQ", "LT", "LTE", "GT", "GTE", "BETWEEN", "IN", "NOT_IN", "HAS_PROPERTY", "NOT_HAS_PROPERTY", "CONTAINS_TOKEN", "NOT_CONTAINS_TOKEN"] },
            value: { type: "string" },
            highValue: { type: "string" },
            values: { type: "array", items: { type: "string" } },
          },
          required: ["propertyName", "operator"],
          additionalProperties: false,
        },
      },
    },
    required: ["filters"],
    additionalProperties: false,
  },
  description: "Any of the groups has to fit, and in it all filters.",
};
const sought = (query: string): Record<string, OperationInput> => ({
  query: { in: "body", type: "string", maxLength: 3000, description: "Words to find.", examples: [query] },
  filterGroups: { in: "body", ...filters },
  properties: { in: "body", type: "array", items: { type: "string" } },
  limit: { in: "body", type: "integer", minimum: 1, maximum: 200, default: 10 },
});

export const hubspotOperations: Operation[] = [
  { name: "list_contacts", title: "List contacts", group: "Contacts", method: "GET", path: "/crm/v3/objects/contacts", inputs: { limit, properties: wanted(["firstname", "lastname", "email"]) }, ...after },
  { name: "get_contact", title: "Get a contact", group: "Contacts", method: "GET", path: "/crm/v3/objects/contacts/{{contact}}", inputs: { contact, properties: wanted(["firstname", "lastname", "email"]) }, isReadOnly: true },
  { name: "search_contacts", title: "Search contacts", group: "Contacts", method: "POST", path: "/crm/v3/objects/contacts/search", inputs: sought("ada@example.com"), body: { type: "json" }, ...after },
  {
    name: "create_contact",
    title: "Create a contact",
    group: "Contacts",
    method: "POST",
    path: "/crm/v3/objects/contacts",
    inputs: { properties: { in: "body", isRequired: true, ...values, examples: [{ email: "ada@example.com", firstname: "Ada" }] } },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "update_contact",
    title: "Change a contact",
    group: "Contacts",
    method: "PATCH",
    path: "/crm/v3/objects/contacts/{{contact}}",
    inputs: { contact, properties: { in: "body", isRequired: true, ...values, examples: [{ phone: "+15558675310" }] } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "archive_contact", title: "Archive a contact", group: "Contacts", method: "DELETE", path: "/crm/v3/objects/contacts/{{contact}}", inputs: { contact }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { name: "list_companies", title: "List companies", group: "Companies", method: "GET", path: "/crm/v3/objects/companies", inputs: { limit, properties: wanted(["name", "domain"]) }, ...after },
  { name: "list_deals", title: "List deals", group: "Deals", method: "GET", path: "/crm/v3/objects/deals", inputs: { limit, properties: wanted(["dealname", "amount", "dealstage"]) }, ...after },
  { name: "search_deals", title: "Search deals", group: "Deals", method: "POST", path: "/crm/v3/objects/deals/search", inputs: sought("renewal"), body: { type: "json" }, ...after },
  {
    name: "create_deal",
    title: "Create a deal",
    group: "Deals",
    method: "POST",
    path: "/crm/v3/objects/deals",
    inputs: { properties: { in: "body", isRequired: true, ...values, examples: [{ dealname: "Acme renewal", amount: "1200", dealstage: "appointmentscheduled" }] } },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "update_deal",
    title: "Change a deal",
    group: "Deals",
    method: "PATCH",
    path: "/crm/v3/objects/deals/{{deal}}",
    inputs: { deal: { in: "path", type: "string", isRequired: true, examples: ["9876543210"] }, properties: { in: "body", isRequired: true, ...values, examples: [{ dealstage: "closedwon" }] } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "list_owners", title: "List owners", group: "Account", method: "GET", path: "/crm/v3/owners", inputs: { limit, email: { in: "query", type: "string", format: "email" } }, ...after },
  { name: "get_account", title: "See the account", group: "Account", method: "GET", path: "/account-info/v3/details", inputs: {}, isReadOnly: true },
];
