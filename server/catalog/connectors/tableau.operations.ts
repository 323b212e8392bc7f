import type { Operation, OperationInput } from "../operation";

const site = "/api/{version}/sites/{site_id}";
const luid = (of: string, example: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", description: `The ${of}'s id.`, examples: [example] });
const workbook = luid("workbook", "6d13b0ca-043d-4d42-8c9d-3f3313ea3a00");
const view = luid("view", "1f951daf-4061-451a-9df1-69a8062664f2");
const datasource = luid("data source", "9dbd2263-16b5-46e1-9c43-a76bb8ab65fb");
const job = luid("job", "2eef4225-aa0c-41c4-8662-a76d89ed7336");
const limit: OperationInput = { in: "query", as: "pageSize", type: "integer", minimum: 1, maximum: 1000, default: 100, description: "How many at most." };
const filter = (example: string): OperationInput => ({ in: "query", type: "string", description: "Field, operator and value; several with commas between.", examples: [example] });
const maxAge: OperationInput = { in: "query", type: "integer", minimum: 1, description: "How many minutes old it may be." };
// Files come in their own type, not in JSON.
const asFile = { accept: "*/*" };

export const tableauOperations: Operation[] = [
  { name: "list_projects", title: "List projects", group: "Projects", method: "GET", path: `${site}/projects`, inputs: { limit, filter: filter("name:eq:Sales") }, answer: { pick: "projects.project" }, paging: true, isReadOnly: true },
  { name: "list_workbooks", title: "List workbooks", group: "Workbooks", method: "GET", path: `${site}/workbooks`, inputs: { limit, filter: filter("projectName:eq:Sales"), sort: { in: "query", type: "string", description: "Such as updatedAt:desc." } }, answer: { pick: "workbooks.workbook" }, paging: true, isReadOnly: true },
  { name: "get_workbook", title: "Get a workbook and its views", group: "Workbooks", method: "GET", path: `${site}/workbooks/{{workbook}}`, inputs: { workbook }, answer: { pick: "workbook" }, isReadOnly: true },
  { name: "refresh_workbook", title: "Refresh a workbook's extract", description: "Starts a job and tells it.", group: "Workbooks", method: "POST", path: `${site}/workbooks/{{workbook}}/refresh`, inputs: { workbook }, body: { type: "json", value: {} }, answer: { pick: "job" }, isReadOnly: false },
  { name: "list_views", title: "List views", group: "Views", method: "GET", path: `${site}/views`, inputs: { limit, filter: filter("workbookName:eq:Superstore"), includeUsageStatistics: { in: "query", type: "boolean", default: false, description: "With how often each was looked at." } }, answer: { pick: "views.view" }, paging: true, isReadOnly: true },
  { name: "get_view_data", title: "Get a view's data", description: "The answer is CSV.", group: "Views", method: "GET", path: `${site}/views/{{view}}/data`, headers: asFile, inputs: { view, maxAge }, isReadOnly: true },
  {
    name: "get_view_image",
    title: "Get a view as an image",
    description: "A PNG in base64.",
    group: "Views",
    method: "GET",
    path: `${site}/views/{{view}}/image`,
    headers: asFile,
    inputs: { view, resolution: { in: "query", type: "string", enum: ["high"], description: "Left out, an ordinary one." }, maxAge },
    isReadOnly: true,
  },
  {
    name: "get_view_pdf",
    title: "Get a view as a PDF",
    description: "In base64.",
    group: "Views",
    method: "GET",
    path: `${site}/views/{{view}}/pdf`,
    headers: asFile,
    inputs: { view, type: { in: "query", type: "string", enum: ["A3", "A4", "A5", "B5", "Executive", "Folio", "Ledger", "Legal", "Letter", "Note", "Quarto", "Tabloid", "Unspecified"], default: "A4", description: "The paper." }, orientation: { in: "query", type: "string", enum: ["Portrait", "Landscape"], default: "Portrait" }, maxAge },
    isReadOnly: true,
  },
  { name: "list_datasources", title: "List data sources", group: "Data sources", method: "GET", path: `${site}/datasources`, inputs: { limit, filter: filter("projectName:eq:Sales") }, answer: { pick: "datasources.datasource" }, paging: true, isReadOnly: true },
  {
    name: "query_datasource",
    title: "Query a data source",
    description: "Needs Tableau Cloud, or a Tableau Server from 2025.1.",
    group: "Data sources",
    method: "POST",
    path: "/api/v1/vizql-data-service/query-datasource",
    inputs: {
      datasource: { ...datasource, in: "body" },
      fields: {
        in: "body",
        type: "array",
        isRequired: true,
        minItems: 1,
        description: "Columns by their captions, measures with a function.",
        items: { type: "object", properties: { fieldCaption: { type: "string", examples: ["Sales"] }, function: { type: "string", description: "Such as SUM, AVG, COUNT, YEAR.", examples: ["SUM"] }, fieldAlias: { type: "string" }, sortDirection: { type: "string", enum: ["ASC", "DESC"] }, sortPriority: { type: "integer", minimum: 1 } }, required: ["fieldCaption"], additionalProperties: true },
      },
      filters: { in: "body", type: "array", items: { type: "object", additionalProperties: true }, description: "As Tableau's VizQL Data Service writes them." },
    },
    body: { type: "json", value: { datasource: { datasourceLuid: "{{datasource}}" }, query: { fields: "{{fields}}", filters: "{{filters}}" } } },
    answer: { pick: "data" },
    errors: { code: "errorCode", message: "message" },
    isReadOnly: true,
  },
  { name: "refresh_datasource", title: "Refresh a data source's extract", description: "Starts a job and tells it.", group: "Data sources", method: "POST", path: `${site}/datasources/{{datasource}}/refresh`, inputs: { datasource }, body: { type: "json", value: {} }, answer: { pick: "job" }, isReadOnly: false },
  { name: "get_job", title: "See how far a job is", group: "Jobs", method: "GET", path: `${site}/jobs/{{job}}`, inputs: { job }, answer: { pick: "job" }, isReadOnly: true },
  { name: "list_users", title: "List people of the site", group: "People", method: "GET", path: `${site}/users`, inputs: { limit, filter: filter("siteRole:eq:Viewer") }, answer: { pick: "users.user" }, paging: true, isReadOnly: true },
  {
    name: "add_user",
    title: "Add a person to the site",
    group: "People",
    method: "POST",
    path: `${site}/users`,
    inputs: {
      name: { in: "body", type: "string", isRequired: true, minLength: 1, description: "In Tableau Cloud an email address, else a user name.", examples: ["ada@example.com"] },
      siteRole: { in: "body", type: "string", isRequired: true, enum: ["Creator", "Explorer", "ExplorerCanPublish", "SiteAdministratorCreator", "SiteAdministratorExplorer", "Unlicensed", "Viewer"], examples: ["Viewer"] },
    },
    body: { type: "json", value: { user: { name: "{{name}}", siteRole: "{{siteRole}}" } } },
    answer: { pick: "user" },
    isReadOnly: false,
  },
];
