import { connectorView } from "@/server/catalog/connector-view";
import { connectors } from "@/server/catalog/registry";
import type { ConnectorView } from "@/server/catalog/schema";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { connectorContext } from "./connector-context";

/** The whole catalog with all that it asks for, for API callers; the marketplace's cards need less. */
export async function listConnectorViews(ctx: WorkspaceContext): Promise<ConnectorView[]> {
  requirePermission(ctx, "connections:read");
  const contextOf = await connectorContext(ctx);
  return connectors.map((connector) => connectorView(connector, contextOf(connector)));
}
