import type { SandboxProvider } from "../sandbox-provider";
import { company, owner } from "./company";

const repository = (name: string, language: string, description: string, isPrivate = false) => ({ owner: company.slug, name, language, description, private: isPrivate });

export const github: SandboxProvider = {
  service: "github",
  slugs: ["github"],
  oauth: { authorizePath: "/login/oauth/authorize", tokenPath: "/login/oauth/access_token" },
  seed: (clients) => ({
    users: [
      { login: "demo-owner", name: owner.name, email: owner.email, company: company.name, bio: "Keeps the shop's software running." },
      { login: "release-bot", name: "Release Bot", email: `release-bot@${company.domain}` },
    ],
    orgs: [{ login: company.slug, name: company.name, description: "Homeware, made to last.", members: [{ login: "demo-owner", role: "admin" }, { login: "release-bot" }] }],
    repos: [
      repository("storefront", "TypeScript", "The online shop: pages, cart and checkout."),
      repository("warehouse-sync", "Go", "Keeps stock levels the same in the shop and the warehouse."),
      repository("design-tokens", "CSS", "Colours, type and spacing that every product page shares."),
      repository("infrastructure", "HCL", "Servers, DNS and alerts as code.", true),
      { owner: "demo-owner", name: "dotfiles", language: "Shell", description: "Editor and terminal settings." },
      { owner: "demo-owner", name: "receipt-printer", language: "Python", description: "A weekend project: prints orders on the till printer." },
    ],
    oauth_apps: clients,
  }),
  keyShape: {
    pattern: /^(gh[opsu]_|github_pat_)/,
    refusal: { status: 401, body: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" } },
  },
  missingRoutes: [{ method: "DELETE", path: /^\/applications\/[^/]+\/(grant|token)$/, answer: () => ({ status: 204, body: null }) }],
};
