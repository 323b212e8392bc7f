import type { SandboxProvider } from "../sandbox-provider";
import { company, owner } from "./company";

const issue = (title: string, state: string, labels: string[]) => ({ team: "WEB", title, state, labels, assignee: owner.email });

export const linear: SandboxProvider = {
  service: "linear",
  slugs: ["linear"],
  oauth: { authorizePath: "/oauth/authorize", tokenPath: "/oauth/token", revokePath: "/oauth/revoke" },
  seed: (clients) => ({
    organization: { name: company.name, url_key: company.slug },
    users: [{ ...owner, id: "00000000-0000-4000-8000-000000000001", admin: true }, { id: "00000000-0000-4000-8000-000000000002", email: `support@${company.domain}`, name: "Support Desk" }],
    teams: [{ key: "WEB", name: "Web shop" }],
    labels: [
      { name: "Bug", color: "#d92d20", team: "WEB" },
      { name: "Feature", color: "#2563eb", team: "WEB" },
    ],
    issues: [
      issue("Checkout forgets the delivery date", "In Progress", ["Bug"]),
      issue("Show stock per colour on product pages", "Todo", ["Feature"]),
      issue("Gift notes longer than 200 characters are cut", "Todo", ["Bug"]),
    ],
    oauth_apps: clients.map((client) => ({ ...client, scopes: ["read", "write", "issues:create", "comments:create"] })),
  }),
  keyShape: { pattern: /^lin_/, refusal: { status: 401, body: { errors: [{ message: "Authentication required, not authenticated", extensions: { code: "AUTHENTICATION_ERROR" } }] } } },
  missingRoutes: [],
};
