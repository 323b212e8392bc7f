import { googleKeyFile, googleRefusal, googleSignIn, personScopes } from "./google-samples";
import { bearerToken, type ConnectorSample } from "./sample";

const calendar = { kind: "calendar#calendarListEntry", etag: '"1690000000000000"', id: "ada@example.com", summary: "Ada Lovelace", timeZone: "Europe/London", accessRole: "owner", primary: true };
const primary = {
  verify: { call: "GET https://www.googleapis.com/calendar/v3/users/me/calendarList/primary", headers: bearerToken, answer: { body: calendar } },
  account: { id: "ada@example.com", label: "ada@example.com" },
  refused: googleRefusal,
};

export const sample: ConnectorSample = {
  oauth2: googleSignIn(`https://www.googleapis.com/auth/calendar ${personScopes}`, {
    ...primary,
    alternatives: [
      {
        call: "GET https://www.googleapis.com/calendar/v3/calendars/primary/events?maxResults=1&fields=summary",
        headers: bearerToken,
        answer: { body: { summary: "ada@example.com" } },
        account: { id: "ada@example.com", label: "ada@example.com" },
      },
      {
        call: "POST https://www.googleapis.com/calendar/v3/freeBusy",
        headers: bearerToken,
        json: { timeMin: "2026-01-01T00:00:00Z", timeMax: "2026-01-01T01:00:00Z", items: [{ id: "primary" }] },
        answer: { body: { kind: "calendar#freeBusy", timeMin: "2026-01-01T00:00:00.000Z", timeMax: "2026-01-01T01:00:00.000Z", calendars: { primary: { busy: [] } } } },
        account: { id: null, label: null },
      },
    ],
  }),
  service_account: googleKeyFile({ scope: "https://www.googleapis.com/auth/calendar", sub: "ada@example.com" }, { ...primary, facts: { subject: "ada@example.com" } }),
};
