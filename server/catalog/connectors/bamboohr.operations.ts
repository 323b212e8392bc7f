import type { Operation, OperationInput } from "../operation";

const employee: OperationInput = { in: "path", type: "integer", isRequired: true, minimum: 0, description: "The employee's id. 0 is whoever is connected.", examples: [123] };
const date = (description: string, example: string): OperationInput => ({ in: "query", type: "string", format: "date", description, examples: [example] });
const fieldNames = { type: "array", minItems: 1, maxItems: 400, items: { type: "string", pattern: "^[\\w.]{1,100}$" } } as const;
const values: OperationInput = { in: "body", type: "object", isRequired: true, additionalProperties: { type: ["string", "number", "boolean", "null"] }, description: "By the field's name, as List fields gives it." };
const part = (description: string): OperationInput => ({ in: "query", type: "string", maxLength: 100, description });

export const bamboohrOperations: Operation[] = [
  {
    name: "list_employees",
    title: "List employees",
    group: "Employees",
    method: "GET",
    path: "/api/v1/employees",
    inputs: {
      limit: { in: "query", as: "page[limit]", type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most." },
      firstName: { ...part("Only first names with this in them."), as: "filter[firstName]" },
      lastName: { ...part("Only last names with this in them."), as: "filter[lastName]" },
      jobTitle: { ...part("Only job titles with this in them."), as: "filter[jobTitleName]" },
      status: { in: "query", as: "filter[status]", type: "string", enum: ["active", "inactive"] },
      sort: { in: "query", type: "string", pattern: "^-?(employeeId|firstName|lastName|preferredName|jobTitleName|status)$", description: "A field; with a dash before it the other way round.", examples: ["lastName"] },
    },
    answer: { pick: "data" },
    paging: { kind: "cursor", param: "page[after]", path: "meta.page.nextCursor" },
    isReadOnly: true,
  },
  {
    name: "get_employee",
    title: "Get an employee",
    group: "Employees",
    method: "GET",
    path: "/api/v1/employees/{{employee}}",
    inputs: {
      employee,
      fields: { in: "query", list: "comma", ...fieldNames, isRequired: true, description: "Which fields to bring. BambooHR leaves out those you may not see.", examples: [["firstName", "lastName", "jobTitle", "department", "workEmail", "hireDate"]] },
    },
    isReadOnly: true,
  },
  { name: "get_directory", title: "See the staff directory", description: "Everyone at once. A company may have switched it off.", group: "Employees", method: "GET", path: "/api/v1/employees/directory", inputs: {}, answer: { pick: "employees" }, isReadOnly: true },
  {
    name: "create_employee",
    title: "Add an employee",
    group: "Employees",
    method: "POST",
    path: "/api/v1/employees",
    inputs: {
      firstName: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 100, examples: ["Ada"] },
      lastName: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 100, examples: ["Lovelace"] },
      workEmail: { in: "body", type: "string", format: "email", examples: ["ada@example.com"] },
      hireDate: { in: "body", type: "string", format: "date", examples: ["2026-12-01"] },
      jobTitle: { in: "body", type: "string", maxLength: 200 },
      department: { in: "body", type: "string", maxLength: 200 },
      location: { in: "body", type: "string", maxLength: 200 },
    },
    body: { type: "json" },
    answer: { headers: { location: "location" } },
    isReadOnly: false,
  },
  { name: "update_employee", title: "Change an employee", group: "Employees", method: "POST", path: "/api/v1/employees/{{employee}}", inputs: { employee, fields: { ...values, examples: [{ jobTitle: "Engineer", mobilePhone: "+15558675310" }] } }, body: { type: "json", value: "{{fields}}" }, isReadOnly: false, isIdempotent: true },
  { name: "list_fields", title: "List fields", description: "The names that other calls take.", group: "Employees", method: "GET", path: "/api/v1/meta/fields", inputs: {}, isReadOnly: true },
  { name: "see_who_is_out", title: "See who is out", group: "Time off", method: "GET", path: "/api/v1/time_off/whos_out", inputs: { start: date("Today if left out.", "2026-12-01"), end: date("14 days after the start if left out.", "2026-12-14") }, isReadOnly: true },
  {
    name: "list_time_off_requests",
    title: "List requests for time off",
    group: "Time off",
    method: "GET",
    path: "/api/v1/time_off/requests",
    inputs: {
      start: { ...date("Only time off on or after this day.", "2026-12-01"), isRequired: true },
      end: { ...date("Only time off on or before this day.", "2026-12-31"), isRequired: true },
      status: { in: "query", list: "comma", type: "array", items: { type: "string", enum: ["approved", "denied", "superceded", "requested", "canceled"] }, examples: [["requested"]] },
      employeeId: { in: "query", type: "integer", minimum: 1, description: "Only those of this employee." },
      action: { in: "query", type: "string", enum: ["view", "approve"], description: "Only those you may see, or decide on." },
    },
    isReadOnly: true,
  },
  {
    name: "request_time_off",
    title: "Ask for time off",
    group: "Time off",
    method: "PUT",
    path: "/api/v1/employees/{{employee}}/time_off/request",
    inputs: {
      employee,
      status: { in: "body", type: "string", isRequired: true, enum: ["requested", "approved"], description: "With approved it counts at once, if you may decide.", examples: ["requested"] },
      start: { in: "body", type: "string", format: "date", isRequired: true, examples: ["2026-12-21"] },
      end: { in: "body", type: "string", format: "date", isRequired: true, examples: ["2026-12-23"] },
      timeOffTypeId: { in: "body", type: "integer", isRequired: true, minimum: 1, description: "As List types of time off gives it.", examples: [78] },
      amount: { in: "body", type: "number", minimum: 0, description: "In the unit of the type, hours or days.", examples: [3] },
      note: { in: "body", type: "string", maxLength: 2000, description: "For whoever decides." },
    },
    body: { type: "json", value: { notes: [{ from: "employee", note: "{{note!}}" }] } },
    isReadOnly: false,
  },
  {
    name: "decide_time_off_request",
    title: "Decide on a request for time off",
    group: "Time off",
    method: "PUT",
    path: "/api/v1/time_off/requests/{{request}}/status",
    inputs: {
      request: { in: "path", type: "integer", isRequired: true, minimum: 1, description: "The request's id.", examples: [1342] },
      status: { in: "body", type: "string", isRequired: true, enum: ["approved", "denied"], examples: ["approved"] },
      note: { in: "body", type: "string", maxLength: 2000 },
    },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "list_time_off_types", title: "List types of time off", group: "Time off", method: "GET", path: "/api/v1/meta/time_off/types", inputs: {}, answer: { pick: "timeOffTypes" }, isReadOnly: true },
  { name: "list_users", title: "List users", description: "Everyone who may sign in.", group: "Account", method: "GET", path: "/api/v1/meta/users", inputs: {}, isReadOnly: true },
];
