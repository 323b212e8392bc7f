import type { Operation, OperationInput } from "../operation";

const documents = { host: "accounting-documents.api.datev.de", group: "Receipts" } as const;
const imports = { host: "accounting-extf-files.api.datev.de", group: "Bookings" } as const;
const exchange = { host: "accounting-data-exchange.api.datev.de", group: "Books", method: "GET", isReadOnly: true } as const;
const client: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^\\d{4,7}-\\d{1,5}$", description: "The adviser's number, a dash and the client's number.", examples: ["29098-55003"], setting: "client" };
const year: OperationInput = { in: "path", type: "integer", isRequired: true, minimum: 19_920_101, maximum: 20_991_231, description: "The first day of the fiscal year, without dashes.", examples: [20_260_101] };
const top: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 20, description: "How many at most." };
const skip: OperationInput = { in: "query", type: "integer", minimum: 0, description: "How many to leave out at the start." };
// Large lists come as one JSON object on each line.
const lines = { accept: "application/x-ndjson, application/json" };

export const datevOperations: Operation[] = [
  { name: "list_clients", title: "List clients", description: "Those that the person who signed in has rights for.", group: "Clients", method: "GET", path: "/{platform}/v2/clients", inputs: { top, skip }, isReadOnly: true },
  { name: "get_client", title: "Get a client", description: "Says which services are switched on for it.", group: "Clients", method: "GET", path: "/{platform}/v2/clients/{{client}}", inputs: { client }, isReadOnly: true },
  {
    ...documents,
    name: "get_receipt_rules",
    title: "See which files are taken",
    description: "The version of DATEV Unternehmen online, and the file endings that it takes.",
    method: "GET",
    path: "/{platform}/v2/clients/{{client}}/duo-version",
    inputs: { client },
    isReadOnly: true,
  },
  { ...documents, name: "list_document_types", title: "List kinds of receipts", method: "GET", path: "/{platform}/v2/clients/{{client}}/document-types", inputs: { client }, isReadOnly: true },
  {
    ...documents,
    name: "upload_receipt",
    title: "Hand over a receipt",
    description: "A second upload under the same guid is refused, so that nothing is handed over twice.",
    method: "PUT",
    path: "/{platform}/v2/clients/{{client}}/documents/{{guid}}",
    inputs: {
      client,
      guid: { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", description: "A new UUID of your own for each receipt.", examples: ["f81d4fae-7dec-11d0-a765-00a0c91e6bf6"] },
      file: {
        in: "body",
        type: "object",
        isRequired: true,
        properties: { fileName: { type: "string" }, contentType: { type: "string" }, base64: { type: "string" } },
        required: ["fileName", "base64"],
        additionalProperties: false,
        description: "The file's name, its type, and what is in it as base64.",
        examples: [{ fileName: "invoice-1042.pdf", contentType: "application/pdf", base64: "JVBERi0xLjQKJSBzYW1wbGUK" }],
      },
      document_type: { in: "body", type: "string", description: "The name of one of the kinds of receipts, such as Rechnungseingang.", examples: ["Rechnungseingang"] },
      category: { in: "body", type: "string", description: "For clients who file in three levels: the first. Goes with folder and register, in place of document_type." },
      folder: { in: "body", type: "string", description: "The second level, such as Belege." },
      register: { in: "body", type: "string", description: "The third level, such as 2026/11." },
      note: { in: "body", type: "string", maxLength: 255, description: "For whoever books it." },
    },
    body: { type: "multipart", value: { file: "{{file}}", metadata: { document_type: "{{document_type}}", category: "{{category}}", folder: "{{folder}}", register: "{{register}}", note: "{{note}}" } } },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    ...imports,
    name: "import_bookings",
    title: "Hand over bookings",
    description: "A file in DATEV's own format (EXTF). The last part of the location is the id of the import, which says later whether it was taken.",
    method: "POST",
    path: "/{platform}/v3/clients/{{client}}/extf-files/import",
    inputs: {
      client,
      file_name: { in: "header", as: "filename", type: "string", isRequired: true, pattern: "^EXTF_.{0,51}\\.csv$", description: "Begins with EXTF_ and ends with .csv.", examples: ["EXTF_Buchungsstapel.csv"] },
      reference: { in: "header", as: "reference-id", type: "string", maxLength: 50, description: "Your own number for it.", examples: ["2026-11-1"] },
      file: {
        in: "body",
        type: "object",
        isRequired: true,
        properties: { base64: { type: "string" } },
        required: ["base64"],
        additionalProperties: false,
        description: "What is in the file, in the character set Windows-1252, as base64.",
        examples: [{ base64: "IkVYVEYiOzcwMDsyMTsiQnVjaHVuZ3NzdGFwZWwi" }],
      },
    },
    body: { type: "raw", value: "{{file}}", contentType: "application/octet-stream" },
    answer: { headers: { location: "location", retryAfter: "retry-after" } },
    isReadOnly: false,
  },
  { ...imports, name: "list_import_jobs", title: "List imports of bookings", method: "GET", path: "/{platform}/v3/clients/{{client}}/extf-files/jobs", inputs: { client, top, skip }, isReadOnly: true },
  {
    ...imports,
    name: "get_import_job",
    title: "Get an import of bookings",
    description: "Says what became of it. DATEV asks to wait some seconds between two looks.",
    method: "GET",
    path: "/{platform}/v3/clients/{{client}}/extf-files/jobs/{{job}}",
    inputs: { client, job: { in: "path", type: "string", isRequired: true, pattern: "^[\\w-]{1,64}$", description: "The job's id.", examples: ["f81d4fae-7dec-11d0-a765-00a0c91e6bf6"] } },
    isReadOnly: true,
  },
  { ...exchange, name: "list_fiscal_years", title: "List fiscal years", path: "/{platform}/v1/clients/{{client}}/fiscal-years", headers: lines, inputs: { client } },
  { ...exchange, name: "get_sums_and_balances", title: "See sums and balances", path: "/{platform}/v1/clients/{{client}}/fiscal-years/{{year}}/sums-and-balances", headers: lines, inputs: { client, year } },
  { ...exchange, name: "list_terms_of_payment", title: "List terms of payment", path: "/{platform}/v1/clients/{{client}}/fiscal-years/{{year}}/terms-of-payment", headers: lines, inputs: { client, year } },
];
