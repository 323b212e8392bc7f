import { and, desc, eq, lt } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import { connectorsFor } from "@/server/custom-connectors/connector-for";
import { AppError } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { healthIs, needsAttentionIs, statusIs } from "./connection-state";
import { connectionView } from "./connection-view";
import { visibleTo } from "./find-connection";
import { selectWithCreator } from "./read-connection-view";
import type { ConnectionView, ListConnectionsInput } from "./schema";

/** The connections that the actor may know of, newest first, a page at a time. `nextCursor` is null on the last page. */
export async function listConnections(ctx: WorkspaceContext, input: ListConnectionsInput): Promise<{ connections: ConnectionView[]; nextCursor: string | null }> {
  requirePermission(ctx, "connections:read");
  const { limit, cursor, status, health, mcpId, needsAttention } = input;
  if (cursor !== undefined && !isId("connection", cursor)) throw new AppError("INVALID_REQUEST", "This cursor is not one that a list of connections gave out.");
  const now = new Date();
  const found = await selectWithCreator(ctx.db)
    .where(
      and(
        visibleTo(ctx),
        cursor === undefined ? undefined : lt(connection.id, cursor),
        mcpId === undefined ? undefined : eq(connection.connector, mcpId),
        status === undefined ? undefined : statusIs(status, now),
        health === undefined ? undefined : healthIs(health, now),
        needsAttention === undefined ? undefined : needsAttentionIs(needsAttention, now),
      ),
    )
    .orderBy(desc(connection.id))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const connectorOf = await connectorsFor(ctx.runtime, ctx.workspace.id, page.map(({ row }) => row.connector));
  return {
    connections: page.map(({ row, createdByName }) => connectionView(ctx, row, connectorOf(row.connector), createdByName, now)),
    nextCursor: found.length > limit ? (page.at(-1)?.row.id ?? null) : null,
  };
}
