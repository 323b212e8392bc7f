import type { Operation, OperationInput } from "../operation";

const count: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 20, description: "How many at most." };
const uri = (kind: string, description: string): OperationInput => ({ in: "query", type: "string", pattern: `^https://api\\.calendly\\.com/${kind}/[\\w-]{1,64}$`, description, examples: [`https://api.calendly.com/${kind}/AAAAAAAAAAAAAAAA`] });
const user: OperationInput = { ...uri("users", "A person's whole address, from See who is connected."), examples: [] };
const organization: OperationInput = { ...uri("organizations", "The organisation's whole address."), setting: "organization" };
const eventType = uri("event_types", "The whole address of the kind of meeting, from List kinds of meetings.");
const event: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w-]{1,64}$", description: "The last part of the meeting's address.", examples: ["AAAAAAAAAAAAAAAA"] };
const list = { answer: { pick: "collection" }, paging: true, isReadOnly: true } as const;
const resource = { answer: { pick: "resource" } } as const;
const span = {
  start_time: { in: "query", type: "string", format: "date-time", isRequired: true, examples: ["2026-12-01T00:00:00Z"] },
  end_time: { in: "query", type: "string", format: "date-time", isRequired: true, description: "At most seven days later.", examples: ["2026-12-07T00:00:00Z"] },
} satisfies Record<string, OperationInput>;

export const calendlyOperations: Operation[] = [
  { name: "get_me", title: "See who is connected", description: "Other operations ask for its uri and current_organization.", group: "Account", method: "GET", path: "/users/me", inputs: {}, ...resource, isReadOnly: true },
  { name: "list_event_types", title: "List kinds of meetings", group: "Kinds of meetings", method: "GET", path: "/event_types", inputs: { user, organization, active: { in: "query", type: "boolean" }, count }, needsOneOf: [["user", "organization"]], ...list },
  { name: "get_event_type", title: "Get a kind of meeting", group: "Kinds of meetings", method: "GET", path: "/event_types/{{eventType}}", inputs: { eventType: { ...event, description: "The last part of its address." } }, ...resource, isReadOnly: true },
  { name: "list_free_slots", title: "List free slots", group: "Kinds of meetings", method: "GET", path: "/event_type_available_times", inputs: { event_type: { ...eventType, isRequired: true }, ...span }, answer: { pick: "collection" }, isReadOnly: true },
  {
    name: "create_single_use_link",
    title: "Make a link that can be booked once",
    description: "Unused, it stops working after 90 days.",
    group: "Kinds of meetings",
    method: "POST",
    path: "/scheduling_links",
    inputs: { owner: { ...eventType, in: "body", isRequired: true } },
    body: { type: "json", value: { max_event_count: 1, owner_type: "EventType" } },
    ...resource,
    isReadOnly: false,
  },
  {
    name: "list_meetings",
    title: "List booked meetings",
    group: "Meetings",
    method: "GET",
    path: "/scheduled_events",
    inputs: {
      user,
      organization,
      status: { in: "query", type: "string", enum: ["active", "canceled"] },
      min_start_time: { in: "query", type: "string", format: "date-time", description: "Only what starts at this time or later." },
      max_start_time: { in: "query", type: "string", format: "date-time", description: "Only what starts before this time." },
      invitee_email: { in: "query", type: "string", format: "email" },
      sort: { in: "query", type: "string", enum: ["start_time:asc", "start_time:desc"], default: "start_time:asc" },
      count,
    },
    needsOneOf: [["user", "organization"]],
    ...list,
  },
  { name: "get_meeting", title: "Get a booked meeting", group: "Meetings", method: "GET", path: "/scheduled_events/{{event}}", inputs: { event }, ...resource, isReadOnly: true },
  { name: "list_invitees", title: "List who booked a meeting", group: "Meetings", method: "GET", path: "/scheduled_events/{{event}}/invitees", inputs: { event, count }, ...list },
  {
    name: "book_meeting",
    title: "Book a meeting",
    description: "For a free slot of List free slots. Needs a paid plan.",
    group: "Meetings",
    method: "POST",
    path: "/invitees",
    inputs: {
      event_type: { ...eventType, in: "body", isRequired: true },
      start_time: { in: "body", type: "string", format: "date-time", isRequired: true, description: "In UTC.", examples: ["2026-12-01T10:00:00Z"] },
      name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 200, examples: ["Ada Lovelace"] },
      email: { in: "body", type: "string", format: "email", isRequired: true, examples: ["ada@example.com"] },
      timezone: { in: "body", type: "string", isRequired: true, description: "The guest's own.", examples: ["Europe/Berlin"] },
      location: { in: "body", type: "object", additionalProperties: true, description: "Where the kind of meeting offers several, such as {\"kind\": \"zoom_conference\"}." },
    },
    body: { type: "json", value: { invitee: { name: "{{name}}", email: "{{email}}", timezone: "{{timezone}}" } } },
    ...resource,
    isReadOnly: false,
  },
  {
    name: "cancel_meeting",
    title: "Cancel a booked meeting",
    group: "Meetings",
    method: "POST",
    path: "/scheduled_events/{{event}}/cancellation",
    inputs: { event, reason: { in: "body", type: "string", maxLength: 10_000, description: "Guests get to read it." } },
    body: { type: "json" },
    ...resource,
    isReadOnly: false,
    isDestructive: true,
  },
  { name: "list_busy_times", title: "See when a person is busy", group: "Availability", method: "GET", path: "/user_busy_times", inputs: { user: { ...user, isRequired: true, examples: ["https://api.calendly.com/users/AAAAAAAAAAAAAAAA"] }, ...span }, answer: { pick: "collection" }, isReadOnly: true },
  { name: "list_members", title: "List people of the organisation", group: "Account", method: "GET", path: "/organization_memberships", inputs: { organization: { ...organization, isRequired: true }, email: { in: "query", type: "string", format: "email" }, count }, ...list },
];
