import { connectorView } from "@/server/catalog/connector-view";
import { getConnector } from "@/server/catalog/registry";
import type { ConnectorView } from "@/server/catalog/schema";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { connectorContext } from "./connector-context";

/** One connector: what it does, what it asks for, and whether this workspace has it. Throws `NOT_FOUND`. */
export async function getConnectorView(ctx: WorkspaceContext, input: { connector: string }): Promise<ConnectorView> {
  requirePermission(ctx, "connections:read");
  const connector = getConnector(input.connector);
  return connectorView(connector, (await connectorContext(ctx))(connector));
}
