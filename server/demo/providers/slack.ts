import type { SandboxProvider } from "../sandbox-provider";
import { company, owner } from "./company";

export const slack: SandboxProvider = {
  service: "slack",
  slugs: ["slack"],
  oauth: { authorizePath: "/oauth/v2/authorize", tokenPath: "/api/oauth.v2.access" },
  seed: (clients) => ({
    team: { name: company.name, domain: company.slug },
    users: [
      { name: "demo-owner", real_name: owner.name, email: owner.email, is_admin: true, profile: { title: "Runs the workspace" } },
      { name: "support-desk", real_name: "Support Desk", email: `support@${company.domain}` },
    ],
    channels: [
      { name: "announcements", topic: "News for everyone" },
      { name: "orders", topic: "Every new order, as it comes in" },
      { name: "support", topic: "Questions from customers" },
      { name: "incidents", topic: "What is broken and who is on it" },
    ],
    bots: [{ name: "patchbay" }],
    oauth_apps: clients.map((client) => ({ ...client, bot_name: "patchbay" })),
    strict_scopes: false,
  }),
  keyShape: { pattern: /^xox[abpe][.-]/, refusal: { status: 200, body: { ok: false, error: "invalid_auth" } } },
  missingRoutes: [{ method: "POST", path: /^\/api\/auth\.revoke$/, answer: () => ({ status: 200, body: { ok: true, revoked: true } }) }],
};
