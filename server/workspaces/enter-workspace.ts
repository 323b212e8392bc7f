import { AppError } from "@/server/lib/errors";
import type { SessionContext, WorkspaceContext } from "./context";
import { chooseMembership, readMemberships } from "./memberships";
import { permissionsOfRole } from "./permission";

/** Lets a signed-in person act in the workspace that `slug` names, or in their last used one. Throws `NOT_FOUND`. */
export async function enterWorkspace(session: SessionContext, slug: string | null): Promise<WorkspaceContext> {
  const chosen = chooseMembership(await readMemberships(session.db, session.user.id), slug);
  if (!chosen) throw new AppError("NOT_FOUND", "You are not in a workspace yet. Create one, or open an invitation.");
  const { runtime, db, user, sessionId, request } = session;
  return {
    runtime,
    db,
    workspace: chosen.workspace,
    actor: { kind: "user", id: user.id, sessionId },
    permissions: permissionsOfRole(chosen.role),
    request,
  };
}
