import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { changeConnection } from "./change-connection";
import type { ConnectionView } from "./schema";

/** Lets calls through a paused connection again. Resuming a running one changes nothing. */
export async function resumeConnection(ctx: WorkspaceContext, input: { connectionId: string }): Promise<ConnectionView> {
  requirePermission(ctx, "connections:write");
  return changeConnection(ctx, input.connectionId, (row) =>
    row.pausedAt === null ? null : { columns: { pausedAt: null }, events: [{ kind: "resumed", message: "Resumed: calls go through again." }], action: "connection.resume" },
  );
}
