import type { Operation, OperationInput } from "../operation";

const pageSize = (as: string, maximum: number, standard = 50): OperationInput => ({ in: "query", as, type: "integer", minimum: 1, maximum, default: standard, description: "How many at most." });
const id = (of: string, example: number): OperationInput => ({ in: "query", as: `${of}_id`, type: "integer", minimum: 1, isRequired: true, description: `The ${of}'s ID.`, examples: [example] });
const cluster: OperationInput = { in: "body", as: "cluster_id", type: "string", isRequired: true, pattern: "^[\\w-]{1,64}$", description: "The cluster's ID.", examples: ["1121-093215-abcd1234"] };
const name = (of: string, example: string): OperationInput => ({ in: "query", as: `${of}_name`, type: "string", isRequired: true, maxLength: 255, description: `The ${of}'s name.`, examples: [example] });
const statement: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-f-]{36}$", description: "The statement's ID.", examples: ["01ee1234-5678-1abc-9def-0123456789ab"] };
const statementErrors = { failedWhen: { present: "status.error" }, code: "status.error.error_code", message: "status.error.message" } as const;

export const databricksOperations: Operation[] = [
  {
    name: "run_statement",
    title: "Run a SQL statement",
    description: "Waits a while for the result. While status.state is PENDING or RUNNING, go on with Get a statement's result.",
    group: "SQL",
    method: "POST",
    path: "/api/2.0/sql/statements",
    inputs: {
      statement: { in: "body", type: "string", isRequired: true, minLength: 1, description: "It may also change data.", examples: ["SELECT country, COUNT(*) AS orders FROM sales.orders GROUP BY country"] },
      warehouse: { in: "body", as: "warehouse_id", type: "string", isRequired: true, pattern: "^[0-9a-f]{16}$", description: "The SQL warehouse's ID.", setting: "warehouse", examples: ["abcdef0123456789"] },
      catalog: { in: "body", type: "string", description: "For names in the statement that have none." },
      schema: { in: "body", type: "string", description: "For names in the statement that have none." },
      parameters: {
        in: "body",
        type: "array",
        description: "Values for :name in the statement.",
        items: { type: "object", properties: { name: { type: "string" }, value: { type: ["string", "null"] }, type: { type: "string", description: "Such as INT or DATE; text when left out." } }, required: ["name"], additionalProperties: false },
      },
      row_limit: { in: "body", type: "integer", minimum: 1, maximum: 100000, default: 1000, description: "How many rows at most." },
      wait_timeout: { in: "body", type: "string", pattern: "^(0|[5-9]|[1-4][0-9]|50)s$", default: "30s", description: "How long to wait: 0s, or 5s to 50s." },
    },
    body: { type: "json", value: { format: "JSON_ARRAY", disposition: "INLINE", on_wait_timeout: "CONTINUE" } },
    errors: statementErrors,
    isReadOnly: false,
  },
  { name: "get_statement", title: "Get a statement's result", group: "SQL", method: "GET", path: "/api/2.0/sql/statements/{{statement}}", inputs: { statement }, errors: statementErrors, isReadOnly: true },
  { name: "cancel_statement", title: "Cancel a statement", group: "SQL", method: "POST", path: "/api/2.0/sql/statements/{{statement}}/cancel", inputs: { statement }, isReadOnly: false, isIdempotent: true },
  { name: "list_warehouses", title: "List SQL warehouses", group: "SQL", method: "GET", path: "/api/2.0/sql/warehouses", inputs: {}, answer: { pick: "warehouses" }, isReadOnly: true },
  { name: "list_jobs", title: "List jobs", group: "Jobs", method: "GET", path: "/api/2.2/jobs/list", inputs: { limit: pageSize("limit", 100, 20), name: { in: "query", type: "string", description: "Only those of exactly this name." } }, answer: { pick: "jobs" }, paging: true, isReadOnly: true },
  {
    name: "run_job",
    title: "Run a job",
    group: "Jobs",
    method: "POST",
    path: "/api/2.2/jobs/run-now",
    inputs: {
      job: { ...id("job", 11223344), in: "body" },
      job_parameters: { in: "body", type: "object", additionalProperties: { type: "string" }, description: "By the names that the job declares." },
      notebook_params: { in: "body", type: "object", additionalProperties: { type: "string" }, description: "By widget, for jobs without parameters of their own." },
      idempotency_token: { in: "body", type: "string", maxLength: 64, description: "The same one starts the job once only." },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "list_runs",
    title: "List runs of jobs",
    group: "Jobs",
    method: "GET",
    path: "/api/2.2/jobs/runs/list",
    inputs: { limit: pageSize("limit", 24, 20), job_id: { in: "query", type: "integer", minimum: 1, description: "Only runs of this job." }, active_only: { in: "query", type: "boolean" }, completed_only: { in: "query", type: "boolean", description: "Not together with active_only." } },
    answer: { pick: "runs" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_run", title: "Get a run", group: "Jobs", method: "GET", path: "/api/2.2/jobs/runs/get", inputs: { run: id("run", 455644833) }, isReadOnly: true },
  { name: "get_run_output", title: "Get what a task's run gave", group: "Jobs", method: "GET", path: "/api/2.2/jobs/runs/get-output", inputs: { run: { ...id("run", 455644834), description: "The ID of the task's own run, as Get a run tells it." } }, isReadOnly: true },
  { name: "cancel_run", title: "Cancel a run", group: "Jobs", method: "POST", path: "/api/2.2/jobs/runs/cancel", inputs: { run: { ...id("run", 455644833), in: "body" } }, body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "list_clusters", title: "List clusters", group: "Clusters", method: "GET", path: "/api/2.1/clusters/list", inputs: { limit: pageSize("page_size", 100, 20) }, answer: { pick: "clusters" }, paging: true, isReadOnly: true },
  { name: "start_cluster", title: "Start a cluster", group: "Clusters", method: "POST", path: "/api/2.1/clusters/start", inputs: { cluster }, body: { type: "json" }, isReadOnly: false },
  { name: "stop_cluster", title: "Stop a cluster", description: "It keeps its settings, and can be started again for 30 days.", group: "Clusters", method: "POST", path: "/api/2.1/clusters/delete", inputs: { cluster }, body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "list_catalogs", title: "List catalogs", group: "Data", method: "GET", path: "/api/2.1/unity-catalog/catalogs", inputs: { limit: pageSize("max_results", 1000, 100) }, answer: { pick: "catalogs" }, paging: true, isReadOnly: true },
  { name: "list_schemas", title: "List schemas of a catalog", group: "Data", method: "GET", path: "/api/2.1/unity-catalog/schemas", inputs: { catalog: name("catalog", "main"), limit: pageSize("max_results", 1000, 100) }, answer: { pick: "schemas" }, paging: true, isReadOnly: true },
  { name: "list_tables", title: "List tables of a schema", group: "Data", method: "GET", path: "/api/2.1/unity-catalog/tables", inputs: { catalog: name("catalog", "main"), schema: name("schema", "sales"), limit: pageSize("max_results", 50), omit_columns: { in: "query", type: "boolean", default: false } }, answer: { pick: "tables" }, paging: true, isReadOnly: true },
];
