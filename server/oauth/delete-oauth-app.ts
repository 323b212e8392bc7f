import { and, asc, count, eq, isNull, ne } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { connection, oauthApp } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { AppError, notFound } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { requireInstanceOwner } from "@/server/workspaces/instance-owner";
import type { DeleteOAuthAppInput } from "./schema";

/** A connection whose tokens only this app can renew. Private ones count, without their name. */
export type DependentConnection = { id: string; name: string };

export type DeletedOAuthApp = {
  connector: string;
  dependents: DependentConnection[];
  /** Those of other workspaces, of which no more is told. */
  dependentsElsewhere: number;
};

/**
 * Removes this workspace's registration, or the instance's when its owner asks. While connections depend on it, it
 * throws `CONFLICT` and names them; with `force` they stay, work until their tokens expire, and then have to be
 * reconnected.
 */
export async function deleteOAuthApp(ctx: WorkspaceContext, input: DeleteOAuthAppInput): Promise<DeletedOAuthApp> {
  requirePermission(ctx, "admin");
  const { serves = "workspace", connector } = input;
  if (serves === "instance") await requireInstanceOwner(ctx);
  return ctx.db.transaction(async (tx) => {
    const [app] = await tx
      .select({ id: oauthApp.id })
      .from(oauthApp)
      .where(and(serves === "instance" ? isNull(oauthApp.workspaceId) : eq(oauthApp.workspaceId, ctx.workspace.id), eq(oauthApp.connector, connector)))
      .for("update");
    if (!app) throw notFound("OAuth app");
    const dependents = await readDependents(tx, ctx, app.id);
    const dependentsElsewhere = serves === "instance" ? await countElsewhere(tx, ctx, app.id) : 0;
    if (dependents.length + dependentsElsewhere > 0 && input.force !== true) throw inUse(dependents, dependentsElsewhere);
    await tx.delete(oauthApp).where(eq(oauthApp.id, app.id));
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "oauth_app.delete",
      target: app.id,
      data: { connector, serves, dependents: dependents.map(({ id }) => id), dependentsElsewhere },
    });
    return { connector, dependents, dependentsElsewhere };
  });
}

function inUse(dependents: readonly DependentConnection[], elsewhere: number): AppError {
  const total = dependents.length + elsewhere;
  const where = elsewhere === 0 ? "" : `, ${elsewhere === total ? (total === 1 ? "in another workspace" : "in other workspaces") : `${elsewhere} of them in other workspaces`}`;
  const who = total === 1 ? `One connection depends on this OAuth app${where}.` : `${total} connections depend on this OAuth app${where}.`;
  return new AppError("CONFLICT", `${who} Without it they stop when their tokens expire, and have to be reconnected.`, {
    details: { reason: "oauth_app_in_use", connections: Object.fromEntries(dependents.map(({ id, name }) => [id, name])), elsewhere },
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

async function countElsewhere(db: Queryable, ctx: WorkspaceContext, appId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(connection).where(and(ne(connection.workspaceId, ctx.workspace.id), eq(connection.oauthAppId, appId)));
  return found?.count ?? 0;
}
