import type { Operation, OperationInput } from "../operation";

const gid = "^\\d{1,20}$";
const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most." };
const fields = (examples: string[]): OperationInput => ({ in: "query", as: "opt_fields", list: "comma", type: "array", items: { type: "string" }, default: examples, description: "Which fields to bring: Asana leaves most of them out." });
const taskFields = fields(["name", "completed", "assignee.name", "due_on", "permalink_url"]);
const task: OperationInput = { in: "path", type: "string", isRequired: true, pattern: gid, description: "The task's id.", examples: ["1201234567890123"] };
const workspace: OperationInput = { in: "query", type: "string", isRequired: true, setting: "defaultWorkspace", pattern: gid, description: "The workspace's id.", examples: ["1201234567890123"] };
const list = { method: "GET", answer: { pick: "data" }, paging: true, isReadOnly: true } as const;

/** What may be set on a task, new or old. */
const content = {
  notes: { in: "body", type: "string", description: "The description, in plain text." },
  html_notes: { in: "body", type: "string", description: "The description in Asana's HTML, within <body>. Not together with notes." },
  assignee: { in: "body", type: ["string", "null"], description: "An id, an email address, or me.", examples: ["me"] },
  due_on: { in: "body", type: ["string", "null"], format: "date", examples: ["2026-12-01"] },
  due_at: { in: "body", type: ["string", "null"], format: "date-time", description: "In place of due_on, with a time of day." },
  completed: { in: "body", type: "boolean" },
  custom_fields: { in: "body", type: "object", additionalProperties: true, description: "By the custom field's id." },
} satisfies Record<string, OperationInput>;
const contentTemplate = { notes: "{{notes}}", html_notes: "{{html_notes}}", assignee: "{{assignee}}", due_on: "{{due_on}}", due_at: "{{due_at}}", completed: "{{completed}}", custom_fields: "{{custom_fields}}" };

export const asanaOperations: Operation[] = [
  { ...list, name: "list_workspaces", title: "List workspaces", group: "Workspaces", path: "/api/1.0/workspaces", inputs: { limit } },
  { ...list, name: "list_people", title: "List people", group: "Workspaces", path: "/api/1.0/users", inputs: { workspace, limit, fields: fields(["name", "email"]) } },
  { name: "get_me", title: "See who is connected", group: "Workspaces", method: "GET", path: "/api/1.0/users/me", inputs: {}, answer: { pick: "data" }, isReadOnly: true },
  {
    ...list,
    name: "list_projects",
    title: "List projects",
    group: "Projects",
    path: "/api/1.0/projects",
    inputs: { workspace, limit, archived: { in: "query", type: "boolean", default: false }, fields: fields(["name", "archived", "owner.name", "due_on", "permalink_url"]) },
  },
  {
    ...list,
    name: "list_tasks",
    title: "List tasks of a project",
    group: "Tasks",
    path: "/api/1.0/tasks",
    inputs: {
      project: { in: "query", type: "string", isRequired: true, pattern: gid, description: "The project's id.", examples: ["1201234567890123"] },
      limit,
      completed_since: { in: "query", type: "string", description: "Open tasks, and those completed since this time. With now, only open ones.", examples: ["now"] },
      modified_since: { in: "query", type: "string", format: "date-time" },
      fields: taskFields,
    },
  },
  {
    ...list,
    name: "list_tasks_of_person",
    title: "List tasks of a person",
    group: "Tasks",
    path: "/api/1.0/tasks",
    inputs: {
      workspace,
      assignee: { in: "query", type: "string", isRequired: true, description: "An id, an email address, or me.", examples: ["me"] },
      limit,
      completed_since: { in: "query", type: "string", description: "Open tasks, and those completed since this time. With now, only open ones.", examples: ["now"] },
      fields: taskFields,
    },
  },
  {
    name: "search_tasks",
    title: "Search tasks",
    description: "Only in paid workspaces. Asana answers at most 100 and has no pages here.",
    group: "Tasks",
    method: "GET",
    path: "/api/1.0/workspaces/{{workspace}}/tasks/search",
    inputs: {
      workspace: { ...workspace, in: "path" },
      text: { in: "query", type: "string", minLength: 1, description: "Words in the name or the description.", examples: ["invoice"] },
      assignee: { in: "query", as: "assignee.any", type: "string", description: "An id, an email address, or me." },
      projects: { in: "query", as: "projects.any", list: "comma", type: "array", items: { type: "string" }, description: "Ids of projects." },
      completed: { in: "query", type: "boolean" },
      due_before: { in: "query", as: "due_on.before", type: "string", format: "date" },
      due_after: { in: "query", as: "due_on.after", type: "string", format: "date" },
      sort_by: { in: "query", type: "string", enum: ["due_date", "created_at", "completed_at", "likes", "modified_at", "relevance"], default: "modified_at" },
      fields: taskFields,
    },
    answer: { pick: "data" },
    isReadOnly: true,
  },
  { name: "get_task", title: "Get a task", group: "Tasks", method: "GET", path: "/api/1.0/tasks/{{task}}", inputs: { task }, answer: { pick: "data" }, isReadOnly: true },
  {
    name: "create_task",
    title: "Create a task",
    description: "In a project, or in a workspace without one.",
    group: "Tasks",
    method: "POST",
    path: "/api/1.0/tasks",
    inputs: {
      name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 1024, examples: ["Send the invoice"] },
      workspace: { ...workspace, in: "body" },
      projects: { in: "body", type: "array", items: { type: "string" }, description: "Ids of projects it belongs to, all in this workspace." },
      ...content,
    },
    body: { type: "json", value: { data: { name: "{{name}}", workspace: "{{workspace}}", projects: "{{projects}}", ...contentTemplate } } },
    answer: { pick: "data" },
    isReadOnly: false,
  },
  {
    name: "update_task",
    title: "Change or complete a task",
    group: "Tasks",
    method: "PUT",
    path: "/api/1.0/tasks/{{task}}",
    inputs: { task, name: { in: "body", type: "string", minLength: 1, maxLength: 1024 }, ...content, completed: { ...content.completed, examples: [true] } },
    body: { type: "json", value: { data: { name: "{{name}}", ...contentTemplate } } },
    answer: { pick: "data" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_task", title: "Delete a task", description: "It stays in the bin for 30 days.", group: "Tasks", method: "DELETE", path: "/api/1.0/tasks/{{task}}", inputs: { task }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { ...list, name: "list_comments", title: "Read what happened to a task", description: "Comments, and every change.", group: "Comments", path: "/api/1.0/tasks/{{task}}/stories", inputs: { task, limit } },
  {
    name: "comment_on_task",
    title: "Comment on a task",
    group: "Comments",
    method: "POST",
    path: "/api/1.0/tasks/{{task}}/stories",
    inputs: { task, text: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["The invoice is on its way."] } },
    body: { type: "json", value: { data: { text: "{{text}}" } } },
    answer: { pick: "data" },
    isReadOnly: false,
  },
];
