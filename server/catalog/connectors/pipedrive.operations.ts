import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 500, default: 50, description: "How many at most." };
const list = { answer: { pick: "data" }, paging: true, isReadOnly: true } as const;
const found = { answer: { pick: "data.items" }, paging: true, isReadOnly: true } as const;
const one = { answer: { pick: "data" }, isReadOnly: true } as const;
const made = { body: { type: "json" }, answer: { pick: "data" }, isReadOnly: false } as const;
const changed = { ...made, isIdempotent: true } as const;
const id = (of: string): OperationInput => ({ in: "path", type: "integer", isRequired: true, minimum: 1, description: `The ${of}'s id.`, examples: [42] });
const link = (description: string, place: "query" | "body" = "body"): OperationInput => ({ in: place, type: "integer", minimum: 1, description });
const term = (example: string): OperationInput => ({ in: "query", type: "string", isRequired: true, minLength: 2, maxLength: 200, description: "Words to find.", examples: [example] });
const exact: OperationInput = { in: "query", as: "exact_match", type: "boolean", description: "Only what is the same as the words, but for capitals." };
const since: OperationInput = { in: "query", as: "updated_since", type: "string", format: "date-time", description: "Only what changed since then." };
const ways = (example: string): OperationInput => ({
  in: "body",
  type: "array",
  items: { type: "object", properties: { value: { type: "string", examples: [example] }, primary: { type: "boolean" }, label: { type: "string", description: "Such as work." } }, required: ["value"], additionalProperties: false },
});
const custom: OperationInput = { in: "body", as: "custom_fields", type: "object", additionalProperties: true, description: "Your own fields, by their key of 40 letters and digits." };
const dealFields: Record<string, OperationInput> = {
  value: { in: "body", type: "number", minimum: 0, examples: [1200] },
  currency: { in: "body", type: "string", pattern: "^[A-Z]{3}$", description: "Of the value; your own default if left out.", examples: ["EUR"] },
  person_id: link("The person it is with."),
  org_id: link("The organisation it is with."),
  owner_id: link("The colleague it belongs to; you if left out."),
  pipeline_id: link("The pipeline; its first stage is taken."),
  stage_id: link("The stage, which tells the pipeline as well."),
  status: { in: "body", type: "string", enum: ["open", "won", "lost"] },
  expected_close_date: { in: "body", type: "string", format: "date" },
  custom,
};

export const pipedriveOperations: Operation[] = [
  {
    name: "list_deals",
    title: "List deals",
    group: "Deals",
    method: "GET",
    path: "/api/v2/deals",
    inputs: {
      limit,
      status: { in: "query", type: "string", enum: ["open", "won", "lost", "deleted"], description: "Left out: all but deleted ones." },
      owner_id: link("Only those of this colleague.", "query"),
      pipeline_id: link("Only those in this pipeline.", "query"),
      stage_id: link("Only those in this stage.", "query"),
      person_id: link("Only those with this person.", "query"),
      org_id: link("Only those with this organisation.", "query"),
      since,
    },
    ...list,
  },
  { name: "get_deal", title: "Get a deal", group: "Deals", method: "GET", path: "/api/v2/deals/{{deal}}", inputs: { deal: id("deal") }, ...one },
  { name: "search_deals", title: "Search deals", group: "Deals", method: "GET", path: "/api/v2/deals/search", inputs: { term: term("renewal"), exact, limit }, ...found },
  { name: "create_deal", title: "Create a deal", group: "Deals", method: "POST", path: "/api/v2/deals", inputs: { title: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, examples: ["Acme renewal"] }, ...dealFields }, ...made },
  {
    name: "update_deal",
    title: "Change a deal",
    group: "Deals",
    method: "PATCH",
    path: "/api/v2/deals/{{deal}}",
    inputs: { deal: id("deal"), title: { in: "body", type: "string", minLength: 1, maxLength: 255 }, ...dealFields, lost_reason: { in: "body", type: "string", maxLength: 150, description: "For a lost deal." } },
    ...changed,
  },
  { name: "list_people", title: "List people", group: "Contacts", method: "GET", path: "/api/v2/persons", inputs: { limit, org_id: link("Only those of this organisation.", "query"), owner_id: link("Only those of this colleague.", "query"), since }, ...list },
  { name: "search_people", title: "Search people", group: "Contacts", method: "GET", path: "/api/v2/persons/search", inputs: { term: term("ada@example.com"), exact, limit }, ...found },
  {
    name: "create_person",
    title: "Create a person",
    group: "Contacts",
    method: "POST",
    path: "/api/v2/persons",
    inputs: { name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, examples: ["Ada Lovelace"] }, emails: ways("ada@example.com"), phones: ways("+15558675310"), org_id: link("The organisation they work for."), owner_id: link("The colleague they belong to; you if left out."), custom },
    ...made,
  },
  { name: "create_organisation", title: "Create an organisation", group: "Contacts", method: "POST", path: "/api/v2/organizations", inputs: { name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, examples: ["Acme"] }, owner_id: link("The colleague it belongs to; you if left out."), custom }, ...made },
  {
    name: "create_activity",
    title: "Plan an activity",
    group: "Activities",
    method: "POST",
    path: "/api/v2/activities",
    inputs: {
      subject: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, examples: ["Call Ada about the renewal"] },
      type: { in: "body", type: "string", description: "The key of one of your types, such as call, meeting, task, deadline, email or lunch.", examples: ["call"] },
      due_date: { in: "body", type: "string", format: "date", examples: ["2026-12-01"] },
      due_time: { in: "body", type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", description: "In UTC.", examples: ["10:00"] },
      duration: { in: "body", type: "string", pattern: "^\\d{1,2}:[0-5]\\d$", description: "Hours and minutes.", examples: ["00:30"] },
      deal_id: link("The deal it is about."),
      org_id: link("The organisation it is about."),
      owner_id: link("Whose it is; yours if left out."),
      note: { in: "body", type: "string", maxLength: 50_000, description: "In HTML." },
      done: { in: "body", type: "boolean" },
    },
    ...made,
  },
  {
    name: "add_note",
    title: "Write a note",
    group: "Notes",
    method: "POST",
    path: "/api/v1/notes",
    inputs: {
      content: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 100_000, description: "In HTML.", examples: ["Ada wants to renew for two years."] },
      deal_id: { ...link("The deal it is about."), examples: [42] },
      person_id: link("The person it is about."),
      org_id: link("The organisation it is about."),
      lead_id: { in: "body", type: "string", format: "uuid", description: "The lead it is about." },
    },
    needsOneOf: [["deal_id", "person_id", "org_id", "lead_id"]],
    ...made,
  },
  { name: "list_stages", title: "List stages", description: "With the pipeline of each.", group: "Pipelines", method: "GET", path: "/api/v2/stages", inputs: { pipeline_id: link("Only those of this pipeline.", "query"), limit }, ...list },
];
