import type { SandboxProvider } from "../sandbox-provider";
import { company, owner } from "./company";

const message = (id: string, from: string, subject: string, text: string) => ({ id, from, to: owner.email, subject, body_text: text, label_ids: ["INBOX", "UNREAD"] });

export const google: SandboxProvider = {
  service: "google",
  slugs: ["google-workspace"],
  oauth: { authorizePath: "/o/oauth2/v2/auth", tokenPath: "/oauth2/token", revokePath: "/oauth2/revoke" },
  seed: (clients) => ({
    users: [
      { ...owner, hd: company.domain },
      { email: `support@${company.domain}`, name: "Support Desk", hd: company.domain },
    ],
    oauth_clients: clients,
    messages: [
      message("msg_supplier", "orders@linenmill.example", "Your order has shipped", "120 linen throws left the mill this morning."),
      message("msg_review", `support@${company.domain}`, "A review to answer", "A customer asks whether the oak tray can go into the dishwasher."),
    ],
    calendar_events: [{ id: "evt_stocktake", summary: "Stocktake", start_date_time: "2026-12-01T08:00:00Z", end_date_time: "2026-12-01T10:00:00Z" }],
    drive_items: [{ id: "drv_price_list", name: "Price list", mime_type: "application/vnd.google-apps.spreadsheet", parent_ids: ["root"] }],
  }),
  accountId: { path: "/oauth2/v2/userinfo", field: "sub", from: "email" },
  // The emulator has mail, calendar and files, but no directory.
  missingRoutes: [
    { method: "GET", path: /^\/admin\/directory\/v1\/users$/, answer: () => ({ status: 200, body: { kind: "admin#directory#users", users: people } }) },
    { method: "GET", path: /^\/admin\/directory\/v1\/users\/[^/]+$/, answer: () => ({ status: 200, body: people[0] }) },
    { method: "GET", path: /^\/admin\/directory\/v1\/groups$/, answer: () => ({ status: 200, body: { kind: "admin#directory#groups", groups } }) },
  ],
};

const person = (id: string, fullName: string, primaryEmail: string, isAdmin: boolean) => ({ kind: "admin#directory#user", id, customerId: "C0harborpine", primaryEmail, name: { fullName }, isAdmin, suspended: false });

const people = [person("100000000000000000001", owner.name, owner.email, true), person("100000000000000000002", "Support Desk", `support@${company.domain}`, false)];

const groups = [{ kind: "admin#directory#group", id: "group-shop", email: `shop@${company.domain}`, name: "Shop floor", directMembersCount: "2" }];
