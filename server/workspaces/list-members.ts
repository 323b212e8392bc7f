import { asc, eq } from "drizzle-orm";
import { user } from "@/db/schema/identity";
import { member } from "@/db/schema/workspaces";
import { requirePermission, type WorkspaceContext } from "./context";
import type { Role } from "./permission";

export type MemberSummary = { id: string; userId: string; name: string; email: string; role: Role; isYou: boolean; createdAt: string };

/** Everyone in the workspace, the longest there first. */
export async function listMembers(ctx: WorkspaceContext): Promise<MemberSummary[]> {
  requirePermission(ctx, "members:read");
  const rows = await ctx.db
    .select({ id: member.id, userId: member.userId, name: user.name, email: user.email, role: member.role, createdAt: member.createdAt })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.workspaceId, ctx.workspace.id))
    .orderBy(asc(member.createdAt), asc(member.id));
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), isYou: ctx.actor.kind === "user" && ctx.actor.id === row.userId }));
}
