import { and, count, desc, eq, gte, max } from "drizzle-orm";
import { call } from "@/db/schema/connections";
import { apiKey } from "@/db/schema/workspaces";
import { newId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findConnection } from "./find-connection";

/** Something that stops working when the connection does. */
export type Dependent = { kind: "api_key"; id: string; name: string; callCount: number; lastUsedAt: string };

const windowMs = 30 * 86_400_000;

/** What depends on a connection: the API keys that called through it in the last 30 days and still can. */
export async function listDependents(ctx: WorkspaceContext, input: { connectionId: string }): Promise<Dependent[]> {
  requirePermission(ctx, "connections:read");
  const { id } = await findConnection(ctx, ctx.db, input.connectionId);
  const rows = await ctx.db
    .select({ id: apiKey.id, name: apiKey.name, revokedAt: apiKey.revokedAt, callCount: count(), lastUsedAt: max(call.createdAt) })
    .from(call)
    .innerJoin(apiKey, and(eq(apiKey.id, call.actorId), eq(apiKey.workspaceId, ctx.workspace.id)))
    // Ids sort by age, so the index on connection and id gives the window without reading what is older.
    .where(and(eq(call.workspaceId, ctx.workspace.id), eq(call.connectionId, id), gte(call.id, newId("call", Date.now() - windowMs)), eq(call.actorKind, "api_key")))
    .groupBy(apiKey.id, apiKey.name, apiKey.revokedAt)
    .orderBy(desc(count()));
  return rows.flatMap(({ revokedAt, lastUsedAt, ...row }) => (revokedAt !== null || lastUsedAt === null ? [] : [{ kind: "api_key" as const, ...row, lastUsedAt: lastUsedAt.toISOString() }]));
}
