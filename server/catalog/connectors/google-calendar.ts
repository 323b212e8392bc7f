import type { Connector } from "../connector";
import { googleClientSteps, googleOAuth, googleServiceAccount, subjectFact } from "../families/google";
import { googleCalendarOperations } from "./google-calendar.operations";

const checkedOn = "2026-11-21";

export const googleCalendar: Connector = {
  slug: "google-calendar",
  name: "Google Calendar",
  category: "communication",
  description: "Plan, change and cancel events, and find out when people are free",
  synonyms: ["google", "calendar", "gcal", "event", "meeting", "appointment", "schedule meeting", "free busy", "google workspace"],
  website: "https://workspace.google.com/products/calendar/",
  docsUrl: "https://developers.google.com/workspace/calendar",
  sources: [
    { url: "https://developers.google.com/workspace/calendar/api/v3/reference", checkedOn },
    { url: "https://developers.google.com/workspace/calendar/api/v3/reference/mcp", checkedOn },
    { url: "https://developers.google.com/accounts/docs/OAuth", checkedOn },
  ],
  popularity: 92,
  inputs: [],
  facts: [subjectFact],
  auth: [
    googleOAuth({
      guide: [
        { text: "Open the Google Cloud console, choose or create a project, and enable the Google Calendar API.", url: "https://console.cloud.google.com/apis/library/calendar-json.googleapis.com" },
        ...googleClientSteps,
      ],
      scopes: [
        { value: "https://www.googleapis.com/auth/calendar.readonly", meaning: "See your calendars and their events", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/calendar.events", meaning: "See, create, change and delete events in your calendars", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/calendar", meaning: "Also create, share and delete whole calendars", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/calendar.freebusy", meaning: "See when you are busy, but not with what", isSensitive: false, isDefault: false, isRequired: false },
      ],
    }),
    googleServiceAccount({
      guide: [
        { text: "Open Service accounts in the Google Cloud console and create one. It needs no role in the project.", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
        { text: "Enable the Google Calendar API in the same project.", url: "https://console.cloud.google.com/apis/library/calendar-json.googleapis.com" },
        { text: "Open the account's Keys tab, press Add key, Create new key, JSON. A file is downloaded: drop it here." },
        { text: "In the Admin console open Security, API controls, Domain-wide delegation and press Add new. Enter the account's client ID, a long number, and this scope.", url: "https://admin.google.com/ac/owl/domainwidedelegation", copy: "https://www.googleapis.com/auth/calendar" },
        { text: "Below, enter the email address of the person whose calendars are used." },
      ],
      scopes: ["https://www.googleapis.com/auth/calendar"],
      subject: { label: "Person's email address", example: "ada@example.com", help: "The account acts in this person's name." },
    }),
  ],
  api: { baseUrl: "https://www.googleapis.com", hosts: [], errors: { code: "error.errors.0.reason", message: "error.message" } },
  verify: {
    method: "GET",
    path: "/calendar/v3/users/me/calendarList/primary",
    account: { id: ["id"], label: ["id", "summary"] },
    hints: [
      { status: 401, message: "Google no longer accepts this sign-in. Access may have been removed in the Google account: connect again." },
      { status: 403, message: "Google refused the calendar. Check that the Google Calendar API is enabled in the project, and that access to calendars was allowed." },
    ],
    // Access to events, or to busy times, alone does not open the list of calendars.
    alternatives: [
      { method: "GET", path: "/calendar/v3/calendars/primary/events?maxResults=1&fields=summary", account: { id: ["summary"], label: ["summary"] } },
      { method: "POST", path: "/calendar/v3/freeBusy", body: { timeMin: "2026-01-01T00:00:00Z", timeMax: "2026-01-01T01:00:00Z", items: [{ id: "primary" }] }, account: { id: [], label: [] } },
    ],
    perKind: {
      service_account: {
        method: "GET",
        path: "/calendar/v3/users/me/calendarList/primary",
        account: { id: ["id", "{subject}"], label: ["id", "{subject}"] },
        hints: [
          { status: 403, message: "Google refused the calendar. Check that the Google Calendar API is enabled, and that domain-wide delegation lists this account with the scope of the guide." },
          { status: 404, message: "This person has no calendar. Check the email address." },
        ],
      },
    },
  },
  operations: googleCalendarOperations,
  settings: [],
  rateLimit: { summary: "A number of requests a minute per project and per person, shown under Quotas in the Google Cloud console" },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  webhook: { header: "x-goog-channel-token", algorithm: "token", key: "The token that was set when the notification channel was made. A channel runs out and has to be made again" },
  mcp: { url: "https://calendarmcp.googleapis.com/mcp/v1", auth: "oauth", note: "Has to be enabled in your Google Cloud project." },
  defaultVisibility: "private",
};
