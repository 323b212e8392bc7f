import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 50, default: 25, description: "How many at most." };
const list = { answer: { pick: "_data" }, paging: true, isReadOnly: true } as const;
const id = (of: string, example: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^[\\w-]{1,64}$", description: `The id of the ${of}.`, examples: [example] });
const person = id("person", "32180425");
const absence = id("absence", "f8228cda-5615-4e81-8cba-21fa5e996291");
const onlyOf: OperationInput = { in: "query", as: "person.id", type: "string", pattern: "^[\\w-]{1,64}$", description: "Only those of this person." };
const moment = (description: string, example: string): OperationInput => ({ in: "body", type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$", description, examples: [example] });
const since = (description: string, as: string): OperationInput => ({ in: "query", as, type: "string", format: "date", description });

export const personioOperations: Operation[] = [
  {
    name: "list_people",
    title: "List people",
    group: "People",
    method: "GET",
    path: "/v2/persons",
    inputs: {
      limit,
      email: { in: "query", list: "comma", type: "array", items: { type: "string", format: "email" }, description: "Only those with one of these addresses." },
      first_name: { in: "query", type: "string", description: "Exactly this one." },
      last_name: { in: "query", type: "string", description: "Exactly this one." },
      status: { in: "query", type: "string", enum: ["ACTIVE", "INACTIVE"], description: "Who is on leave or about to start counts as active." },
      updated_since: { in: "query", as: "updated_at.gt", type: "string", format: "date-time", description: "Only who changed since then." },
    },
    ...list,
  },
  { name: "get_person", title: "Get a person", group: "People", method: "GET", path: "/v2/persons/{{person}}", inputs: { person }, isReadOnly: true },
  { name: "list_employments", title: "List the employments of a person", description: "The newest first, with position, supervisor and office.", group: "People", method: "GET", path: "/v2/persons/{{person}}/employments", inputs: { person, limit }, ...list },
  {
    name: "list_absences",
    title: "List absences",
    group: "Absences",
    method: "GET",
    path: "/v2/absence-periods",
    inputs: {
      person: onlyOf,
      from: { in: "query", as: "starts_from.date_time.gte", type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$", description: "Only those that start then or later.", examples: ["2026-12-01T00:00:00"] },
      to: { in: "query", as: "ends_at.date_time.lte", type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$", description: "Only those that end then or before.", examples: ["2026-12-31T23:59:59"] },
      limit,
    },
    ...list,
  },
  { name: "get_absence", title: "Get an absence", group: "Absences", method: "GET", path: "/v2/absence-periods/{{absence}}", inputs: { absence }, isReadOnly: true },
  {
    name: "record_absence",
    title: "Record an absence",
    description: "Whoever has to approve it is asked, as the type of absence says.",
    group: "Absences",
    method: "POST",
    path: "/v2/absence-periods",
    inputs: {
      person: { ...person, in: "body" },
      type: { in: "body", type: "string", isRequired: true, pattern: "^[\\w-]{1,64}$", description: "The id of the type of absence, as List types of absence gives it.", examples: ["4b8c3d1e-7a65-4f1b-9a53-2f0b7c1d9e10"] },
      start: { ...moment("For whole days, midnight.", "2026-12-21T00:00:00"), isRequired: true },
      end: moment("The last day, or the hour it ends; open if left out.", "2026-12-23T00:00:00"),
      comment: { in: "body", type: "string", maxLength: 1000 },
    },
    body: { type: "json", value: { person: { id: "{{person}}" }, absence_type: { id: "{{type}}" }, starts_from: { date_time: "{{start}}" }, ends_at: { date_time: "{{end!}}" } } },
    isReadOnly: false,
  },
  { name: "delete_absence", title: "Delete an absence", group: "Absences", method: "DELETE", path: "/v2/absence-periods/{{absence}}", inputs: { absence }, isReadOnly: false, isDestructive: true },
  { name: "list_absence_types", title: "List types of absence", group: "Absences", method: "GET", path: "/v2/absence-types", inputs: {}, ...list },
  { name: "list_attendances", title: "List working hours", group: "Attendances", method: "GET", path: "/v2/attendance-periods", inputs: { person: onlyOf, from: since("Only on or after this day.", "attribution_date.gte"), to: since("Only on or before this day.", "attribution_date.lte"), limit }, ...list },
  {
    name: "record_attendance",
    title: "Record working hours",
    group: "Attendances",
    method: "POST",
    path: "/v2/attendance-periods",
    inputs: {
      person: { ...person, in: "body" },
      type: { in: "body", type: "string", isRequired: true, enum: ["WORK", "BREAK"], examples: ["WORK"] },
      start: { ...moment("In the person's own time.", "2026-12-01T09:00:00"), isRequired: true },
      end: { ...moment("In the person's own time.", "2026-12-01T12:30:00"), isRequired: true },
      comment: { in: "body", type: "string", maxLength: 1000 },
    },
    body: { type: "json", value: { person: { id: "{{person}}" }, start: { date_time: "{{start}}" }, end: { date_time: "{{end}}" } } },
    isReadOnly: false,
  },
  { name: "list_jobs", title: "List jobs to fill", group: "Recruiting", method: "GET", path: "/v2/recruiting/jobs", inputs: { limit: { ...limit, maximum: 200 } }, ...list },
  { name: "list_legal_entities", title: "List legal entities", group: "Company", method: "GET", path: "/v2/legal-entities", inputs: {}, ...list },
];
