import { and, eq, or, type SQL } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { connection } from "@/db/schema/connections";
import { notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";
import type { ConnectionRow } from "./connection-cache";

export type Viewer = Pick<WorkspaceContext, "workspace" | "actor">;

/** The connections that the actor may know of: the workspace's, and its own private ones. Admins are no exception. */
export function visibleTo({ workspace, actor }: Viewer): SQL | undefined {
  return and(
    eq(connection.workspaceId, workspace.id),
    actor.kind === "system" ? undefined : or(eq(connection.visibility, "workspace"), eq(connection.createdBy, actor.id)),
  );
}

/** What `visibleTo` says to the database, of a row that is in memory. */
export function isVisibleTo({ workspace, actor }: Viewer, row: ConnectionRow): boolean {
  return row.workspaceId === workspace.id && (actor.kind === "system" || row.visibility === "workspace" || row.createdBy === actor.id);
}

/** One connection that the actor may know of. Malformed, unknown, foreign and private ids all answer `NOT_FOUND`. */
export async function findConnection(viewer: Viewer, db: Queryable, id: string, options: { isLocked?: boolean } = {}): Promise<ConnectionRow> {
  if (!isId("connection", id)) throw notFound("connection");
  const query = db.select().from(connection).where(and(eq(connection.id, id), visibleTo(viewer)));
  const [row] = options.isLocked ? await query.for("update") : await query.limit(1);
  if (!row) throw notFound("connection");
  return row;
}
