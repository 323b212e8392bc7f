import { eq } from "drizzle-orm";
import type { z } from "zod";
import { member } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { requirePermission, type WorkspaceContext } from "./context";
import { lockMember, requireAnotherOwner } from "./lock-member";
import type { removeMemberInput } from "./schema";

/** Takes a member out of the workspace, or lets one leave. Only an owner removes an owner, and the last one stays. */
export async function removeMember(ctx: WorkspaceContext, input: z.output<typeof removeMemberInput>): Promise<void> {
  requirePermission(ctx, "members:read");
  await ctx.db.transaction(async (tx) => {
    const found = await lockMember(tx, ctx, input.memberId);
    const isLeaving = ctx.actor.kind === "user" && ctx.actor.id === found.userId;
    if (!isLeaving) requirePermission(ctx, found.role === "owner" ? "owner" : "members:write");
    if (found.role === "owner") await requireAnotherOwner(tx, found);
    await tx.delete(member).where(eq(member.id, found.id));
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: isLeaving ? "member.leave" : "member.remove",
      target: found.id,
      data: { userId: found.userId, role: found.role },
    });
  });
}
