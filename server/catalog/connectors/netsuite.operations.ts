import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 1000, default: 100 };
const filter: OperationInput = { in: "query", as: "q", type: "string", description: "A condition on the record's fields.", examples: ['email START_WITH "ada"'] };
const type: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z][A-Za-z0-9_]{1,60}$", description: "The record type's name in REST: customer, salesOrder, invoice, vendorBill …", examples: ["customer"] };
const id: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^(eid:)?[A-Za-z0-9_.-]{1,80}$", description: "The internal id, or eid: and the external id.", examples: ["107"] };
const record: OperationInput = { in: "body", type: "object", additionalProperties: true, isRequired: true, description: "Its fields by their names in REST.", examples: [{ companyName: "Acme", subsidiary: { id: "1" } }] };
const expand: OperationInput = { in: "query", as: "expandSubResources", type: "boolean", description: "With its lines and addresses." };

export const netsuiteOperations: Operation[] = [
  {
    name: "run_suiteql",
    title: "Query with SuiteQL",
    group: "Query",
    method: "POST",
    path: "/services/rest/query/v1/suiteql",
    headers: { prefer: "transient" },
    inputs: { query: { in: "body", as: "q", type: "string", isRequired: true, examples: ["SELECT id, entityid, email FROM customer WHERE isinactive = 'F'"] }, limit, offset: { in: "query", type: "integer", minimum: 0, description: "How many rows to leave out; a multiple of the limit." } },
    body: { type: "json" },
    isReadOnly: true,
  },
  { name: "list_records", title: "List records of a type", description: "Their ids and links; a query tells more at once.", group: "Records", method: "GET", path: "/services/rest/record/v1/{{type}}", inputs: { type, filter, limit }, answer: { pick: "items" }, paging: true, isReadOnly: true },
  { name: "get_record", title: "Get a record", group: "Records", method: "GET", path: "/services/rest/record/v1/{{type}}/{{id}}", inputs: { type, id, expand }, isReadOnly: true },
  { name: "create_record", title: "Create a record", group: "Records", method: "POST", path: "/services/rest/record/v1/{{type}}", inputs: { type, record }, body: { type: "json", value: "{{record}}" }, answer: { headers: { location: "location" } }, isReadOnly: false },
  { name: "update_record", title: "Change a record", description: "Fields that are left out stay as they are.", group: "Records", method: "PATCH", path: "/services/rest/record/v1/{{type}}/{{id}}", inputs: { type, id, record }, body: { type: "json", value: "{{record}}" }, isReadOnly: false, isIdempotent: true },
  { name: "delete_record", title: "Delete a record", group: "Records", method: "DELETE", path: "/services/rest/record/v1/{{type}}/{{id}}", inputs: { type, id }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { name: "list_customers", title: "List customers", group: "Sales", method: "GET", path: "/services/rest/record/v1/customer", inputs: { filter, limit }, answer: { pick: "items" }, paging: true, isReadOnly: true },
  { name: "get_sales_order", title: "Get a sales order with its lines", group: "Sales", method: "GET", path: "/services/rest/record/v1/salesOrder/{{id}}", query: { expandSubResources: "true" }, inputs: { id }, isReadOnly: true },
  { name: "describe_record", title: "See the fields of a record type", group: "Records", method: "GET", path: "/services/rest/record/v1/metadata-catalog/{{type}}", headers: { accept: "application/schema+json" }, inputs: { type }, isReadOnly: true },
];
