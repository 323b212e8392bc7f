import { and, desc, eq, isNull } from "drizzle-orm";
import { user } from "@/db/schema/identity";
import { invitation } from "@/db/schema/workspaces";
import { requirePermission, type WorkspaceContext } from "./context";

export type InvitationSummary = {
  id: string;
  email: string | null;
  role: "admin" | "member" | "viewer";
  /** Null when an API key invited. */
  inviterName: string | null;
  expiresAt: string;
  isExpired: boolean;
  createdAt: string;
};

/** The invitations that nobody took yet, the newest first. */
export async function listInvitations(ctx: WorkspaceContext): Promise<InvitationSummary[]> {
  requirePermission(ctx, "members:write");
  const rows = await ctx.db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      inviterName: user.name,
      expiresAt: invitation.expiresAt,
      createdAt: invitation.createdAt,
    })
    .from(invitation)
    .leftJoin(user, eq(user.id, invitation.createdBy))
    .where(and(eq(invitation.workspaceId, ctx.workspace.id), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
    .orderBy(desc(invitation.id));
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString(), createdAt: row.createdAt.toISOString(), isExpired: row.expiresAt.getTime() <= Date.now() }));
}
