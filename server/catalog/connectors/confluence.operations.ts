import type { Operation, OperationInput } from "../operation";

const api = "/wiki/api/v2";
const page: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9]{1,19}$", description: "A page's id, as in its address.", examples: ["98305"] };
const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 250, default: 25, description: "How many at most." };
const format: OperationInput = { in: "query", as: "body-format", type: "string", enum: ["storage", "atlas_doc_format", "view"], default: "storage", description: "How the text comes: as Confluence keeps it, as a tree of nodes, or as HTML." };
const space: OperationInput = { in: "body", as: "spaceId", type: "string", isRequired: true, setting: "defaultSpace", pattern: "^[0-9]{1,19}$", description: "A space's id, from list_spaces.", examples: ["65538"] };
const html: OperationInput = { in: "body", type: "string", maxLength: 1_000_000, description: "In Confluence's storage format, which is XHTML.", examples: ["<p>Hello</p>"] };
const title: OperationInput = { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, description: "Unique in the space.", examples: ["How we deploy"] };
const status: OperationInput = { in: "body", type: "string", enum: ["current", "draft"], default: "current" };

export const confluenceOperations: Operation[] = [
  {
    name: "search",
    title: "Search",
    group: "Search",
    method: "GET",
    path: "/wiki/rest/api/search",
    inputs: { cql: { in: "query", type: "string", isRequired: true, minLength: 1, maxLength: 10_000, description: "In Confluence's query language.", examples: ['type = page AND text ~ "deploy" ORDER BY lastmodified DESC'] }, limit: { ...limit, maximum: 100 }, excerpt: { in: "query", type: "string", enum: ["highlight", "indexed", "none"], default: "indexed" } },
    answer: { pick: "results" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "list_spaces",
    title: "List spaces",
    group: "Spaces",
    method: "GET",
    path: `${api}/spaces`,
    inputs: { limit, keys: { in: "query", list: "comma", type: "array", items: { type: "string", examples: ["DOCS"] }, description: "Only those with these keys." }, type: { in: "query", type: "string", enum: ["global", "personal", "collaboration", "knowledge_base"] } },
    answer: { pick: "results" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "list_pages",
    title: "List pages",
    group: "Pages",
    method: "GET",
    path: `${api}/pages`,
    inputs: {
      limit,
      spaces: { in: "query", as: "space-id", list: "comma", type: "array", items: { type: "string", pattern: "^[0-9]+$" }, description: "Only of the spaces with these ids." },
      title: { in: "query", type: "string", description: "Only the one with exactly this title." },
      sort: { in: "query", type: "string", enum: ["id", "-id", "created-date", "-created-date", "modified-date", "-modified-date", "title", "-title"], default: "-modified-date" },
    },
    answer: { pick: "results" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_page", title: "Get a page", group: "Pages", method: "GET", path: `${api}/pages/{{page}}`, inputs: { page, format }, isReadOnly: true },
  {
    name: "create_page",
    title: "Create a page",
    group: "Pages",
    method: "POST",
    path: `${api}/pages`,
    inputs: { space, title, html, parent: { in: "body", type: "string", pattern: "^[0-9]{1,19}$", description: "The id of the page it stands below. Left out: the space's home page." }, status },
    body: { type: "json", value: { spaceId: "{{space}}", title: "{{title}}", parentId: "{{parent}}", status: "{{status}}", body: { representation: "storage", value: "{{html!}}" } } },
    isReadOnly: false,
  },
  {
    name: "update_page",
    title: "Change a page",
    description: "The new text takes the place of the old one. Somebody else's change in between is refused by the version.",
    group: "Pages",
    method: "PUT",
    path: `${api}/pages/{{page}}`,
    inputs: {
      page,
      title,
      html: { ...html, isRequired: true },
      version: { in: "body", type: "integer", isRequired: true, minimum: 2, description: "One more than the version get_page answered with.", examples: [2] },
      message: { in: "body", type: "string", maxLength: 500, description: "What was changed, for the history." },
      status,
    },
    body: { type: "json", value: { id: "{{page}}", title: "{{title}}", status: "{{status}}", body: { representation: "storage", value: "{{html}}" }, version: { number: "{{version}}", message: "{{message}}" } } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_page", title: "Move a page to the bin", group: "Pages", method: "DELETE", path: `${api}/pages/{{page}}`, inputs: { page }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { name: "list_child_pages", title: "List what stands directly below a page", group: "Pages", method: "GET", path: `${api}/pages/{{page}}/direct-children`, inputs: { page, limit }, answer: { pick: "results" }, paging: true, isReadOnly: true },
  { name: "list_attachments", title: "List attachments of a page", group: "Pages", method: "GET", path: `${api}/pages/{{page}}/attachments`, inputs: { page, limit, filename: { in: "query", type: "string", description: "Only the one of this name." } }, answer: { pick: "results" }, paging: true, isReadOnly: true },
  { name: "list_comments", title: "List comments of a page", group: "Comments", method: "GET", path: `${api}/pages/{{page}}/footer-comments`, inputs: { page, limit, format }, answer: { pick: "results" }, paging: true, isReadOnly: true },
  {
    name: "comment_on_page",
    title: "Comment on a page",
    group: "Comments",
    method: "POST",
    path: `${api}/footer-comments`,
    inputs: { page: { ...page, in: "body", as: "pageId" }, html: { ...html, isRequired: true, minLength: 1 } },
    body: { type: "json", value: { pageId: "{{page}}", body: { representation: "storage", value: "{{html}}" } } },
    isReadOnly: false,
  },
];
