import { and, desc, eq, lt, sql } from "drizzle-orm";
import { call } from "@/db/schema/connections";
import { user } from "@/db/schema/identity";
import { apiKey } from "@/db/schema/workspaces";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findConnection } from "./find-connection";
import type { ListPageInput } from "./schema";

export type CallView = {
  id: string;
  method: string;
  host: string;
  path: string;
  /** The vendor's; null when none arrived. */
  status: number | null;
  errorCode: string | null;
  durationMs: number;
  actorName: string | null;
  createdAt: string;
};

/** The calls that went through a connection, newest first. */
export async function listConnectionCalls(ctx: WorkspaceContext, input: ListPageInput): Promise<{ calls: CallView[]; nextCursor: string | null }> {
  requirePermission(ctx, "connections:read");
  const { id } = await findConnection(ctx, ctx.db, input.connectionId);
  const found = await ctx.db
    .select({ row: call, actorName: sql<string | null>`coalesce(${user.name}, ${apiKey.name})` })
    .from(call)
    .leftJoin(user, and(eq(call.actorKind, "user"), eq(user.id, call.actorId)))
    .leftJoin(apiKey, and(eq(call.actorKind, "api_key"), eq(apiKey.id, call.actorId), eq(apiKey.workspaceId, ctx.workspace.id)))
    .where(and(eq(call.workspaceId, ctx.workspace.id), eq(call.connectionId, id), input.cursor === undefined ? undefined : lt(call.id, input.cursor)))
    .orderBy(desc(call.id))
    .limit(input.limit + 1);
  const page = found.slice(0, input.limit);
  return {
    calls: page.map(({ row, actorName }) => ({
      id: row.id,
      method: row.method,
      host: row.host,
      path: row.path,
      status: row.status,
      errorCode: row.errorCode,
      durationMs: row.durationMs,
      actorName,
      createdAt: row.createdAt.toISOString(),
    })),
    nextCursor: found.length > input.limit ? (page.at(-1)?.row.id ?? null) : null,
  };
}
