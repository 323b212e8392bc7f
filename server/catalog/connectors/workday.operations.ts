import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most." };
const list = { answer: { pick: "data" }, paging: true, isReadOnly: true } as const;
const id = (of: string, example: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^([0-9a-f]{32}|[A-Za-z_]{1,60}=[^/?#]{1,100})$", description: `The Workday ID of the ${of}, or a reference ID as Employee_ID=21001.`, examples: [example] });
const worker = id("worker", "3aa5550b7fe348b98d7b5741afc65534");
const staffing = "/ccx/api/staffing/v6/{tenant}";
const absence = "/ccx/api/absenceManagement/v5/{tenant}";

export const workdayOperations: Operation[] = [
  { name: "list_workers", title: "List workers", group: "Workers", method: "GET", path: `${staffing}/workers`, inputs: { search: { in: "query", type: "string", maxLength: 200, description: "In name or worker ID.", examples: ["Ada"] }, limit }, ...list },
  { name: "get_worker", title: "Get a worker", group: "Workers", method: "GET", path: `${staffing}/workers/{{worker}}`, inputs: { worker }, isReadOnly: true },
  { name: "list_service_dates", title: "See a worker's service dates", group: "Workers", method: "GET", path: `${staffing}/workers/{{worker}}/serviceDates`, inputs: { worker, limit }, ...list },
  { name: "get_me", title: "See who is connected", description: "Only for a person who signed in.", group: "Workers", method: "GET", path: "/ccx/api/v1/{tenant}/workers/me", inputs: {}, isReadOnly: true },
  { name: "list_direct_reports", title: "List whom a worker leads", group: "Workers", method: "GET", path: "/ccx/api/v1/{tenant}/workers/{{worker}}/directReports", inputs: { worker, limit }, ...list },
  { name: "list_absence_types", title: "List types of absence a worker may take", group: "Absence", method: "GET", path: `${absence}/workers/{{worker}}/eligibleAbsenceTypes`, inputs: { worker, limit }, ...list },
  { name: "list_time_off", title: "List a worker's time off", group: "Absence", method: "GET", path: `${absence}/workers/{{worker}}/timeOffDetails`, inputs: { worker, limit }, ...list },
  { name: "list_balances", title: "List balances of time off", group: "Absence", method: "GET", path: `${absence}/balances`, inputs: { worker: { ...worker, in: "query", description: "The Workday ID of the worker." }, limit }, ...list },
  {
    name: "request_time_off",
    title: "Ask for time off",
    group: "Absence",
    method: "POST",
    path: `${absence}/workers/{{worker}}/requestTimeOff`,
    inputs: {
      worker,
      days: {
        in: "body",
        type: "array",
        isRequired: true,
        minItems: 1,
        maxItems: 100,
        items: {
          type: "object",
          properties: {
            date: { type: "string", format: "date", examples: ["2026-12-21"] },
            dailyQuantity: { type: "number", minimum: 0, maximum: 24, description: "In the unit of the type, hours or days.", examples: [8] },
            timeOffType: { type: "object", properties: { id: { type: "string", description: "The Workday ID of the type of time off.", examples: ["f280e2cea071100217d554f56cb40000"] } }, required: ["id"], additionalProperties: false },
            position: { type: "object", properties: { id: { type: "string" } }, required: ["id"], additionalProperties: false, description: "For a worker with several." },
            comment: { type: "string", maxLength: 1000 },
          },
          required: ["date", "dailyQuantity", "timeOffType"],
          additionalProperties: false,
        },
      },
    },
    // The action is Submit, which has the same ID in every tenant.
    body: { type: "json", value: { businessProcessParameters: { action: { id: "d9e4223e446c11de98360015c5e6daf6" } } } },
    isReadOnly: false,
  },
  {
    name: "run_query",
    title: "Query with WQL",
    description: "Needs the functional area System in the API client.",
    group: "Data",
    method: "POST",
    path: "/ccx/api/wql/v1/{tenant}/data",
    inputs: {
      query: { in: "body", type: "string", isRequired: true, minLength: 10, maxLength: 20_000, examples: ["SELECT workdayID, fullName, businessTitle FROM allWorkers"] },
      limit: { ...limit, maximum: 10_000 },
      offset: { in: "query", type: "integer", minimum: 0, description: "How many rows to leave out, for the next page." },
    },
    body: { type: "json" },
    answer: { pick: "data" },
    isReadOnly: true,
  },
  {
    name: "run_report",
    title: "Run a report",
    description: "A custom report that is enabled as a web service.",
    group: "Data",
    method: "GET",
    path: "/ccx/service/customreport2/{tenant}/{{owner}}/{{report}}",
    query: { format: "json" },
    inputs: {
      owner: { in: "path", type: "string", isRequired: true, pattern: "^[^\\s/?#]{1,150}$", description: "The owner as in the report's address.", examples: ["ISU_Patchbay"] },
      report: { in: "path", type: "string", isRequired: true, pattern: "^[^\\s/?#]{1,200}$", description: "The name as in the report's address.", examples: ["Workers_for_Patchbay"] },
    },
    answer: { pick: "Report_Entry" },
    isReadOnly: true,
  },
];
