import { and, desc, eq, lt, sql } from "drizzle-orm";
import { connectionEvent } from "@/db/schema/connections";
import { user } from "@/db/schema/identity";
import { apiKey } from "@/db/schema/workspaces";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findConnection } from "./find-connection";
import type { ListPageInput } from "./schema";

export type ConnectionEventView = {
  id: string;
  kind: (typeof connectionEvent.$inferSelect)["kind"];
  message: string;
  /** A person or an API key; null for Patchbay itself. */
  actorName: string | null;
  createdAt: string;
};

/** A connection's timeline, newest first. */
export async function listConnectionEvents(ctx: WorkspaceContext, input: ListPageInput): Promise<{ events: ConnectionEventView[]; nextCursor: string | null }> {
  requirePermission(ctx, "connections:read");
  const { id } = await findConnection(ctx, ctx.db, input.connectionId);
  const found = await ctx.db
    .select({ event: connectionEvent, actorName: sql<string | null>`coalesce(${user.name}, ${apiKey.name})` })
    .from(connectionEvent)
    .leftJoin(user, and(eq(connectionEvent.actorKind, "user"), eq(user.id, connectionEvent.actorId)))
    .leftJoin(apiKey, and(eq(connectionEvent.actorKind, "api_key"), eq(apiKey.id, connectionEvent.actorId), eq(apiKey.workspaceId, ctx.workspace.id)))
    .where(and(eq(connectionEvent.workspaceId, ctx.workspace.id), eq(connectionEvent.connectionId, id), input.cursor === undefined ? undefined : lt(connectionEvent.id, input.cursor)))
    .orderBy(desc(connectionEvent.id))
    .limit(input.limit + 1);
  const page = found.slice(0, input.limit);
  return {
    events: page.map(({ event, actorName }) => ({ id: event.id, kind: event.kind, message: event.message, actorName, createdAt: event.createdAt.toISOString() })),
    nextCursor: found.length > input.limit ? (page.at(-1)?.event.id ?? null) : null,
  };
}
