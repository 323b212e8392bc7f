import type { Connector } from "../connector";
import { personioOperations } from "./personio.operations";

const checkedOn = "2026-11-21";

export const personio: Connector = {
  slug: "personio",
  name: "Personio",
  category: "hris",
  description: "Look up people and their jobs, see and record absences and working hours, and list open jobs",
  synonyms: ["hr", "hris", "employees", "people", "absences", "vacation", "sick leave", "attendance", "recruiting", "working hours"],
  website: "https://www.personio.com",
  docsUrl: "https://developer.personio.de",
  sources: [
    { url: "https://developer.personio.de/reference/post_v2-auth-token", checkedOn },
    { url: "https://developer.personio.de/reference/get_v2-persons", checkedOn },
    { url: "https://developer.personio.de/changelog/person-employment-v2-apis-ga-announcement", checkedOn },
    { url: "https://github.com/personio/api-docs", checkedOn },
  ],
  popularity: 66,
  hasDarkLogo: true,
  keyShapes: ["papi-[A-Za-z0-9-]{20,}"],
  inputs: [],
  auth: [
    {
      kind: "client_credentials",
      label: "API credentials",
      guide: [
        { text: "In Personio open Settings, Integrations, API credentials. You have to be an administrator." },
        { text: "Generate new credentials and name them Patchbay. Tick what it may read and write: people, absences, attendances, recruiting." },
        { text: "For people, choose which attributes can be read. Personio leaves out all others without a word." },
        { text: "Copy the client ID and the client secret at once: Personio shows the secret only now." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "papi-01234567-89ab-cdef-0123-456789abcdef", where: { text: "Settings, Integrations, API credentials" }, pattern: "[A-Za-z0-9_-]{8,200}", patternHint: "Copy the client ID from the API credentials." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "papi-0123456789abcdef0123456789abcdef", where: { text: "Settings, Integrations, API credentials" } },
      ],
      tokenUrl: "https://api.personio.de/v2/auth/token",
      clientAuthentication: "post",
    },
  ],
  api: {
    baseUrl: "https://api.personio.de",
    hosts: [],
    headers: { accept: "application/json", "x-personio-app-id": "PATCHBAY" },
    errors: { code: "errors.0.title", message: "errors.0.detail" },
  },
  verify: {
    method: "GET",
    path: "/v2/legal-entities",
    account: { id: [], label: ["_data.0.name"] },
    hints: [
      { status: 401, message: "Personio does not know these credentials. They may have been deleted: generate new ones." },
      { status: 403, message: "These credentials may read nothing that was tried. Tick at least reading people." },
    ],
    alternatives: [
      { method: "GET", path: "/v2/persons?limit=1", account: { id: [], label: [] } },
      { method: "GET", path: "/v2/absence-types", account: { id: [], label: [] } },
      { method: "GET", path: "/v2/recruiting/jobs?limit=1", account: { id: [], label: [] } },
    ],
  },
  operations: personioOperations,
  settings: [],
  rateLimit: { summary: "150 tokens a minute; the rest is not published, and refills for each kind of call", limitHeader: "x-ratelimit-burst-capacity", remainingHeader: "x-ratelimit-remaining" },
  // The next page's address holds the cursor, or the whole query: either is all that the next call needs.
  pagination: { kind: "next_url", path: "_meta.links.next.href" },
  defaultVisibility: "workspace",
};
