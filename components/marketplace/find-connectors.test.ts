import { describe, expect, it } from "vitest";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { findConnectors } from "./find-connectors";
import type { MarketView } from "./market-filters";

const all: MarketView = { text: "", category: null, filters: [] };

function connector(facts: Partial<ConnectorSummary> & Pick<ConnectorSummary, "id">): ConnectorSummary {
  return {
    name: facts.id,
    category: "crm",
    categoryLabel: "CRM",
    description: "",
    synonyms: [],
    isCustom: false,
    popularity: 50,
    authKinds: ["api_key"],
    logo: { light: "", dark: "" },
    keyShapes: [],
    hasMcp: false,
    oauthApp: null,
    isSandbox: false,
    connected: false,
    connectionCount: 0,
    ...facts,
  };
}

const catalog = [
  connector({ id: "github", name: "GitHub", category: "devops", authKinds: ["oauth2", "bearer"], oauthApp: "ready", connected: true, hasMcp: true }),
  connector({ id: "stripe", name: "Stripe", category: "finance" }),
  connector({ id: "amazon-pay", name: "Amazon Pay", category: "finance" }),
  connector({ id: "postgresql", name: "PostgreSQL", category: "database", authKinds: ["database"] }),
  connector({ id: "zoho", name: "Zoho", authKinds: ["oauth2"], oauthApp: "missing" }),
];
const every = catalog.map(({ id }) => id);
const shown = (view: Partial<MarketView>, matches: readonly string[] = every) => findConnectors(catalog, matches, { ...all, ...view }).connectors.map(({ id }) => id);

describe("what the marketplace shows", () => {
  it("keeps the catalog's order", () => {
    expect(shown({})).toEqual(["github", "stripe", "amazon-pay", "postgresql", "zoho"]);
  });

  it("shows what a text finds, best first", () => {
    expect(shown({ text: "pay" }, ["amazon-pay", "zoho", "stripe"])).toEqual(["amazon-pay", "zoho", "stripe"]);
    expect(shown({ text: "pay", category: "finance" }, ["amazon-pay", "zoho", "stripe"])).toEqual(["amazon-pay", "stripe"]);
  });

  it("widens within the ways to connect, and narrows across", () => {
    expect(shown({ filters: ["one-click", "database"] })).toEqual(["github", "postgresql"]);
    expect(shown({ filters: ["one-click", "needs-app"] })).toEqual(["github", "zoho"]);
    expect(shown({ filters: ["one-click", "mcp"] })).toEqual(["github"]);
    expect(shown({ filters: ["api-key"], category: "finance" })).toEqual(["stripe", "amazon-pay"]);
  });

  it("counts categories under the filters, and each filter as if its own group were free", () => {
    const found = findConnectors(catalog, every, { ...all, filters: ["one-click", "needs-app"], category: "crm" });
    expect(found.connectors.map(({ id }) => id)).toEqual(["zoho"]);
    expect(Object.fromEntries([...found.categoryCounts].map(([category, count]) => [category ?? "all", count]))).toEqual({ all: 2, devops: 1, crm: 1 });
    expect(Object.fromEntries(found.filterCounts)).toMatchObject({ "one-click": 0, "needs-app": 1, database: 0, connected: 0 });
    expect(Object.fromEntries(findConnectors(catalog, every, { ...all, filters: ["one-click"] }).filterCounts)).toEqual({
      connected: 1,
      "one-click": 1,
      "needs-app": 1,
      "api-key": 3,
      database: 1,
      mcp: 1,
      sandbox: 0,
    });
  });
});
