import type { SessionContext } from "./context";
import { type Membership, readMemberships } from "./memberships";
import type { Role } from "./permission";

export type WorkspaceSummary = { id: string; slug: string; name: string; isSandbox: boolean; role: Role };

/** The workspaces that the signed-in person is in, the last used first. */
export async function listWorkspaces(ctx: SessionContext): Promise<WorkspaceSummary[]> {
  return (await readMemberships(ctx.db, ctx.user.id)).map(summariseMembership);
}

export function summariseMembership({ role, workspace }: Membership): WorkspaceSummary {
  const { id, slug, name, isSandbox } = workspace;
  return { id, slug, name, isSandbox, role };
}
