import type { Operation, OperationInput } from "../operation";

const fields = "names,emailAddresses,phoneNumbers,organizations,addresses,biographies,memberships,metadata";
const pageSize = (maximum: number, standard: number): OperationInput => ({ in: "query", as: "pageSize", type: "integer", minimum: 1, maximum, default: standard, description: "How many at most." });
const person: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w-]{1,128}$", description: "The part of resourceName after people/.", examples: ["c4567890123456789012"] };
const group: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^\\w{1,128}$", description: "The part of the group's resourceName after contactGroups/.", examples: ["myContacts"] };
const query: OperationInput = { in: "query", type: "string", isRequired: true, minLength: 1, maxLength: 200, description: "The beginning of a name, an address or a phone number.", examples: ["ada"] };
const contact = {
  givenName: { in: "body", type: "string", maxLength: 200, examples: ["Ada"] },
  familyName: { in: "body", type: "string", maxLength: 200, examples: ["Lovelace"] },
  email: { in: "body", type: "string", format: "email", examples: ["ada@example.com"] },
  phone: { in: "body", type: "string", maxLength: 50 },
  company: { in: "body", type: "string", maxLength: 200 },
  jobTitle: { in: "body", type: "string", maxLength: 200 },
  note: { in: "body", type: "string", maxLength: 8_000 },
} satisfies Record<string, OperationInput>;
const body = {
  type: "json",
  value: {
    names: [{ givenName: "{{givenName}}", familyName: "{{familyName}}" }],
    emailAddresses: [{ value: "{{email}}" }],
    phoneNumbers: [{ value: "{{phone}}" }],
    organizations: [{ name: "{{company}}", title: "{{jobTitle}}" }],
    biographies: [{ value: "{{note}}" }],
  },
} satisfies Operation["body"];
const members: OperationInput = { in: "body", type: "array", maxItems: 1_000, items: { type: "string", pattern: "^people/[\\w-]{1,128}$" }, description: "Such as people/c4567890123456789012." };

export const googleContactsOperations: Operation[] = [
  {
    name: "list_contacts",
    title: "List contacts",
    group: "Contacts",
    method: "GET",
    path: "/v1/people/me/connections",
    query: { personFields: fields },
    inputs: { limit: pageSize(1_000, 100), sortOrder: { in: "query", type: "string", enum: ["LAST_MODIFIED_DESCENDING", "LAST_MODIFIED_ASCENDING", "FIRST_NAME_ASCENDING", "LAST_NAME_ASCENDING"], default: "FIRST_NAME_ASCENDING" } },
    answer: { pick: "connections" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "search_contacts",
    title: "Search contacts",
    description: "Google may miss contacts that were just added.",
    group: "Contacts",
    method: "GET",
    path: "/v1/people:searchContacts",
    query: { readMask: "names,emailAddresses,phoneNumbers,organizations" },
    inputs: { query, limit: pageSize(30, 10) },
    answer: { pick: "results" },
    isReadOnly: true,
  },
  { name: "get_contact", title: "Get a contact", group: "Contacts", method: "GET", path: "/v1/people/{{person}}", query: { personFields: fields }, inputs: { person }, isReadOnly: true },
  { name: "create_contact", title: "Add a contact", group: "Contacts", method: "POST", path: "/v1/people:createContact", query: { personFields: fields }, inputs: contact, needsOneOf: [["givenName", "familyName", "email", "phone", "company"]], body, isReadOnly: false },
  {
    name: "update_contact",
    title: "Change a contact",
    description: "Each field that updatePersonFields names is replaced as a whole: left out, it becomes empty.",
    group: "Contacts",
    method: "PATCH",
    path: "/v1/people/{{person}}:updateContact",
    inputs: {
      person,
      etag: { in: "body", type: "string", isRequired: true, description: "From Get a contact: Google refuses the change when someone else was faster.", examples: ["%EgUBAi43PRoEAQIFByIMR1JZ"] },
      updatePersonFields: { in: "query", list: "comma", type: "array", isRequired: true, minItems: 1, items: { type: "string", enum: ["names", "emailAddresses", "phoneNumbers", "organizations", "biographies"] }, examples: [["emailAddresses"]] },
      ...contact,
    },
    body,
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_contact", title: "Delete a contact", group: "Contacts", method: "DELETE", path: "/v1/people/{{person}}:deleteContact", inputs: { person }, isReadOnly: false, isDestructive: true },
  { name: "list_groups", title: "List groups", group: "Groups", method: "GET", path: "/v1/contactGroups", inputs: { limit: pageSize(1_000, 100) }, answer: { pick: "contactGroups" }, paging: true, isReadOnly: true },
  {
    name: "create_group",
    title: "Create a group",
    group: "Groups",
    method: "POST",
    path: "/v1/contactGroups",
    inputs: { name: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 200, examples: ["Suppliers"] } },
    body: { type: "json", value: { contactGroup: { name: "{{name}}" } } },
    isReadOnly: false,
  },
  {
    name: "change_group_members",
    title: "Add contacts to a group, or take them out",
    group: "Groups",
    method: "POST",
    path: "/v1/contactGroups/{{group}}/members:modify",
    inputs: { group, add: { ...members, as: "resourceNamesToAdd", examples: [["people/c4567890123456789012"]] }, remove: { ...members, as: "resourceNamesToRemove" } },
    needsOneOf: [["add", "remove"]],
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "list_other_contacts",
    title: "List people you wrote to",
    group: "Others",
    method: "GET",
    path: "/v1/otherContacts",
    query: { readMask: "names,emailAddresses,phoneNumbers" },
    inputs: { limit: pageSize(1_000, 100) },
    answer: { pick: "otherContacts" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "search_directory",
    title: "Search people of your organisation",
    group: "Others",
    method: "GET",
    path: "/v1/people:searchDirectoryPeople",
    query: { readMask: "names,emailAddresses,phoneNumbers,organizations", sources: "DIRECTORY_SOURCE_TYPE_DOMAIN_PROFILE" },
    inputs: { query, limit: pageSize(500, 20) },
    answer: { pick: "people" },
    paging: true,
    isReadOnly: true,
  },
];
