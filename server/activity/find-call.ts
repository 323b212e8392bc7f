import { and, eq } from "drizzle-orm";
import { call, callDetail, connection } from "@/db/schema/connections";
import { user } from "@/db/schema/identity";
import { apiKey } from "@/db/schema/workspaces";
import { notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { callNames, type NamedCall } from "./call-view";
import { isVisibleCall } from "./visible-calls";

export type StoredDetail = typeof callDetail.$inferSelect;
export type StoredCall = NamedCall & { detail: StoredDetail | null };

/** One call that the actor may know of, with what is kept of it. Malformed, unknown, foreign and hidden ids all answer `NOT_FOUND`. */
export async function findCall(ctx: WorkspaceContext, callId: string): Promise<StoredCall> {
  if (!isId("call", callId)) throw notFound("call");
  const { actorName, onUser, onKey, onConnection } = callNames;
  const [found] = await ctx.db
    .select({ row: call, connectionName: connection.name, actorName, detail: callDetail })
    .from(call)
    .leftJoin(connection, onConnection)
    .leftJoin(user, onUser)
    .leftJoin(apiKey, onKey)
    .leftJoin(callDetail, and(eq(callDetail.workspaceId, call.workspaceId), eq(callDetail.callId, call.id)))
    .where(and(eq(call.workspaceId, ctx.workspace.id), eq(call.id, callId), isVisibleCall(ctx)))
    .limit(1);
  if (!found) throw notFound("call");
  return found;
}
