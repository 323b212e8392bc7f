import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { connection } from "@/db/schema/connections";
import { user } from "@/db/schema/identity";
import { apiKey } from "@/db/schema/workspaces";
import { connectorFor } from "@/server/custom-connectors/connector-for";
import { notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { connectionView } from "./connection-view";
import { visibleTo } from "./find-connection";
import type { ConnectionView } from "./schema";

/** Connections with the name of the person or the API key that made them. */
export function selectWithCreator(db: Queryable) {
  return db
    .select({ row: connection, createdByName: sql<string | null>`coalesce(${user.name}, ${apiKey.name})` })
    .from(connection)
    .leftJoin(user, eq(user.id, connection.createdBy))
    .leftJoin(apiKey, and(eq(apiKey.id, connection.createdBy), eq(apiKey.workspaceId, connection.workspaceId)));
}

/** One connection as the actor may see it now. Throws `NOT_FOUND`. The verb that calls it has proven the permission. */
export async function readConnectionView(ctx: WorkspaceContext, id: string, db: Queryable = ctx.db): Promise<ConnectionView> {
  const [found] = isId("connection", id) ? await selectWithCreator(db).where(and(eq(connection.id, id), visibleTo(ctx))).limit(1) : [];
  if (!found) throw notFound("connection");
  return connectionView(ctx, found.row, await connectorFor(ctx.runtime, ctx.workspace.id, found.row.connector), found.createdByName);
}
