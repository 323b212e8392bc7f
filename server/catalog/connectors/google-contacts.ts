import type { Connector } from "../connector";
import { googleClientSteps, googleOAuth } from "../families/google";
import { googleContactsOperations } from "./google-contacts.operations";

const checkedOn = "2026-11-21";

export const googleContacts: Connector = {
  slug: "google-contacts",
  name: "Google Contacts",
  category: "communication",
  description: "Find, add and change the people in your address book, and sort them into groups",
  synonyms: ["google", "contacts", "people api", "address book", "phone book", "find phone number", "google workspace"],
  website: "https://contacts.google.com",
  docsUrl: "https://developers.google.com/people",
  sources: [
    { url: "https://developers.google.com/people/v1/contacts", checkedOn },
    { url: "https://developers.google.com/people/api/mcp", checkedOn },
    { url: "https://developers.google.com/accounts/docs/OAuth", checkedOn },
  ],
  popularity: 70,
  inputs: [],
  auth: [
    googleOAuth({
      guide: [
        { text: "Open the Google Cloud console, choose or create a project, and enable the People API.", url: "https://console.cloud.google.com/apis/library/people.googleapis.com" },
        ...googleClientSteps,
      ],
      scopes: [
        { value: "https://www.googleapis.com/auth/contacts.readonly", meaning: "See your contacts", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/contacts", meaning: "See, add, change and delete your contacts", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/contacts.other.readonly", meaning: "See people you wrote to without adding them as a contact", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/directory.readonly", meaning: "See the people of your organisation", isSensitive: true, isDefault: false, isRequired: false },
      ],
    }),
  ],
  api: { baseUrl: "https://people.googleapis.com", hosts: [], errors: { code: "error.status", message: "error.message" } },
  verify: {
    method: "GET",
    path: "/v1/people/me?personFields=names,emailAddresses",
    account: { id: ["resourceName"], label: ["emailAddresses.0.value", "names.0.displayName"] },
    hints: [
      { status: 401, message: "Google no longer accepts this sign-in. Access may have been removed in the Google account: connect again." },
      { status: 403, message: "Google refused the contacts. Check that the People API is enabled in the project of the app." },
    ],
  },
  operations: googleContactsOperations,
  settings: [],
  rateLimit: { summary: "A number of requests a minute per project and per person, shown under Quotas in the Google Cloud console" },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  mcp: { url: "https://people.googleapis.com/mcp/v1", auth: "oauth", note: "A preview that Google opens to members of its Developer Preview Program. It only reads." },
  defaultVisibility: "private",
};
