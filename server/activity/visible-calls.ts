import { and, eq, inArray, notInArray, or, type SQL } from "drizzle-orm";
import { call, connection } from "@/db/schema/connections";
import { visibleTo } from "@/server/connections/find-connection";
import type { WorkspaceContext } from "@/server/workspaces/context";

/**
 * The calls that the actor may know of: through connections that they may know of. Of one that is gone nobody can
 * tell any more whether it was private, so its calls are left to whoever made them.
 */
export function isVisibleCall(ctx: WorkspaceContext): SQL | undefined {
  if (ctx.actor.kind === "system") return undefined;
  const { db } = ctx;
  const known = db.select({ id: connection.id }).from(connection).where(visibleTo(ctx));
  const there = db.select({ id: connection.id }).from(connection).where(eq(connection.workspaceId, ctx.workspace.id));
  return or(inArray(call.connectionId, known), and(eq(call.actorKind, ctx.actor.kind), eq(call.actorId, ctx.actor.id), notInArray(call.connectionId, there)));
}
