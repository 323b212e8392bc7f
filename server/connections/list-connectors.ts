import { connectorSummary } from "@/server/catalog/connector-summary";
import { connectors } from "@/server/catalog/registry";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { connectorContext } from "./connector-context";

/** The marketplace's cards: connected ones first, then the popular ones. */
export async function listConnectors(ctx: WorkspaceContext): Promise<ConnectorSummary[]> {
  requirePermission(ctx, "connections:read");
  const contextOf = await connectorContext(ctx);
  return connectors.map((connector) => connectorSummary(connector, contextOf(connector))).toSorted((one, other) => Number(other.connected) - Number(one.connected));
}
