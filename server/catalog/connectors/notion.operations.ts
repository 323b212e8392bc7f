import type { Json, JsonSchema, Operation, OperationInput } from "../operation";

const uuid = "^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$";
const id = (description: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: uuid, description, examples: ["195de922-1179-449f-ab80-75a27c979105"] });
const page = id("The page's id: the last part of its address.");
const dataSource = id("The data source's id, as search and Get a database tell it.");
const limit: OperationInput = { in: "body", as: "page_size", type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most." };
const limitInQuery: OperationInput = { ...limit, in: "query" };
const markdown: OperationInput = { in: "body", type: "string", description: "The content, in Markdown.", examples: ["## Agenda\n\n- Budget"] };
const properties: JsonSchema = { type: "object", additionalProperties: true, description: "By property name or id, each in Notion's own shape." };
const titled: Json = { title: { title: [{ text: { content: "{{title}}" } }] } };
const list = { answer: { pick: "results" }, paging: true, isReadOnly: true } as const;

export const notionOperations: Operation[] = [
  {
    ...list,
    name: "search",
    title: "Search pages and data sources",
    description: "By title, among what was shared with the connection.",
    group: "Search",
    method: "POST",
    path: "/v1/search",
    inputs: {
      query: { in: "body", type: "string", description: "Words of the title; everything when left out.", examples: ["Roadmap"] },
      kind: { in: "body", type: "string", enum: ["page", "data_source"], description: "Only pages, or only data sources: the tables of a database." },
      sort: { in: "body", type: "string", enum: ["ascending", "descending"], description: "By when it was last edited." },
      limit,
    },
    body: { type: "json", value: { filter: { property: "object", value: "{{kind!}}" }, sort: { timestamp: "last_edited_time", direction: "{{sort!}}" } } },
  },
  { name: "get_page", title: "Get a page", description: "Its properties. What stands on it is for Read a page.", group: "Pages", method: "GET", path: "/v1/pages/{{page}}", inputs: { page }, isReadOnly: true },
  { name: "read_page", title: "Read a page", description: "Its content, in Markdown.", group: "Pages", method: "GET", path: "/v1/pages/{{page}}/markdown", inputs: { page }, isReadOnly: true },
  {
    name: "create_page",
    title: "Create a page",
    description: "Below another page.",
    group: "Pages",
    method: "POST",
    path: "/v1/pages",
    inputs: {
      parent: { ...page, in: "body", description: "The page it goes below." },
      title: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 2000, examples: ["Minutes of the review"] },
      markdown,
    },
    body: { type: "json", value: { parent: { page_id: "{{parent}}" }, properties: titled } },
    isReadOnly: false,
  },
  {
    name: "append_to_page",
    title: "Write on a page",
    description: "At its end, or at its start.",
    group: "Pages",
    method: "PATCH",
    path: "/v1/pages/{{page}}/markdown",
    inputs: { page, markdown: { ...markdown, isRequired: true, minLength: 1 }, position: { in: "body", type: "string", enum: ["start", "end"], default: "end" } },
    body: { type: "json", value: { type: "insert_content", insert_content: { content: "{{markdown}}", position: { type: "{{position}}" } } } },
    isReadOnly: false,
  },
  {
    name: "update_page",
    title: "Change a page's properties",
    group: "Pages",
    method: "PATCH",
    path: "/v1/pages/{{page}}",
    inputs: {
      page,
      properties: { in: "body", ...properties, examples: [{ Status: { status: { name: "Done" } } }] },
      in_trash: { in: "body", type: "boolean", description: "True puts the page into the bin, false takes it out." },
    },
    needsOneOf: [["properties", "in_trash"]],
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "get_database", title: "Get a database", description: "With its data sources: the tables in it.", group: "Databases", method: "GET", path: "/v1/databases/{{database}}", inputs: { database: id("The database's id: the last part of its address.") }, isReadOnly: true },
  { name: "get_data_source", title: "Get a data source", description: "With its properties, the columns.", group: "Databases", method: "GET", path: "/v1/data_sources/{{data_source}}", inputs: { data_source: dataSource }, isReadOnly: true },
  {
    ...list,
    name: "query_data_source",
    title: "List entries of a data source",
    group: "Databases",
    method: "POST",
    path: "/v1/data_sources/{{data_source}}/query",
    inputs: {
      data_source: dataSource,
      filter: { in: "body", type: "object", additionalProperties: true, description: "In Notion's shape.", examples: [{ property: "Status", status: { equals: "Open" } }] },
      sorts: { in: "body", type: "array", items: { type: "object", properties: { property: { type: "string" }, timestamp: { type: "string", enum: ["created_time", "last_edited_time"] }, direction: { type: "string", enum: ["ascending", "descending"] } }, additionalProperties: false } },
      limit,
    },
    body: { type: "json" },
  },
  {
    name: "add_entry",
    title: "Add an entry to a data source",
    group: "Databases",
    method: "POST",
    path: "/v1/pages",
    inputs: {
      data_source: { ...dataSource, in: "body" },
      properties: { in: "body", isRequired: true, ...properties, examples: [{ Name: { title: [{ text: { content: "Ada Lovelace" } }] } }] },
      markdown: { ...markdown, description: "What stands on the entry's page, in Markdown." },
    },
    body: { type: "json", value: { parent: { data_source_id: "{{data_source}}" } } },
    isReadOnly: false,
  },
  { ...list, name: "list_comments", title: "List open comments", group: "Comments", method: "GET", path: "/v1/comments", inputs: { page: { ...page, in: "query", as: "block_id" }, limit: limitInQuery } },
  {
    name: "comment_on_page",
    title: "Comment on a page",
    group: "Comments",
    method: "POST",
    path: "/v1/comments",
    inputs: { page: { ...page, in: "body" }, text: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 2000, examples: ["Looks good to me."] } },
    body: { type: "json", value: { parent: { page_id: "{{page}}" }, rich_text: [{ text: { content: "{{text}}" } }] } },
    isReadOnly: false,
  },
  { ...list, name: "list_people", title: "List people", description: "And connections. Needs the capability to see people.", group: "People", method: "GET", path: "/v1/users", inputs: { limit: limitInQuery } },
];
