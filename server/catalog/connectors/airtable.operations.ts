import type { JsonSchema, Operation, OperationInput } from "../operation";

const base: OperationInput = { in: "path", type: "string", isRequired: true, setting: "defaultBase", pattern: "^app[A-Za-z0-9]{14}$", description: "The base's id, which starts with app.", examples: ["appAbCdEfGhIjKlMn"] };
const table: OperationInput = { in: "path", type: "string", isRequired: true, minLength: 1, description: "The table's id or name. Ids stay when someone renames it.", examples: ["tblAbCdEfGhIjKlMn"] };
const record: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^rec[A-Za-z0-9]{14}$", description: "The record's id.", examples: ["recAbCdEfGhIjKlMn"] };
const values: JsonSchema = { type: "object", additionalProperties: true, description: "By field name or id.", examples: [{ Name: "Ada", Email: "ada@example.com" }] };
const typecast: OperationInput = { in: "body", type: "boolean", description: "Turn text into what the field holds, and add choices that are missing." };
const byId: OperationInput = { in: "body", as: "returnFieldsByFieldId", type: "boolean", description: "Name fields by id in the answer." };

export const airtableOperations: Operation[] = [
  { name: "list_bases", title: "List bases", group: "Bases", method: "GET", path: "/v0/meta/bases", inputs: {}, answer: { pick: "bases" }, paging: true, isReadOnly: true },
  { name: "list_tables", title: "List tables and fields of a base", group: "Bases", method: "GET", path: "/v0/meta/bases/{{base}}/tables", inputs: { base }, answer: { pick: "tables" }, isReadOnly: true },
  {
    name: "list_records",
    title: "List records",
    group: "Records",
    method: "POST",
    path: "/v0/{{base}}/{{table}}/listRecords",
    inputs: {
      base,
      table,
      limit: { in: "body", as: "pageSize", type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most on a page." },
      formula: { in: "body", as: "filterByFormula", type: "string", description: "In Airtable's formulas, such as {Status} = 'Open'.", examples: ["NOT({Name} = '')"] },
      view: { in: "body", type: "string", description: "A view's id or name: its records, in its order." },
      fields: { in: "body", type: "array", items: { type: "string" }, description: "Which fields to bring; all when left out." },
      sort: { in: "body", type: "array", items: { type: "object", properties: { field: { type: "string" }, direction: { type: "string", enum: ["asc", "desc"] } }, required: ["field"], additionalProperties: false } },
      byId,
    },
    body: { type: "json" },
    answer: { pick: "records" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_record", title: "Get a record", group: "Records", method: "GET", path: "/v0/{{base}}/{{table}}/{{record}}", inputs: { base, table, record }, isReadOnly: true },
  {
    name: "create_record",
    title: "Add a record",
    group: "Records",
    method: "POST",
    path: "/v0/{{base}}/{{table}}",
    inputs: { base, table, fields: { in: "body", isRequired: true, ...values }, typecast, byId },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "create_records",
    title: "Add up to ten records",
    group: "Records",
    method: "POST",
    path: "/v0/{{base}}/{{table}}",
    inputs: { base, table, records: { in: "body", isRequired: true, type: "array", minItems: 1, maxItems: 10, items: { type: "object", properties: { fields: values }, required: ["fields"], additionalProperties: false } }, typecast, byId },
    body: { type: "json" },
    answer: { pick: "records" },
    isReadOnly: false,
  },
  {
    name: "update_record",
    title: "Change a record",
    description: "Fields that are not named stay as they are.",
    group: "Records",
    method: "PATCH",
    path: "/v0/{{base}}/{{table}}/{{record}}",
    inputs: { base, table, record, fields: { in: "body", isRequired: true, ...values }, typecast, byId },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "upsert_records",
    title: "Add records, or update those that are there",
    group: "Records",
    method: "PATCH",
    path: "/v0/{{base}}/{{table}}",
    inputs: {
      base,
      table,
      match: { in: "body", isRequired: true, type: "array", minItems: 1, maxItems: 3, items: { type: "string" }, description: "Fields that tell which record is meant.", examples: [["Email"]] },
      records: { in: "body", isRequired: true, type: "array", minItems: 1, maxItems: 10, items: { type: "object", properties: { fields: values }, required: ["fields"], additionalProperties: false } },
      typecast,
    },
    body: { type: "json", value: { performUpsert: { fieldsToMergeOn: "{{match}}" } } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_record", title: "Delete a record", group: "Records", method: "DELETE", path: "/v0/{{base}}/{{table}}/{{record}}", inputs: { base, table, record }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { name: "list_comments", title: "List comments on a record", group: "Comments", method: "GET", path: "/v0/{{base}}/{{table}}/{{record}}/comments", inputs: { base, table, record }, answer: { pick: "comments" }, paging: true, isReadOnly: true },
  {
    name: "comment_on_record",
    title: "Comment on a record",
    group: "Comments",
    method: "POST",
    path: "/v0/{{base}}/{{table}}/{{record}}/comments",
    inputs: { base, table, record, text: { in: "body", type: "string", isRequired: true, minLength: 1, description: "Someone is mentioned as @[usrAbCdEfGhIjKlMn].", examples: ["The order has arrived."] } },
    body: { type: "json" },
    isReadOnly: false,
  },
];
