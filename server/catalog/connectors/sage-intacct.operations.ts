import type { JsonSchema, Operation, OperationInput } from "../operation";

const api = "/ia/api/v1";
const entity: OperationInput = { in: "header", as: "x-ia-api-param-entity", type: "string", maxLength: 100, description: "The entity's ID, in a company with several.", setting: "entity" };
const key = (of: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^[\\w-]{1,64}$", description: `The key of the ${of}, which is not its ID.`, examples: ["85"] });
const named: JsonSchema = { type: "object", properties: { id: { type: "string" }, key: { type: "string" } }, additionalProperties: false };
const link = (description: string, example: string): OperationInput => ({ in: "body", ...named, isRequired: true, description, examples: [{ id: example }] });
const date = (description: string, example: string): OperationInput => ({ in: "body", type: "string", format: "date", description, examples: [example] });
const filters: OperationInput = { in: "body", type: "array", maxItems: 20, items: { type: "object", additionalProperties: true }, description: "Each as {\"$eq\": {\"status\": \"active\"}}; also $ne, $lt, $gt, $contains, $in, $between. All have to fit.", examples: [[{ $eq: { status: "active" } }]] };
const paged: Record<string, OperationInput> = {
  filters,
  orderBy: { in: "body", type: "array", maxItems: 5, items: { type: "object", additionalProperties: { type: "string", enum: ["asc", "desc"] } }, description: "As [{\"id\": \"asc\"}]." },
  size: { in: "body", type: "integer", minimum: 1, maximum: 4000, default: 100, description: "How many at most." },
  start: { in: "body", type: "integer", minimum: 1, default: 1, description: "The number of the first, for the next page." },
  entity,
};
const query = { method: "POST", path: `${api}/services/core/query`, answer: { pick: "ia::result" }, isReadOnly: true } as const;
const made = { method: "POST", body: { type: "json" }, answer: { pick: "ia::result" }, isReadOnly: false } as const;
/** A query for one kind of record, with the columns that say most. */
const listOf = (object: string, fields: string[]): Pick<Operation, "inputs" | "body"> => ({
  inputs: { ...paged, fields: { in: "body", type: "array", items: { type: "string" }, maxItems: 100, default: fields, description: "Which fields to bring, also of linked records as vendor.name." } },
  body: { type: "json", value: { object } },
});
const lines = (party: string, required: string[]): OperationInput => ({
  in: "body",
  type: "array",
  isRequired: true,
  minItems: 1,
  maxItems: 200,
  description: `What the ${party} is for.`,
  items: {
    type: "object",
    properties: {
      glAccount: { ...named, description: "The ledger account, or left out where the company uses account labels.", examples: [{ id: "6000" }] },
      txnAmount: { type: "string", pattern: "^-?\\d+(\\.\\d+)?$", examples: ["100.00"] },
      memo: { type: "string", maxLength: 1000 },
      dimensions: { type: "object", additionalProperties: { ...named }, description: "By dimension: location, department, project, class.", examples: [{ location: { id: "1" } }] },
    },
    required,
    additionalProperties: true,
  },
});

export const sageIntacctOperations: Operation[] = [
  {
    name: "query_records",
    title: "Query records",
    group: "Records",
    ...query,
    inputs: {
      object: { in: "body", type: "string", isRequired: true, pattern: "^[a-z-]{1,60}/[A-Za-z0-9:: -]{1,80}$", description: "The kind of record, such as accounts-payable/bill.", examples: ["accounts-payable/vendor"] },
      fields: { in: "body", type: "array", isRequired: true, minItems: 1, maxItems: 100, items: { type: "string" }, description: "Which fields to bring, also of linked records as vendor.name.", examples: [["id", "name", "status"]] },
      ...paged,
    },
    body: { type: "json" },
  },
  { name: "list_customers", title: "List customers", group: "Receivables", ...query, ...listOf("accounts-receivable/customer", ["key", "id", "name", "status"]) },
  { name: "list_invoices", title: "List invoices", group: "Receivables", ...query, ...listOf("accounts-receivable/invoice", ["key", "id", "invoiceNumber", "customer.id", "customer.name", "invoiceDate", "dueDate", "state", "totalTxnAmount", "totalTxnAmountDue"]) },
  { name: "get_invoice", title: "Get an invoice", group: "Receivables", method: "GET", path: `${api}/objects/accounts-receivable/invoice/{{invoice}}`, inputs: { invoice: key("invoice"), entity }, answer: { pick: "ia::result" }, isReadOnly: true },
  {
    name: "create_customer",
    title: "Create a customer",
    group: "Receivables",
    path: `${api}/objects/accounts-receivable/customer`,
    inputs: { id: { in: "body", type: "string", maxLength: 21, description: "Left out where the company numbers customers itself.", examples: ["CUST-100"] }, name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 100, examples: ["Acme"] }, status: { in: "body", type: "string", enum: ["active", "inactive"] }, entity },
    ...made,
  },
  {
    name: "create_invoice",
    title: "Create an invoice",
    group: "Receivables",
    path: `${api}/objects/accounts-receivable/invoice`,
    inputs: { customer: link("By ID or key.", "CUST-100"), invoiceDate: { ...date("Of the invoice.", "2026-12-01"), isRequired: true }, dueDate: { ...date("When it has to be paid.", "2026-12-31"), isRequired: true }, invoiceNumber: { in: "body", type: "string", maxLength: 45 }, description: { in: "body", type: "string", maxLength: 1000 }, lines: lines("invoice", ["txnAmount"]), entity },
    ...made,
  },
  { name: "list_vendors", title: "List vendors", group: "Payables", ...query, ...listOf("accounts-payable/vendor", ["key", "id", "name", "status"]) },
  {
    name: "create_vendor",
    title: "Create a vendor",
    group: "Payables",
    path: `${api}/objects/accounts-payable/vendor`,
    inputs: { id: { in: "body", type: "string", maxLength: 21, description: "Left out where the company numbers vendors itself.", examples: ["VEND-100"] }, name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 100, examples: ["Office Supplies Ltd"] }, status: { in: "body", type: "string", enum: ["active", "inactive"] }, entity },
    ...made,
  },
  { name: "list_bills", title: "List bills", group: "Payables", ...query, ...listOf("accounts-payable/bill", ["key", "id", "billNumber", "vendor.id", "vendor.name", "createdDate", "dueDate", "state", "totalTxnAmount", "totalTxnAmountDue"]) },
  {
    name: "create_bill",
    title: "Create a bill",
    group: "Payables",
    path: `${api}/objects/accounts-payable/bill`,
    inputs: { vendor: link("By ID or key.", "VEND-100"), billNumber: { in: "body", type: "string", maxLength: 45, description: "The vendor's own number.", examples: ["INV-2026-118"] }, createdDate: { ...date("Of the bill.", "2026-12-01"), isRequired: true }, dueDate: { ...date("When it has to be paid.", "2026-12-31"), isRequired: true }, description: { in: "body", type: "string", maxLength: 1000 }, lines: lines("bill", ["glAccount", "txnAmount"]), entity },
    ...made,
  },
  { name: "list_ledger_accounts", title: "List ledger accounts", group: "Ledger", ...query, ...listOf("general-ledger/account", ["key", "id", "name", "accountType", "status"]) },
];
