import type { SessionContext } from "./context";
import { summariseMembership, type WorkspaceSummary } from "./list-workspaces";
import { chooseMembership, readMemberships } from "./memberships";
import { type Permission, permissionsOfRole } from "./permission";

export type Me = {
  user: SessionContext["user"];
  /** The last used first. */
  workspaces: WorkspaceSummary[];
  /** Where the person acts now; null until they are in a workspace. */
  current: (WorkspaceSummary & { permissions: Permission[]; callsPerMinute: number | null }) | null;
};

/** Who is signed in, where they act, and what they may do there: what every page starts from. */
export async function getMe(ctx: SessionContext, slug: string | null): Promise<Me> {
  const memberships = await readMemberships(ctx.db, ctx.user.id);
  const chosen = chooseMembership(memberships, slug);
  return {
    user: ctx.user,
    workspaces: memberships.map(summariseMembership),
    current: chosen ? { ...summariseMembership(chosen), callsPerMinute: chosen.workspace.callsPerMinute, permissions: [...permissionsOfRole(chosen.role)] } : null,
  };
}
