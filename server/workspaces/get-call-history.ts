import { eq } from "drizzle-orm";
import { workspace } from "@/db/schema/workspaces";
import { notFound } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "./context";
import type { CallHistorySettings } from "./schema";

/** Which calls the workspace keeps whole, and for how many days: everybody may know what is kept of what they do. */
export async function getCallHistory(ctx: WorkspaceContext): Promise<CallHistorySettings> {
  requirePermission(ctx, "connections:read");
  const [found] = await ctx.db.select({ callDetail: workspace.callDetail, callRetentionDays: workspace.callRetentionDays }).from(workspace).where(eq(workspace.id, ctx.workspace.id));
  if (!found) throw notFound("workspace");
  return found;
}
