import type { ErrorShape, Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", as: "per_page", type: "integer", minimum: 1, maximum: 200, default: 50, description: "How many at most." };
const inModule: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z]\\w{0,79}$", description: "The module's API name, such as Leads, Contacts, Accounts, Deals or Tasks.", examples: ["Leads"] };
const record: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^\\d{1,30}$", description: "The record's id.", examples: ["3652397000000649013"] };
const someFields: OperationInput = { in: "query", list: "comma", type: "array", minItems: 1, maxItems: 50, items: { type: "string", pattern: "^[\\w.$]{1,100}$" }, description: "The API names of the fields to bring; all if left out." };
const fields: OperationInput = { ...someFields, isRequired: true, description: "The API names of the fields to bring.", examples: [["Last_Name", "Company", "Email"]] };
const values: OperationInput = { in: "body", type: "object", isRequired: true, additionalProperties: true, description: "By the field's API name." };
const trigger: OperationInput = { in: "body", type: "array", items: { type: "string", enum: ["workflow", "approval", "blueprint"] }, description: "What may start because of it. An empty list starts nothing; left out, everything." };
/** Several records may be sent in one call, so a refused one comes with status 200 or 202. */
const errors: ErrorShape = { failedWhen: { present: "data.0.details.api_name" }, code: "data.0.code", message: "data.0.message", param: "data.0.details.api_name" };
const list = { answer: { pick: "data" }, paging: true, isReadOnly: true } as const;

export const zohoCrmOperations: Operation[] = [
  { name: "list_modules", title: "List modules", group: "Settings", method: "GET", path: "/crm/v8/settings/modules", inputs: {}, answer: { pick: "modules" }, isReadOnly: true },
  { name: "list_fields", title: "List fields of a module", group: "Settings", method: "GET", path: "/crm/v8/settings/fields", inputs: { module: { ...inModule, in: "query" } }, answer: { pick: "fields" }, isReadOnly: true },
  {
    name: "list_records",
    title: "List records",
    group: "Records",
    method: "GET",
    path: "/crm/v8/{{module}}",
    inputs: {
      module: inModule,
      fields,
      limit,
      sort_by: { in: "query", type: "string", enum: ["id", "Created_Time", "Modified_Time"], default: "Modified_Time" },
      sort_order: { in: "query", type: "string", enum: ["asc", "desc"], default: "desc" },
      since: { in: "header", as: "if-modified-since", type: "string", format: "date-time", description: "Only what changed since then." },
    },
    ...list,
  },
  { name: "get_record", title: "Get a record", group: "Records", method: "GET", path: "/crm/v8/{{module}}/{{record}}", inputs: { module: inModule, record, fields: someFields }, answer: { pick: "data.0" }, isReadOnly: true },
  {
    name: "search_records",
    title: "Search records",
    group: "Records",
    method: "GET",
    path: "/crm/v8/{{module}}/search",
    inputs: {
      module: inModule,
      email: { in: "query", type: "string", format: "email", examples: ["ada@example.com"] },
      phone: { in: "query", type: "string", maxLength: 50 },
      word: { in: "query", type: "string", minLength: 2, maxLength: 200, description: "In any of the text fields." },
      criteria: { in: "query", type: "string", maxLength: 2000, description: "As ((Last_Name:equals:Lovelace)and(Company:starts_with:Ac))." },
      fields: someFields,
      limit,
      page: { in: "query", type: "integer", minimum: 1, maximum: 10, default: 1 },
    },
    needsOneOf: [["email", "phone", "word", "criteria"]],
    answer: { pick: "data" },
    isReadOnly: true,
  },
  {
    name: "query_records",
    title: "Query records with COQL",
    group: "Records",
    method: "POST",
    path: "/crm/v8/coql",
    inputs: { select_query: { in: "body", type: "string", isRequired: true, minLength: 10, maxLength: 10_000, description: "It needs a where, and takes limit and offset.", examples: ["select Last_Name, Company from Leads where Email is not null limit 20"] } },
    body: { type: "json" },
    answer: { pick: "data" },
    isReadOnly: true,
  },
  { name: "create_record", title: "Create a record", group: "Records", method: "POST", path: "/crm/v8/{{module}}", inputs: { module: inModule, values: { ...values, examples: [{ Last_Name: "Lovelace", First_Name: "Ada", Company: "Acme", Email: "ada@example.com" }] }, trigger }, body: { type: "json", value: { data: ["{{values}}"] } }, answer: { pick: "data.0" }, errors, isReadOnly: false },
  {
    name: "upsert_record",
    title: "Create a record, or change the one there is",
    group: "Records",
    method: "POST",
    path: "/crm/v8/{{module}}/upsert",
    inputs: {
      module: inModule,
      values: { ...values, examples: [{ Last_Name: "Lovelace", Company: "Acme", Email: "ada@example.com" }] },
      duplicate_check_fields: { in: "body", type: "array", maxItems: 5, items: { type: "string" }, description: "Which fields tell that it is the same record.", examples: [["Email"]] },
      trigger,
    },
    body: { type: "json", value: { data: ["{{values}}"] } },
    answer: { pick: "data.0" },
    errors,
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "update_record", title: "Change a record", group: "Records", method: "PUT", path: "/crm/v8/{{module}}/{{record}}", inputs: { module: inModule, record, values: { ...values, examples: [{ Phone: "+1 555 867 5310" }] }, trigger }, body: { type: "json", value: { data: ["{{values}}"] } }, answer: { pick: "data.0" }, errors, isReadOnly: false, isIdempotent: true },
  { name: "delete_record", title: "Delete a record", group: "Records", method: "DELETE", path: "/crm/v8/{{module}}/{{record}}", inputs: { module: inModule, record }, answer: { pick: "data.0" }, errors, isReadOnly: false, isDestructive: true },
  {
    name: "add_note",
    title: "Write a note on a record",
    group: "Records",
    method: "POST",
    path: "/crm/v8/Notes",
    inputs: {
      module: { ...inModule, in: "body", description: "The API name of the module that the record is in." },
      record: { ...record, in: "body" },
      title: { in: "body", type: "string", maxLength: 120 },
      content: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 32_000, examples: ["Ada wants to renew for two years."] },
    },
    body: { type: "json", value: { data: [{ Note_Title: "{{title}}", Note_Content: "{{content}}", Parent_Id: { module: { api_name: "{{module}}" }, id: "{{record}}" } }] } },
    answer: { pick: "data.0" },
    errors,
    isReadOnly: false,
  },
  { name: "list_users", title: "List colleagues", group: "Account", method: "GET", path: "/crm/v8/users", inputs: { type: { in: "query", type: "string", enum: ["AllUsers", "ActiveUsers", "AdminUsers", "CurrentUser"], default: "ActiveUsers" }, limit, page: { in: "query", type: "integer", minimum: 1, default: 1 } }, answer: { pick: "users" }, isReadOnly: true },
];
