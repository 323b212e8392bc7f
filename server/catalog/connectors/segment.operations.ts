import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", as: "pagination[count]", type: "integer", isRequired: true, minimum: 1, maximum: 200, default: 50, description: "How many at most." };
const source: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z0-9]{6,40}$", description: "The source's id.", examples: ["rh5BDZp6QDHvXFCkibm1pR"] };
const plan: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z0-9_-]{6,60}$", description: "The tracking plan's id.", examples: ["tp_2OAMdLKLqJQHVpSpVXYwXNQDjAG"] };
const list = { method: "GET", paging: true, isReadOnly: true } as const;
const eventHost = { method: "POST", host: "{tracking_host}", group: "Events", description: "Needs a connection made with a write key. Segment answers alike when the key is wrong.", isReadOnly: false } as const;

/** Who it is about, when, and what the vendor's integrations should know. */
const who = {
  userId: { in: "body", type: "string", minLength: 1, description: "Your own id of the person.", examples: ["user-42"] },
  anonymousId: { in: "body", type: "string", minLength: 1, description: "In place of userId, for someone not known yet." },
  timestamp: { in: "body", type: "string", format: "date-time", description: "When it happened, if not now." },
  context: { in: "body", type: "object", additionalProperties: true, description: "Such as ip or userAgent." },
  integrations: { in: "body", type: "object", additionalProperties: true, description: "Which destinations it goes to, by their name; all when left out." },
  messageId: { in: "body", type: "string", maxLength: 100, description: "Segment keeps only one event of an id." },
} satisfies Record<string, OperationInput>;
const needsOneOf = [["userId", "anonymousId"]];

export const segmentOperations: Operation[] = [
  {
    ...eventHost,
    name: "track",
    title: "Send an event",
    path: "/v1/track",
    inputs: { event: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["Order Completed"] }, properties: { in: "body", type: "object", additionalProperties: true, examples: [{ total: 42, currency: "EUR" }] }, ...who },
    needsOneOf,
    body: { type: "json" },
  },
  {
    ...eventHost,
    name: "identify",
    title: "Say who a person is",
    path: "/v1/identify",
    inputs: { traits: { in: "body", type: "object", additionalProperties: true, description: "What is known about them.", examples: [{ email: "ada@example.com", plan: "pro" }] }, ...who },
    needsOneOf,
    body: { type: "json" },
    isIdempotent: true,
  },
  {
    ...eventHost,
    name: "group",
    title: "Say which company a person belongs to",
    path: "/v1/group",
    inputs: { groupId: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["company-7"] }, traits: { in: "body", type: "object", additionalProperties: true, description: "What is known about the company.", examples: [{ name: "Acme" }] }, ...who },
    needsOneOf,
    body: { type: "json" },
    isIdempotent: true,
  },
  {
    ...eventHost,
    name: "batch",
    title: "Send many events at once",
    path: "/v1/batch",
    inputs: {
      batch: {
        in: "body",
        type: "array",
        isRequired: true,
        minItems: 1,
        maxItems: 2500,
        items: { type: "object", properties: { type: { type: "string", enum: ["track", "identify", "group", "page", "screen", "alias"] } }, required: ["type"], additionalProperties: true },
        description: "500 kB at most. Each has its type, and what its own call takes.",
        examples: [[{ type: "track", userId: "user-42", event: "Order Completed" }]],
      },
    },
    body: { type: "json" },
  },
  { name: "get_workspace", title: "Get the workspace", group: "Workspace", method: "GET", path: "/", inputs: {}, answer: { pick: "data.workspace" }, isReadOnly: true },
  { ...list, name: "list_people", title: "List people of the workspace", group: "Workspace", path: "/users", inputs: { limit }, answer: { pick: "data.users" } },
  {
    name: "get_event_volume",
    title: "See how many events arrived",
    group: "Workspace",
    method: "GET",
    path: "/events/volume",
    inputs: {
      granularity: { in: "query", type: "string", isRequired: true, enum: ["DAY", "HOUR", "MINUTE"], examples: ["DAY"] },
      startTime: { in: "query", type: "string", format: "date-time", isRequired: true, examples: ["2026-11-01T00:00:00Z"] },
      endTime: { in: "query", type: "string", format: "date-time", isRequired: true, examples: ["2026-11-08T00:00:00Z"] },
      groupBy: { in: "query", list: "brackets", type: "array", items: { type: "string", enum: ["eventName", "eventType", "source"] } },
      sourceId: { in: "query", list: "brackets", type: "array", items: { type: "string" }, description: "Only events of these sources." },
    },
    answer: { pick: "data.result" },
    isReadOnly: true,
  },
  { ...list, name: "list_sources", title: "List sources", group: "Sources", path: "/sources", inputs: { limit }, answer: { pick: "data.sources" } },
  { name: "get_source", title: "Get a source", description: "With its write keys.", group: "Sources", method: "GET", path: "/sources/{{source}}", inputs: { source }, answer: { pick: "data.source" }, isReadOnly: true },
  {
    name: "create_source",
    title: "Create a source",
    group: "Sources",
    method: "POST",
    path: "/sources",
    inputs: {
      slug: { in: "body", type: "string", isRequired: true, pattern: "^[a-z0-9_-]{1,100}$", examples: ["shop-backend"] },
      metadataId: { in: "body", type: "string", isRequired: true, description: "The kind of source, by its id in the catalog.", examples: ["iUM16Md8P2"] },
      enabled: { in: "body", type: "boolean", default: true },
      settings: { in: "body", type: "object", additionalProperties: true },
    },
    body: { type: "json" },
    answer: { pick: "data.source" },
    isReadOnly: false,
  },
  { ...list, name: "list_destinations", title: "List destinations", group: "Destinations", path: "/destinations", inputs: { limit }, answer: { pick: "data.destinations" } },
  { ...list, name: "list_tracking_plans", title: "List tracking plans", group: "Tracking plans", path: "/tracking-plans", inputs: { limit }, answer: { pick: "data.trackingPlans" } },
  { ...list, name: "list_tracking_plan_rules", title: "List rules of a tracking plan", group: "Tracking plans", path: "/tracking-plans/{{plan}}/rules", inputs: { plan, limit }, answer: { pick: "data.rules" } },
];
