import { desc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { member, workspace } from "@/db/schema/workspaces";
import { AppError } from "@/server/lib/errors";
import { provenWorkspaceId, type WorkspaceContext } from "./context";
import type { Role } from "./permission";

export type Membership = { memberId: string; role: Role; workspace: WorkspaceContext["workspace"] };

/** The workspaces that a person is in, the last used first. */
export async function readMemberships(db: Queryable, userId: string): Promise<Membership[]> {
  const rows = await db
    .select({ memberId: member.id, role: member.role, id: workspace.id, slug: workspace.slug, name: workspace.name, isSandbox: workspace.isSandbox, callDetail: workspace.callDetail, callsPerMinute: workspace.callsPerMinute })
    .from(member)
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .where(eq(member.userId, userId))
    .orderBy(desc(member.lastUsedAt), desc(member.id));
  return rows.map(({ memberId, role, id, ...facts }) => ({ memberId, role, workspace: { id: provenWorkspaceId(id), ...facts } }));
}

/**
 * The one that `slug` names, or without a slug the last used; undefined when there is none at all. A workspace of
 * others answers like one that does not exist: `NOT_FOUND`.
 */
export function chooseMembership(memberships: Membership[], slug: string | null): Membership | undefined {
  if (slug === null) return memberships[0];
  const named = memberships.find((membership) => membership.workspace.slug === slug);
  if (!named) throw new AppError("NOT_FOUND", "You are not in a workspace with this name. Check the name, or ask for an invitation.");
  return named;
}
