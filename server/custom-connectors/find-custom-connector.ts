import { and, count, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { connection, oauthApp, oauthFlow } from "@/db/schema/connections";
import { customConnector } from "@/db/schema/custom-connectors";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { noSuchConnector } from "./connector-for";
import type { CustomConnectorRow } from "./read-definition";

/** The workspace's own connector. Malformed, unknown and foreign ones all answer `NOT_FOUND`. */
export async function findCustomConnector(ctx: WorkspaceContext, db: Queryable, slug: string, options: { isLocked?: boolean } = {}): Promise<CustomConnectorRow> {
  const query = db
    .select()
    .from(customConnector)
    .where(and(eq(customConnector.workspaceId, ctx.workspace.id), eq(customConnector.slug, slug)));
  const [row] = options.isLocked ? await query.for("update") : await query.limit(1);
  if (!row) throw noSuchConnector();
  return row;
}

/** How many connections there are of it, private ones counted, and whether an OAuth app is registered for it. */
export async function countUses(ctx: WorkspaceContext, db: Queryable, slug: string): Promise<{ connections: number; hasOAuthApp: boolean }> {
  const [made] = await db
    .select({ count: count() })
    .from(connection)
    .where(and(eq(connection.workspaceId, ctx.workspace.id), eq(connection.connector, slug)));
  const [app] = await db
    .select({ id: oauthApp.id })
    .from(oauthApp)
    .where(and(eq(oauthApp.workspaceId, ctx.workspace.id), eq(oauthApp.connector, slug)))
    .limit(1);
  return { connections: made?.count ?? 0, hasOAuthApp: app !== undefined };
}

/** Sign-ins that are under way end: their codes were meant for the addresses before. */
export async function endFlows(ctx: WorkspaceContext, tx: Transaction, slug: string): Promise<void> {
  await tx.delete(oauthFlow).where(and(eq(oauthFlow.workspaceId, ctx.workspace.id), eq(oauthFlow.connector, slug)));
}
