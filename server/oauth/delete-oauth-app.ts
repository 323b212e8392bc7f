import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { connection, oauthApp } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { AppError, notFound } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import type { DeleteOAuthAppInput } from "./schema";

/** A connection whose tokens only this app can renew. Private ones count, without their name. */
export type DependentConnection = { id: string; name: string };

export type DeletedOAuthApp = { connector: string; dependents: DependentConnection[] };

/**
 * Removes this workspace's registration. While connections depend on it, it throws `CONFLICT` and names them;
 * with `force` they stay, work until their tokens expire, and then have to be reconnected.
 */
export async function deleteOAuthApp(ctx: WorkspaceContext, input: DeleteOAuthAppInput): Promise<DeletedOAuthApp> {
  requirePermission(ctx, "admin");
  return ctx.db.transaction(async (tx) => {
    const [app] = await tx
      .select({ id: oauthApp.id })
      .from(oauthApp)
      .where(and(eq(oauthApp.workspaceId, ctx.workspace.id), eq(oauthApp.connector, input.connector)))
      .for("update");
    if (!app) throw notFound("OAuth app");
    const dependents = await readDependents(tx, ctx, app.id);
    if (dependents.length > 0 && !input.force) {
      throw new AppError("CONFLICT", `${dependents.length === 1 ? "One connection depends" : `${dependents.length} connections depend`} on this OAuth app. Without it they stop when their tokens expire, and have to be reconnected.`, {
        details: { reason: "oauth_app_in_use", connections: Object.fromEntries(dependents.map(({ id, name }) => [id, name])) },
      });
    }
    await tx.delete(oauthApp).where(eq(oauthApp.id, app.id));
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "oauth_app.delete",
      target: app.id,
      data: { connector: input.connector, dependents: dependents.map(({ id }) => id) },
    });
    return { connector: input.connector, dependents };
  });
}

async function readDependents(db: Queryable, ctx: WorkspaceContext, appId: string): Promise<DependentConnection[]> {
  const rows = await db
    .select({ id: connection.id, name: connection.name, visibility: connection.visibility, createdBy: connection.createdBy })
    .from(connection)
    .where(and(eq(connection.workspaceId, ctx.workspace.id), eq(connection.oauthAppId, appId)))
    .orderBy(asc(connection.id));
  return rows.map(({ id, name, visibility, createdBy }) => ({ id, name: visibility === "workspace" || createdBy === ctx.actor.id ? name : "A private connection" }));
}
