import { connection } from "@/db/schema/connections";
import { listAllConnectors } from "@/server/custom-connectors/list-custom-connectors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { connectionState } from "./connection-state";
import { visibleTo } from "./find-connection";

export type ConnectorState = "connected" | "degraded" | "error" | "not_configured";

const badness: Record<ConnectorState, number> = { not_configured: 0, connected: 1, degraded: 2, error: 3 };

/** How each connector of the catalog fares in the workspace: as its worst connection does. Paused ones do not count against it. */
export async function connectorStates(ctx: WorkspaceContext): Promise<Record<string, ConnectorState>> {
  requirePermission(ctx, "connections:read");
  const [rows, connectors] = await Promise.all([ctx.db.select().from(connection).where(visibleTo(ctx)), listAllConnectors(ctx)]);
  const states = new Map<string, ConnectorState>(connectors.map(({ slug }) => [slug, "not_configured"]));
  const now = new Date();
  for (const row of rows) {
    const { health, isPaused } = connectionState(row, now);
    const state = isPaused || health === "healthy" || health === "unknown" ? "connected" : health === "failing" ? "error" : "degraded";
    if (badness[state] > badness[states.get(row.connector) ?? "not_configured"]) states.set(row.connector, state);
  }
  return Object.fromEntries(states);
}
