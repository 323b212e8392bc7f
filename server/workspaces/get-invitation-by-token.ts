import { and, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import { user } from "@/db/schema/identity";
import { invitation, workspace } from "@/db/schema/workspaces";
import { hashToken } from "@/server/identity/hash-token";
import type { Runtime } from "@/server/runtime/runtime";
import { refuseInvitation } from "./take-invitation";
import type { getInvitationInput } from "./schema";

export type InvitationView = {
  workspaceName: string;
  role: "admin" | "member" | "viewer";
  inviterName: string | null;
  /** For whom the link was meant; a form may start with it. */
  email: string | null;
  expiresAt: string;
};

/** What the holder of an invitation link may know before joining. Throws `NOT_FOUND` for a link that is not open. */
export async function getInvitationByToken(runtime: Runtime, input: z.output<typeof getInvitationInput>): Promise<InvitationView> {
  const [found] = await runtime.database.db
    .select({
      workspaceName: workspace.name,
      role: invitation.role,
      inviterName: user.name,
      email: invitation.email,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(workspace, eq(workspace.id, invitation.workspaceId))
    .leftJoin(user, eq(user.id, invitation.createdBy))
    .where(
      and(
        eq(invitation.tokenHash, hashToken(input.token)),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, new Date()),
      ),
    )
    .limit(1);
  if (!found) refuseInvitation();
  return { ...found, expiresAt: found.expiresAt.toISOString() };
}
