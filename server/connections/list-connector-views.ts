import { connectorView } from "@/server/catalog/connector-view";
import type { ConnectorView } from "@/server/catalog/schema";
import { listAllConnectors } from "@/server/custom-connectors/list-custom-connectors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { connectorContext } from "./connector-context";

/** The whole catalog with all that it asks for, for API callers; the marketplace's cards need less. */
export async function listConnectorViews(ctx: WorkspaceContext): Promise<ConnectorView[]> {
  requirePermission(ctx, "connections:read");
  const [contextOf, connectors] = await Promise.all([connectorContext(ctx), listAllConnectors(ctx)]);
  return connectors.map((connector) => connectorView(connector, contextOf(connector)));
}
