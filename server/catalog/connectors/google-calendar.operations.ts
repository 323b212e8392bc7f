import type { JsonSchema, Operation, OperationInput } from "../operation";

const pageSize = (maximum: number, standard: number): OperationInput => ({ in: "query", as: "maxResults", type: "integer", minimum: 1, maximum, default: standard, description: "How many at most." });
const calendar: OperationInput = { in: "path", type: "string", isRequired: true, maxLength: 256, description: "primary, or a calendar's id, often an address.", examples: ["primary"] };
const event: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w-]{1,1024}$", description: "The event's id.", examples: ["4g0kl9h7qsd8f2t3m1c5b6n7v8"] };
const sendUpdates: OperationInput = { in: "query", type: "string", enum: ["all", "externalOnly", "none"], default: "none", description: "Which guests get a mail about it." };
const moment = (example: string): JsonSchema => ({
  type: "object",
  properties: { dateTime: { type: "string", format: "date-time", examples: [example] }, date: { type: "string", format: "date", description: "Instead of dateTime, for the whole day." }, timeZone: { type: "string", description: "Such as Europe/Berlin. Needed for events that repeat." } },
  additionalProperties: false,
});
const attendees: OperationInput = {
  in: "body",
  type: "array",
  maxItems: 200,
  items: { type: "object", properties: { email: { type: "string", format: "email" }, optional: { type: "boolean" } }, required: ["email"], additionalProperties: false },
};
const details = {
  description: { in: "body", type: "string", maxLength: 8_192, description: "May have simple HTML." },
  location: { in: "body", type: "string", maxLength: 1_024 },
} satisfies Record<string, OperationInput>;

export const googleCalendarOperations: Operation[] = [
  { name: "list_calendars", title: "List calendars", group: "Calendars", method: "GET", path: "/calendar/v3/users/me/calendarList", inputs: { limit: pageSize(250, 100) }, answer: { pick: "items" }, paging: true, isReadOnly: true },
  {
    name: "create_calendar",
    title: "Create a calendar",
    group: "Calendars",
    method: "POST",
    path: "/calendar/v3/calendars",
    inputs: { summary: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["On call"] }, description: { in: "body", type: "string" }, timeZone: { in: "body", type: "string", description: "Such as Europe/Berlin." } },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "list_events",
    title: "List events",
    description: "Events that repeat come once for each time, in order of their start.",
    group: "Events",
    method: "GET",
    path: "/calendar/v3/calendars/{{calendar}}/events",
    query: { singleEvents: "true", orderBy: "startTime" },
    inputs: {
      calendar,
      limit: pageSize(2_500, 50),
      timeMin: { in: "query", type: "string", format: "date-time", description: "Only what ends after this time." },
      timeMax: { in: "query", type: "string", format: "date-time", description: "Only what starts before this time." },
      q: { in: "query", type: "string", description: "Words to find." },
    },
    answer: { pick: "items" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_event", title: "Get an event", group: "Events", method: "GET", path: "/calendar/v3/calendars/{{calendar}}/events/{{event}}", inputs: { calendar, event }, isReadOnly: true },
  {
    name: "create_event",
    title: "Plan an event",
    group: "Events",
    method: "POST",
    path: "/calendar/v3/calendars/{{calendar}}/events",
    query: { conferenceDataVersion: "1" },
    inputs: {
      calendar,
      summary: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["Review"] },
      start: { in: "body", isRequired: true, ...moment("2026-12-01T10:00:00Z") },
      end: { in: "body", isRequired: true, ...moment("2026-12-01T10:30:00Z") },
      ...details,
      attendees,
      recurrence: { in: "body", type: "array", maxItems: 20, items: { type: "string" }, description: "Rules such as RRULE:FREQ=WEEKLY;COUNT=10." },
      meet: { in: "body", type: "string", minLength: 1, maxLength: 100, description: "Any text of your own: adds a link to Google Meet. The same text again makes no second one." },
      sendUpdates,
    },
    body: { type: "json", value: { conferenceData: { createRequest: { requestId: "{{meet!}}", conferenceSolutionKey: { type: "hangoutsMeet" } } } } },
    isReadOnly: false,
  },
  {
    name: "quick_add_event",
    title: "Plan an event from a sentence",
    group: "Events",
    method: "POST",
    path: "/calendar/v3/calendars/{{calendar}}/events/quickAdd",
    inputs: { calendar, text: { in: "query", type: "string", isRequired: true, minLength: 1, maxLength: 500, examples: ["Lunch with Ada tomorrow at noon"] }, sendUpdates },
    isReadOnly: false,
  },
  {
    name: "update_event",
    title: "Change an event",
    description: "What is left out stays as it is. A list of guests replaces the old one.",
    group: "Events",
    method: "PATCH",
    path: "/calendar/v3/calendars/{{calendar}}/events/{{event}}",
    inputs: { calendar, event, summary: { in: "body", type: "string", minLength: 1 }, start: { in: "body", ...moment("2026-12-01T11:00:00Z") }, end: { in: "body", ...moment("2026-12-01T11:30:00Z") }, ...details, attendees, sendUpdates },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_event", title: "Cancel an event", group: "Events", method: "DELETE", path: "/calendar/v3/calendars/{{calendar}}/events/{{event}}", inputs: { calendar, event, sendUpdates }, isReadOnly: false, isDestructive: true },
  {
    name: "find_busy_times",
    title: "See when people are busy",
    group: "Availability",
    method: "POST",
    path: "/calendar/v3/freeBusy",
    inputs: {
      timeMin: { in: "body", type: "string", format: "date-time", isRequired: true, examples: ["2026-12-01T08:00:00Z"] },
      timeMax: { in: "body", type: "string", format: "date-time", isRequired: true, examples: ["2026-12-01T18:00:00Z"] },
      items: { in: "body", type: "array", isRequired: true, minItems: 1, maxItems: 50, items: { type: "object", properties: { id: { type: "string", examples: ["primary"] } }, required: ["id"], additionalProperties: false }, description: "Calendars: primary, or people's addresses." },
      timeZone: { in: "body", type: "string", description: "For the answer. UTC when left out." },
    },
    body: { type: "json" },
    answer: { pick: "calendars" },
    isReadOnly: true,
  },
];
