import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { changeConnection } from "./change-connection";
import type { ConnectionView } from "./schema";

/** Refuses every call through a connection until it is resumed. Pausing a paused one changes nothing. */
export async function pauseConnection(ctx: WorkspaceContext, input: { connectionId: string }): Promise<ConnectionView> {
  requirePermission(ctx, "connections:write");
  return changeConnection(ctx, input.connectionId, (row) =>
    row.pausedAt === null ? { columns: { pausedAt: new Date() }, events: [{ kind: "paused", message: "Paused: calls are refused." }], action: "connection.pause" } : null,
  );
}
