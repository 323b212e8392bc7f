import type { MissingRoute, SandboxProvider } from "../sandbox-provider";
import { company, owner } from "./company";

export const microsoft: SandboxProvider = {
  service: "microsoft",
  slugs: ["microsoft-365"],
  oauth: { authorizePath: "/oauth2/v2.0/authorize", tokenPath: "/oauth2/v2.0/token" },
  seed: (clients) => ({
    users: [owner, { email: `support@${company.domain}`, name: "Support Desk" }],
    oauth_clients: clients,
  }),
  accountId: { path: "/v1.0/me", field: "id", from: "mail" },
  // The emulator knows who someone is, and nothing of their mail, calendar or files.
  missingRoutes: [
    list(/^\/v1\.0\/me\/messages$/, [
      { id: "message-1", subject: "Your order has shipped", from: { emailAddress: { address: "orders@linenmill.example" } }, receivedDateTime: "2026-11-20T09:12:00Z", isRead: false },
      { id: "message-2", subject: "Opening hours in December", from: { emailAddress: { address: `support@${company.domain}` } }, receivedDateTime: "2026-11-19T16:40:00Z", isRead: true },
    ]),
    list(/^\/v1\.0\/me\/events$/, [
      { id: "event-1", subject: "Stocktake", start: { dateTime: "2026-12-01T08:00:00", timeZone: "UTC" }, end: { dateTime: "2026-12-01T10:00:00", timeZone: "UTC" } },
    ]),
    list(/^\/v1\.0\/me\/drive\/root\/children$/, [{ id: "file-1", name: "Price list.xlsx", size: 48_210, file: {} }]),
    list(/^\/v1\.0\/me\/contacts$/, [{ id: "contact-1", displayName: "Linen Mill, orders", emailAddresses: [{ address: "orders@linenmill.example" }] }]),
    list(/^\/v1\.0\/users$/, [
      { displayName: owner.name, mail: owner.email },
      { displayName: "Support Desk", mail: `support@${company.domain}` },
    ]),
    list(/^\/v1\.0\/organization$/, [{ id: "00000000-0000-4000-8000-000000000001", displayName: company.name }]),
  ],
};

function list(path: RegExp, value: unknown[]): MissingRoute {
  return { method: "GET", path, answer: () => ({ status: 200, body: { value } }) };
}
