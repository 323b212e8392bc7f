import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { invitation } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "./context";
import type { revokeInvitationInput } from "./schema";

/** Makes an invitation that nobody took yet worthless. */
export async function revokeInvitation(ctx: WorkspaceContext, input: z.output<typeof revokeInvitationInput>): Promise<void> {
  requirePermission(ctx, "members:write");
  if (!isId("invitation", input.invitationId)) throw notFound("open invitation");
  await ctx.db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(invitation)
      .set({ revokedAt: new Date() })
      .where(
        and(
          eq(invitation.id, input.invitationId),
          eq(invitation.workspaceId, ctx.workspace.id),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt),
        ),
      )
      .returning({ id: invitation.id });
    if (!revoked) throw notFound("open invitation");
    await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "invitation.revoke", target: revoked.id });
  });
}
