import type { Operation, OperationInput } from "../operation";

const uuid = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
const workspace: OperationInput = { in: "path", type: "string", isRequired: true, pattern: uuid, description: "The workspace's ID.", setting: "workspace", examples: ["f089354e-8366-4e18-aea3-4cb4a3a50b48"] };
const dataset: OperationInput = { in: "path", type: "string", isRequired: true, pattern: uuid, description: "The dataset's ID.", examples: ["cfafbeb1-8037-4d0c-896e-a46fb27ff229"] };
const report: OperationInput = { in: "path", type: "string", isRequired: true, pattern: uuid, description: "The report's ID.", examples: ["5b218778-e7a5-4d73-8187-f10824047715"] };
const exportId: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z0-9+/=_-]{1,400}$", description: "The id that Export a report told.", examples: ["Mi9C5419i1"] };
const limit: OperationInput = { in: "query", as: "$top", type: "integer", minimum: 1, maximum: 5000, default: 100, description: "How many at most." };
const list = { answer: { pick: "value" }, isReadOnly: true } as const;
const own = "/v1.0/myorg/groups/{{workspace}}";

export const powerBiOperations: Operation[] = [
  { name: "list_workspaces", title: "List workspaces", group: "Workspaces", method: "GET", path: "/v1.0/myorg/groups", inputs: { limit, filter: { in: "query", as: "$filter", type: "string", description: "In OData, such as contains(name,'sales')." } }, paging: true, ...list },
  {
    name: "create_workspace",
    title: "Create a workspace",
    group: "Workspaces",
    method: "POST",
    path: "/v1.0/myorg/groups",
    query: { workspaceV2: "true" },
    inputs: { name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 200, examples: ["Sales"] } },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "add_workspace_user",
    title: "Let someone into a workspace",
    group: "Workspaces",
    method: "POST",
    path: `${own}/users`,
    inputs: {
      workspace,
      identifier: { in: "body", type: "string", isRequired: true, description: "An email address, or the object ID of a group or an app.", examples: ["ada@example.com"] },
      groupUserAccessRight: { in: "body", type: "string", isRequired: true, enum: ["Admin", "Member", "Contributor", "Viewer"], examples: ["Viewer"] },
      principalType: { in: "body", type: "string", enum: ["User", "Group", "App"], default: "User" },
    },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "list_reports", title: "List reports", group: "Reports", method: "GET", path: `${own}/reports`, inputs: { workspace }, ...list },
  {
    name: "export_report",
    title: "Export a report",
    description: "Starts the export and tells its id. Workspaces need a Premium, Embedded or Fabric capacity.",
    group: "Reports",
    method: "POST",
    path: `${own}/reports/{{report}}/ExportTo`,
    inputs: {
      workspace,
      report,
      format: { in: "body", type: "string", isRequired: true, enum: ["PDF", "PPTX", "PNG", "XLSX", "DOCX", "CSV", "XML", "MHTML"], description: "Reports that are not paginated know PDF, PPTX and PNG.", examples: ["PDF"] },
      powerBIReportConfiguration: { in: "body", type: "object", additionalProperties: true, description: "Which pages, filters and bookmark, for reports that are not paginated." },
      paginatedReportConfiguration: { in: "body", type: "object", additionalProperties: true, description: "Parameters and format settings of paginated reports." },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "get_export", title: "See how far an export is", group: "Reports", method: "GET", path: `${own}/reports/{{report}}/exports/{{exportId}}`, inputs: { workspace, report, exportId }, isReadOnly: true },
  { name: "download_export", title: "Download an exported report", description: "Comes in base64. At most 10 MB.", group: "Reports", method: "GET", path: `${own}/reports/{{report}}/exports/{{exportId}}/file`, inputs: { workspace, report, exportId }, isReadOnly: true },
  { name: "list_dashboards", title: "List dashboards", group: "Dashboards", method: "GET", path: `${own}/dashboards`, inputs: { workspace }, ...list },
  { name: "list_datasets", title: "List datasets", group: "Datasets", method: "GET", path: `${own}/datasets`, inputs: { workspace }, ...list },
  {
    name: "refresh_dataset",
    title: "Refresh a dataset",
    description: "Shared capacities allow eight refreshes a day.",
    group: "Datasets",
    method: "POST",
    path: `${own}/datasets/{{dataset}}/refreshes`,
    inputs: {
      workspace,
      dataset,
      notifyOption: { in: "body", type: "string", enum: ["NoNotification", "MailOnFailure", "MailOnCompletion"], default: "NoNotification", description: "An app that signs in as itself gets no mail." },
      type: { in: "body", type: "string", enum: ["Full", "ClearValues", "Calculate", "DataOnly", "Automatic", "Defragment"], description: "Needs a Premium or Fabric capacity, as do the rest." },
      commitMode: { in: "body", type: "string", enum: ["Transactional", "PartialBatch"] },
      objects: { in: "body", type: "array", items: { type: "object", properties: { table: { type: "string" }, partition: { type: "string" } }, additionalProperties: false }, description: "Only these tables or partitions." },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "list_refreshes", title: "List refreshes of a dataset", group: "Datasets", method: "GET", path: `${own}/datasets/{{dataset}}/refreshes`, inputs: { workspace, dataset, limit: { ...limit, maximum: 200, default: 20 } }, ...list },
  {
    name: "query_dataset",
    title: "Run a DAX query",
    group: "Datasets",
    method: "POST",
    path: `${own}/datasets/{{dataset}}/executeQueries`,
    inputs: {
      workspace,
      dataset,
      query: { in: "body", type: "string", isRequired: true, minLength: 1, description: "It has to give one table.", examples: ["EVALUATE TOPN(10, Sales)"] },
      includeNulls: { in: "body", type: "boolean", default: true },
      impersonatedUserName: { in: "body", type: "string", description: "With row-level security: in whose name." },
    },
    body: { type: "json", value: { queries: [{ query: "{{query}}" }], serializerSettings: { includeNulls: "{{includeNulls}}" } } },
    answer: { pick: "results.0.tables.0.rows" },
    isReadOnly: true,
  },
];
