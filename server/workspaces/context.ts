import type { Database } from "@/db/client";
import type { Actor } from "@/server/audit/actor";
import { isId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { type Permission, refusePermission } from "./permission";

/** A workspace id that was proven for the actor at the door, not one that came in with a request. */
export type WorkspaceId = string & { readonly __workspace: true };

/** Marks the id that a membership's, a key's or a new workspace's row just proved. */
export function provenWorkspaceId(id: string): WorkspaceId {
  if (!isWorkspaceId(id)) throw new Error("a workspace row has a malformed id");
  return id;
}

function isWorkspaceId(id: string): id is WorkspaceId {
  return isId("workspace", id);
}

/** What every verb takes first: who acts, in which workspace, with what. */
export type WorkspaceContext = {
  runtime: Runtime;
  db: Database;
  workspace: { id: WorkspaceId; slug: string; name: string; isSandbox: boolean; /** Which calls keep what they said. */ callDetail: "all" | "notable" | "none"; callsPerMinute: number | null };
  actor: Actor;
  permissions: ReadonlySet<Permission>;
  /** The most calls that the API key makes; null for people and for keys without a limit. */
  callsPerMinute?: number | null;
  request: RequestFacts;
};

/** What the audit trail and the log may know of a request. */
export type RequestFacts = { id: string; ipAddress: string | null; userAgent: string | null };

/** A signed-in person before a workspace is chosen: what the few verbs take that stand outside of workspaces. */
export type SessionContext = {
  runtime: Runtime;
  db: Database;
  user: { id: string; name: string; email: string };
  sessionId: string;
  request: RequestFacts;
};

/** The first line of every verb. Throws `FORBIDDEN`. */
export function requirePermission(ctx: WorkspaceContext, permission: Permission): void {
  if (!ctx.permissions.has(permission)) refusePermission(permission, ctx.actor.kind);
}

export function isAdmin(ctx: WorkspaceContext): boolean {
  return ctx.permissions.has("admin");
}
