import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitation, member, workspace } from "@/db/schema/workspaces";
import type { Actor } from "@/server/audit/actor";
import { recordAudit } from "@/server/audit/record-audit";
import { hashToken } from "@/server/identity/hash-token";
import { AppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";

/** What a person gets who joined: the workspace they act in from now on. */
export type JoinedWorkspace = { slug: string; name: string };

/** Uses an invitation up and makes the person a member. The row's lock lets one of several takers through. */
export async function takeInvitation(tx: Transaction, input: { token: string; userId: string; actor: Actor }): Promise<JoinedWorkspace> {
  const now = new Date();
  const [taken] = await tx
    .update(invitation)
    .set({ acceptedAt: now, acceptedBy: input.userId })
    .where(
      and(
        eq(invitation.tokenHash, hashToken(input.token)),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, now),
      ),
    )
    .returning();
  if (!taken) return refuseInvitation();
  const [joined] = await tx
    .insert(member)
    .values({ id: newId("member"), workspaceId: taken.workspaceId, userId: input.userId, role: taken.role })
    .onConflictDoNothing({ target: [member.workspaceId, member.userId] })
    .returning({ id: member.id });
  // The whole transaction is undone, so the invitation stays open for the person it was meant for.
  if (!joined) throw new AppError("CONFLICT", "You are in this workspace already. The invitation is still good for somebody else.");
  await recordAudit(tx, {
    workspaceId: taken.workspaceId,
    actor: input.actor,
    action: "invitation.accept",
    target: taken.id,
    data: { userId: input.userId, memberId: joined.id, role: taken.role },
  });
  const [found] = await tx.select({ slug: workspace.slug, name: workspace.name }).from(workspace).where(eq(workspace.id, taken.workspaceId));
  return found ?? refuseInvitation();
}

/** One answer for an unknown, used, revoked or expired link. */
export function refuseInvitation(): never {
  throw new AppError("NOT_FOUND", "This invitation link is not valid: it was used, revoked or has expired. Ask an admin of the workspace for a new one.");
}
