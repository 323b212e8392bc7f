import { operationTitles } from "@/server/catalog/operation-titles";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";

/** What one can do with each connector, in the words of its operations, by id: the marketplace searches them in the browser. */
export function listConnectorTasks(ctx: WorkspaceContext): Record<string, string[]> {
  requirePermission(ctx, "connections:read");
  return operationTitles();
}
