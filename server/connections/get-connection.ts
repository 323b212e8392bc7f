import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { readConnectionView } from "./read-connection-view";
import type { ConnectionView } from "./schema";

/** One connection, without anything secret. */
export async function getConnection(ctx: WorkspaceContext, input: { connectionId: string }): Promise<ConnectionView> {
  requirePermission(ctx, "connections:read");
  return readConnectionView(ctx, input.connectionId);
}
