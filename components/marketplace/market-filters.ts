import type { Category } from "@/server/catalog/connector";
import type { ConnectorSummary } from "@/server/catalog/schema";

/** What the marketplace shows, all of it in the URL. */
export type MarketView = {
  text: string;
  category: Category | null;
  filters: readonly FilterId[];
};

export type FilterId = "connected" | "one-click" | "needs-app" | "api-key" | "database" | "mcp" | "sandbox";

type MarketFilter = {
  id: FilterId;
  label: string;
  /** Chosen together, those of one group widen the result; all others narrow it. */
  group: "state" | "auth" | "mcp" | "sandbox";
  test: (connector: ConnectorSummary) => boolean;
};

const keyKinds: readonly string[] = ["api_key", "bearer", "basic", "client_credentials", "service_account"];

/** The chips, in their order. */
export const marketFilters: readonly MarketFilter[] = [
  { id: "connected", label: "Connected", group: "state", test: ({ connected }) => connected },
  { id: "one-click", label: "One click", group: "auth", test: ({ oauthApp }) => oauthApp === "ready" },
  { id: "needs-app", label: "Needs an OAuth app", group: "auth", test: ({ oauthApp }) => oauthApp === "missing" },
  { id: "api-key", label: "API key", group: "auth", test: ({ authKinds }) => authKinds.some((kind) => keyKinds.includes(kind)) },
  { id: "database", label: "Database", group: "auth", test: ({ authKinds }) => authKinds.includes("database") },
  { id: "mcp", label: "MCP server", group: "mcp", test: ({ hasMcp }) => hasMcp },
  { id: "sandbox", label: "Sandbox", group: "sandbox", test: ({ isSandbox }) => isSandbox },
];

/** Whether a connector passes the chosen filters, those of the group `except` left out. */
export function passesFilters(connector: ConnectorSummary, chosen: readonly FilterId[], except?: MarketFilter["group"]): boolean {
  const groups = new Map<string, boolean>();
  for (const { id, group, test } of marketFilters) {
    if (group === except || !chosen.includes(id)) continue;
    groups.set(group, groups.get(group) === true || test(connector));
  }
  return [...groups.values()].every(Boolean);
}
