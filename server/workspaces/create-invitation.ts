import type { z } from "zod";
import { invitation } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { hashToken } from "@/server/identity/hash-token";
import { newId, randomToken } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "./context";
import type { createInvitationInput } from "./schema";

const validForMs = 7 * 24 * 60 * 60 * 1000;

export type CreatedInvitation = {
  id: string;
  /** Shown once: only the hash of its token is kept. */
  link: string;
  expiresAt: string;
};

/** Makes a link that lets one person join within seven days. The link is the proof; the e-mail is a note. */
export async function createInvitation(ctx: WorkspaceContext, input: z.output<typeof createInvitationInput>): Promise<CreatedInvitation> {
  requirePermission(ctx, "members:write");
  const id = newId("invitation");
  const token = randomToken();
  const expiresAt = new Date(Date.now() + validForMs);
  await ctx.db.transaction(async (tx) => {
    await tx.insert(invitation).values({
      id,
      workspaceId: ctx.workspace.id,
      email: input.email ?? null,
      role: input.role,
      tokenHash: hashToken(token),
      createdBy: ctx.actor.id,
      expiresAt,
    });
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "invitation.create",
      target: id,
      data: { role: input.role, email: input.email ?? null },
    });
  });
  return { id, link: `${ctx.runtime.env.publicUrl}/invite/${token}`, expiresAt: expiresAt.toISOString() };
}
