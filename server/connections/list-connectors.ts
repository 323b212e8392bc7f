import { connectorSummary } from "@/server/catalog/connector-summary";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { listAllConnectors } from "@/server/custom-connectors/list-custom-connectors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { connectorContext } from "./connector-context";

/** The marketplace's cards: connected ones first, then the popular ones. */
export async function listConnectors(ctx: WorkspaceContext): Promise<ConnectorSummary[]> {
  requirePermission(ctx, "connections:read");
  const [contextOf, connectors] = await Promise.all([connectorContext(ctx), listAllConnectors(ctx)]);
  return connectors.map((connector) => connectorSummary(connector, contextOf(connector))).toSorted((one, other) => Number(other.connected) - Number(one.connected));
}
