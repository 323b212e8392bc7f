import { eq } from "drizzle-orm";
import { workspace } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { notFound } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "./context";
import { forgetKeys } from "./key-state";
import type { CallHistorySettings } from "./schema";

/** Sets which calls keep what they said, and for how many days calls are kept. What is kept already goes when its time is up. */
export async function updateCallHistory(ctx: WorkspaceContext, input: CallHistorySettings): Promise<CallHistorySettings> {
  requirePermission(ctx, "admin");
  const { id } = ctx.workspace;
  const { callDetail, callRetentionDays } = input;
  await ctx.db.transaction(async (tx) => {
    const [before] = await tx.select({ callDetail: workspace.callDetail, callRetentionDays: workspace.callRetentionDays }).from(workspace).where(eq(workspace.id, id)).for("update");
    if (!before) throw notFound("workspace");
    if (before.callDetail === callDetail && before.callRetentionDays === callRetentionDays) return;
    await tx.update(workspace).set({ callDetail, callRetentionDays }).where(eq(workspace.id, id));
    await recordAudit(tx, {
      workspaceId: id,
      actor: ctx.actor,
      action: "workspace.update_call_history",
      target: id,
      data: { fromDetail: before.callDetail, toDetail: callDetail, fromDays: before.callRetentionDays, toDays: callRetentionDays },
    });
  });
  forgetKeys(ctx.runtime);
  return { callDetail, callRetentionDays };
}
