import type { Operation, OperationInput } from "../operation";

// Version 2 takes and gives descriptions and comments as text. Version 3, the same otherwise, has them as a tree of nodes.
const text = "/rest/api/2";
const api = "/rest/api/3";
const issue: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^([A-Za-z][A-Za-z0-9_]+-[0-9]+|[0-9]+)$", description: "Its key, or its number.", examples: ["WEB-12"] };
const project: OperationInput = { in: "body", type: "string", isRequired: true, setting: "defaultProject", pattern: "^[A-Z][A-Z0-9_]+$", description: "The project's key.", examples: ["WEB"] };
const limit: OperationInput = { in: "query", as: "maxResults", type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most." };
const fields = {
  summary: { in: "body", type: "string", minLength: 1, maxLength: 255, examples: ["Login fails on Safari"] },
  description: { in: "body", type: "string", maxLength: 32_767, description: "As text, or in Jira's wiki notation." },
  assignee: { in: "body", type: "string", description: "A person's account id, from search_people." },
  priority: { in: "body", type: "string", description: "Its name, such as High." },
  labels: { in: "body", type: "array", items: { type: "string", pattern: "^\\S+$" }, description: "Without spaces." },
  due_date: { in: "body", type: "string", format: "date" },
  parent: { in: "body", type: "string", description: "The key of the epic, or of the issue it is a sub-task of." },
} satisfies Record<string, OperationInput>;
const given = { summary: "{{summary}}", description: "{{description}}", assignee: { accountId: "{{assignee}}" }, priority: { name: "{{priority}}" }, labels: "{{labels}}", duedate: "{{due_date}}", parent: { key: "{{parent}}" } };

export const jiraOperations: Operation[] = [
  {
    name: "search_issues",
    title: "Search issues",
    group: "Issues",
    method: "GET",
    path: `${text}/search/jql`,
    inputs: {
      jql: { in: "query", type: "string", isRequired: true, minLength: 1, maxLength: 10_000, description: "Has to narrow the search down, such as by project or time.", examples: ["project = WEB AND statusCategory != Done ORDER BY updated DESC"] },
      fields: { in: "query", list: "comma", type: "array", items: { type: "string" }, description: "Which fields to answer with; *all for all.", default: ["summary", "status", "assignee", "priority", "updated"] },
      limit,
    },
    answer: { pick: "issues" },
    paging: { kind: "cursor", param: "nextPageToken", path: "nextPageToken" },
    isReadOnly: true,
  },
  { name: "get_issue", title: "Get an issue", group: "Issues", method: "GET", path: `${text}/issue/{{issue}}`, inputs: { issue, fields: { in: "query", list: "comma", type: "array", items: { type: "string", examples: ["summary"] }, description: "Only these." } }, isReadOnly: true },
  {
    name: "create_issue",
    title: "Create an issue",
    group: "Issues",
    method: "POST",
    path: `${text}/issue`,
    inputs: {
      project,
      type: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 60, description: "Such as Task, Bug or Story, as list_issue_types says.", examples: ["Task"] },
      ...fields,
      summary: { ...fields.summary, isRequired: true },
    },
    body: { type: "json", value: { fields: { project: { key: "{{project}}" }, issuetype: { name: "{{type}}" }, ...given } } },
    isReadOnly: false,
  },
  {
    name: "update_issue",
    title: "Change an issue",
    description: "To move it to another status use move_issue.",
    group: "Issues",
    method: "PUT",
    path: `${text}/issue/{{issue}}`,
    inputs: { issue, ...fields, notify: { in: "query", as: "notifyUsers", type: "boolean", default: true, description: "Send emails to those who watch it." } },
    needsOneOf: [Object.keys(fields)],
    body: { type: "json", value: { fields: given } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "list_transitions", title: "List where an issue can be moved", group: "Issues", method: "GET", path: `${api}/issue/{{issue}}/transitions`, inputs: { issue }, answer: { pick: "transitions" }, isReadOnly: true },
  {
    name: "move_issue",
    title: "Move an issue to another status",
    group: "Issues",
    method: "POST",
    path: `${api}/issue/{{issue}}/transitions`,
    inputs: { issue, transition: { in: "body", type: "string", isRequired: true, pattern: "^[0-9]+$", description: "The id of a transition, from list_transitions.", examples: ["31"] } },
    body: { type: "json", value: { transition: { id: "{{transition}}" } } },
    isReadOnly: false,
  },
  {
    name: "assign_issue",
    title: "Assign an issue",
    group: "Issues",
    method: "PUT",
    path: `${api}/issue/{{issue}}/assignee`,
    inputs: { issue, account_id: { in: "body", as: "accountId", type: ["string", "null"], isRequired: true, description: "A person's, from search_people. Null takes it from whoever has it.", examples: ["5b10ac8d82e05b22cc7d4ef5"] } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "list_comments", title: "List comments", group: "Comments", method: "GET", path: `${text}/issue/{{issue}}/comment`, inputs: { issue, limit, order: { in: "query", as: "orderBy", type: "string", enum: ["created", "-created"], default: "created" } }, answer: { pick: "comments" }, paging: true, isReadOnly: true },
  {
    name: "comment_on_issue",
    title: "Comment on an issue",
    group: "Comments",
    method: "POST",
    path: `${text}/issue/{{issue}}/comment`,
    inputs: { issue, body: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 32_767, description: "As text, or in Jira's wiki notation.", examples: ["Fixed in the last release."] } },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "list_projects",
    title: "List projects",
    group: "Projects",
    method: "GET",
    path: `${api}/project/search`,
    inputs: { query: { in: "query", type: "string", description: "Part of the name or the key." }, limit },
    answer: { pick: "values" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "list_issue_types",
    title: "List types of issues of a project",
    group: "Projects",
    method: "GET",
    path: `${api}/issue/createmeta/{{project}}/issuetypes`,
    inputs: { project: { ...project, in: "path" }, limit },
    answer: { pick: "issueTypes" },
    paging: true,
    isReadOnly: true,
  },
  { name: "search_people", title: "Search people", group: "People", method: "GET", path: `${api}/user/search`, inputs: { query: { in: "query", type: "string", isRequired: true, minLength: 1, description: "What the name or the email address begins with.", examples: ["ada"] }, limit }, paging: { kind: "offset", param: "startAt", limitParam: "maxResults" }, isReadOnly: true },
];
