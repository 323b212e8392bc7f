import { and, desc, eq } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import type { Connector } from "@/server/catalog/connector";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import { findConnection, visibleTo } from "@/server/connections/find-connection";
import { AppError } from "@/server/lib/errors";
import type { WorkspaceContext } from "@/server/workspaces/context";

/** As many as an error can list. */
const mostListed = 20;

/**
 * The connection that an operation runs through: the one that is named, else the only one of the connector that the
 * actor sees. Throws `NOT_FOUND` for an id that is not theirs, `INVALID_REQUEST` where there are several, or none.
 */
export async function chooseConnection(ctx: WorkspaceContext, connector: Connector, connectionId: string | undefined): Promise<ConnectionRow> {
  if (connectionId !== undefined) {
    const row = await findConnection(ctx, ctx.db, connectionId);
    if (row.connector === connector.slug) return row;
    throw new AppError("INVALID_REQUEST", `“${row.name}” is a connection of another connector. Name one of ${connector.name}.`, { details: { connectionId, provider: connector.slug } });
  }
  const rows = await ctx.db
    .select()
    .from(connection)
    .where(and(visibleTo(ctx), eq(connection.connector, connector.slug)))
    .orderBy(desc(connection.id))
    .limit(mostListed);
  const [only] = rows;
  if (only && rows.length === 1) return only;
  if (only) throw several(connector, rows);
  const where = new URL(`/connectors/${connector.slug}`, ctx.runtime.env.publicUrl).href;
  throw new AppError("INVALID_REQUEST", `${connector.name} is not connected in this workspace. Connect it at ${where}, then call again.`, { details: { provider: connector.slug, connectUrl: where } });
}

function several(connector: Connector, rows: ConnectionRow[]): AppError {
  const listed = rows.map((row) => `${row.id} (${row.name})`).join(", ");
  return new AppError("INVALID_REQUEST", `There are several ${connector.name} connections. Say which one with the header X-Connection-Id: ${listed}.`, {
    details: { provider: connector.slug, connections: Object.fromEntries(rows.map((row) => [row.id, row.name])) },
  });
}
