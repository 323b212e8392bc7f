import { eq } from "drizzle-orm";
import type { z } from "zod";
import { member } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { requirePermission, type WorkspaceContext } from "./context";
import { lockMember, requireAnotherOwner } from "./lock-member";
import type { updateMemberRoleInput } from "./schema";

/** Gives a member another role. Only an owner makes owners or changes one, and the last owner stays. */
export async function updateMemberRole(ctx: WorkspaceContext, input: z.output<typeof updateMemberRoleInput>): Promise<void> {
  requirePermission(ctx, "members:write");
  await ctx.db.transaction(async (tx) => {
    const found = await lockMember(tx, ctx, input.memberId);
    if (found.role === input.role) return;
    if (found.role === "owner" || input.role === "owner") requirePermission(ctx, "owner");
    if (found.role === "owner") await requireAnotherOwner(tx, found);
    await tx.update(member).set({ role: input.role }).where(eq(member.id, found.id));
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "member.update",
      target: found.id,
      data: { userId: found.userId, from: found.role, to: input.role },
    });
  });
}
