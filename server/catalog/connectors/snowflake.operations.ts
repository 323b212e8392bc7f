import type { Operation, OperationInput } from "../operation";

const named = (description: string, example: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^[\\w$\" -]{1,255}$", description, examples: [example] });
const database = named("The database's name.", "SHOP");
const schema = named("The schema's name.", "PUBLIC");
const warehouse = named("The warehouse's name.", "COMPUTE_WH");
const like: OperationInput = { in: "query", type: "string", description: "Only names that match, with % and _.", examples: ["SHOP%"] };
const limit: OperationInput = { in: "query", as: "showLimit", type: "integer", minimum: 1, maximum: 10000, default: 100 };
const statementHandle: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-fA-F-]{20,60}$", description: "statementHandle of the answer.", examples: ["01b66701-0000-001c-0000-0030000b91521"] };

export const snowflakeOperations: Operation[] = [
  {
    name: "run_sql",
    title: "Run a SQL statement",
    description: "It may read or write, as the role allows. What takes longer than 45 seconds answers with a handle to ask for its result.",
    group: "SQL",
    method: "POST",
    path: "/api/v2/statements",
    inputs: {
      statement: { in: "body", type: "string", isRequired: true, description: "One statement. Values are better bound than written into it.", examples: ["select * from orders where id = ?"] },
      bindings: { in: "body", type: "object", additionalProperties: true, description: "By number from 1 on: type and value.", examples: [{ "1": { type: "FIXED", value: "1001" } }] },
      warehouse: { in: "body", type: "string", examples: ["COMPUTE_WH"] },
      database: { in: "body", type: "string" },
      schema: { in: "body", type: "string" },
      role: { in: "body", type: "string" },
      timeout: { in: "body", type: "integer", minimum: 0, maximum: 604_800, default: 60, description: "Seconds after which Snowflake gives up." },
    },
    body: { type: "json" },
    isReadOnly: false,
    isDestructive: true,
  },
  { name: "get_result", title: "Get the result of a statement", group: "SQL", method: "GET", path: "/api/v2/statements/{{handle}}", inputs: { handle: statementHandle, partition: { in: "query", type: "integer", minimum: 0, description: "Large results come in several parts, from 0 on." } }, isReadOnly: true },
  { name: "cancel_statement", title: "Cancel a statement", group: "SQL", method: "POST", path: "/api/v2/statements/{{handle}}/cancel", inputs: { handle: statementHandle }, isReadOnly: false, isIdempotent: true },
  { name: "list_databases", title: "List databases", group: "Objects", method: "GET", path: "/api/v2/databases", inputs: { like, limit }, isReadOnly: true },
  { name: "list_schemas", title: "List schemas of a database", group: "Objects", method: "GET", path: "/api/v2/databases/{{database}}/schemas", inputs: { database, like, limit }, isReadOnly: true },
  { name: "list_tables", title: "List tables of a schema", group: "Objects", method: "GET", path: "/api/v2/databases/{{database}}/schemas/{{schema}}/tables", inputs: { database, schema, like, limit }, isReadOnly: true },
  { name: "get_table", title: "See a table's columns", group: "Objects", method: "GET", path: "/api/v2/databases/{{database}}/schemas/{{schema}}/tables/{{table}}", inputs: { database, schema, table: named("The table's name.", "ORDERS") }, isReadOnly: true },
  { name: "list_warehouses", title: "List warehouses", group: "Warehouses", method: "GET", path: "/api/v2/warehouses", inputs: { like }, isReadOnly: true },
  { name: "resume_warehouse", title: "Wake a warehouse", description: "It costs credits while it is awake.", group: "Warehouses", method: "POST", path: "/api/v2/warehouses/{{warehouse}}:resume", inputs: { warehouse }, isReadOnly: false },
  { name: "suspend_warehouse", title: "Suspend a warehouse", group: "Warehouses", method: "POST", path: "/api/v2/warehouses/{{warehouse}}:suspend", inputs: { warehouse }, isReadOnly: false },
];
