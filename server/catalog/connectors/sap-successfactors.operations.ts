import type { ErrorShape, Operation, OperationInput } from "../operation";

const size: OperationInput = { in: "query", as: "$top", type: "integer", minimum: 1, maximum: 1000, default: 50, description: "How many at most." };
const select = (value?: string): OperationInput => ({ in: "query", as: "$select", type: "string", maxLength: 4000, pattern: "^[\\w/]+(,[\\w/]+)*$", description: "Which fields to bring, with commas between.", ...(value === undefined ? {} : { default: value }) });
const filter = (example: string): OperationInput => ({ in: "query", as: "$filter", type: "string", maxLength: 4000, description: `In OData, such as ${example}.` });
const expand: OperationInput = { in: "query", as: "$expand", type: "string", maxLength: 1000, pattern: "^[\\w/]+(,[\\w/]+)*$", description: "Linked records to bring along, with commas between." };
const fromDate: OperationInput = { in: "query", type: "string", format: "date", description: "Also what is valid from then on; left out, only what is valid today." };
const query = { $format: "json" };
const list = { method: "GET", query, answer: { pick: "d.results" }, paging: true, isReadOnly: true } as const;
const entity: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z]\\w{0,99}$", description: "The name of the entity set, such as EmpJob or cust_Asset.", examples: ["EmpJob"] };
/** An upsert is answered with 200, and says of each record what was wrong with it. */
const errors: ErrorShape = { failedWhen: { present: "d.0.message" }, code: "d.0.httpCode", message: "d.0.message" };

export const sapSuccessfactorsOperations: Operation[] = [
  { name: "list_users", title: "List users", group: "People", path: "/odata/v2/User", inputs: { select: select("userId,username,firstName,lastName,email,title,department,status"), filter: filter("department eq 'Sales'"), expand, size }, ...list },
  { name: "get_user", title: "Get a user", group: "People", method: "GET", path: "/odata/v2/User('{{user}}')", query, inputs: { user: { in: "path", type: "string", isRequired: true, pattern: "^[^'/]{1,100}$", description: "The user's ID.", examples: ["cgrant"] }, select: select("userId,username,firstName,lastName,email,title,department,location,status"), expand }, answer: { pick: "d" }, isReadOnly: true },
  { name: "list_personal_data", title: "List names and personal data", group: "People", path: "/odata/v2/PerPersonal", inputs: { select: select("personIdExternal,startDate,firstName,lastName,preferredName"), filter: filter("personIdExternal eq '1042'"), fromDate, size }, ...list },
  { name: "list_jobs", title: "List job information", description: "One record for each change; without a date, the one valid today.", group: "People", path: "/odata/v2/EmpJob", inputs: { select: select("userId,startDate,jobTitle,jobCode,department,location,managerId,position"), filter: filter("managerId eq 'cgrant'"), expand, fromDate, size }, ...list },
  { name: "list_time_off", title: "List time off", group: "Time", path: "/odata/v2/EmployeeTime", inputs: { select: select("externalCode,userId,timeType,startDate,endDate,quantityInDays,approvalStatus"), filter: filter("userId eq 'cgrant' and startDate ge datetime'2026-12-01T00:00:00'"), size }, ...list },
  { name: "list_departments", title: "List departments", group: "Organisation", path: "/odata/v2/FODepartment", inputs: { select: select("externalCode,name,startDate,parent,headOfUnit,status"), filter: filter("status eq 'A'"), size }, ...list },
  { name: "list_positions", title: "List positions", group: "Organisation", path: "/odata/v2/Position", inputs: { select: select("code,effectiveStartDate,externalName_defaultValue,department,jobCode,vacant"), filter: filter("vacant eq true"), size }, ...list },
  { name: "list_job_requisitions", title: "List jobs to fill", group: "Recruiting", path: "/odata/v2/JobRequisition", inputs: { select: select("jobReqId,numberOpenings,createdDateTime,lastModifiedDateTime"), filter: filter("numberOpenings gt 0"), size }, ...list },
  { name: "list_records", title: "List records of any kind", group: "Records", path: "/odata/v2/{{entity}}", inputs: { entity, select: { ...select(), examples: ["userId,startDate"] }, filter: filter("lastModifiedDateTime ge datetimeoffset'2026-11-01T00:00:00Z'"), expand, fromDate, size }, ...list },
  {
    name: "upsert_record",
    title: "Create a record, or change the one there is",
    group: "Records",
    method: "POST",
    path: "/odata/v2/upsert",
    query,
    inputs: { record: { in: "body", type: "object", isRequired: true, additionalProperties: true, description: "The record's fields, and its address as __metadata.uri.", examples: [{ __metadata: { uri: "User('cgrant')" }, nickname: "Carla" }] } },
    body: { type: "json", value: "{{record}}" },
    answer: { pick: "d.0" },
    errors,
    isReadOnly: false,
    isIdempotent: true,
  },
];
