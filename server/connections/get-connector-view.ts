import { connectorView } from "@/server/catalog/connector-view";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import type { ConnectorView } from "@/server/catalog/schema";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { connectorContext } from "./connector-context";

/** One connector: what it does, what it asks for, and whether this workspace has it. Throws `NOT_FOUND`. */
export async function getConnectorView(ctx: WorkspaceContext, input: { connector: string }): Promise<ConnectorView> {
  requirePermission(ctx, "connections:read");
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, input.connector);
  return connectorView(connector, (await connectorContext(ctx))(connector));
}
