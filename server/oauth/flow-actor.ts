import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { oauthFlow } from "@/db/schema/connections";
import { apiKey, workspace } from "@/db/schema/workspaces";
import type { Runtime } from "@/server/runtime/runtime";
import { provenWorkspaceId, type RequestFacts, type WorkspaceContext } from "@/server/workspaces/context";
import { readMemberships } from "@/server/workspaces/memberships";
import { permissionsOfRole, permissionsOfScopes } from "@/server/workspaces/permission";

export type FlowRow = typeof oauthFlow.$inferSelect;

/**
 * The context of whoever started a flow, with what they may do now: a member who left or a key that was revoked
 * since has none, and the answer is null.
 */
export async function enterFlowWorkspace(runtime: Runtime, flow: FlowRow, request: RequestFacts): Promise<WorkspaceContext | null> {
  const shared = { runtime, db: runtime.database.db, request };
  if (flow.actorKind === "api_key") {
    const [found] = await readKey(runtime, flow);
    if (!found) return null;
    const { id, slug, name, isSandbox, callDetail, callsPerMinute } = found.workspace;
    return {
      ...shared,
      workspace: { id: provenWorkspaceId(id), slug, name, isSandbox, callDetail, callsPerMinute },
      actor: { kind: "api_key", id: flow.actorId },
      permissions: permissionsOfScopes(found.scopes),
    };
  }
  const membership = (await readMemberships(shared.db, flow.actorId)).find((candidate) => candidate.workspace.id === flow.workspaceId);
  if (!membership) return null;
  return {
    ...shared,
    workspace: membership.workspace,
    actor: { kind: "user", id: flow.actorId, sessionId: flow.sessionId ?? "" },
    permissions: permissionsOfRole(membership.role),
  };
}

function readKey(runtime: Runtime, flow: FlowRow) {
  return runtime.database.db
    .select({ scopes: apiKey.scopes, workspace })
    .from(apiKey)
    .innerJoin(workspace, eq(workspace.id, apiKey.workspaceId))
    .where(
      and(
        eq(apiKey.id, flow.actorId),
        eq(apiKey.workspaceId, flow.workspaceId),
        isNull(apiKey.revokedAt),
        or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, new Date())),
      ),
    );
}
