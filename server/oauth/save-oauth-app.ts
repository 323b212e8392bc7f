import { and, count, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { connection } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { requireInstanceOwner } from "@/server/workspaces/instance-owner";
import { maskClientId } from "./mask-client-id";
import { requireOAuthOption } from "./oauth-option";
import type { SaveOAuthAppInput } from "./schema";
import { writeOAuthApp } from "./write-oauth-app";

export type SavedOAuthApp = {
  id: string;
  connector: string;
  clientIdMasked: string;
  /** Connections made with another client ID of this app: vendors honour their tokens no longer than they last. */
  staleConnections: number;
};

/**
 * Stores a registration at a vendor, sealed. The workspace's own goes before the instance's, and that before the
 * environment's. One for the whole instance is saved by its owner alone; no workspace can write for another.
 */
export async function saveOAuthApp(ctx: WorkspaceContext, input: SaveOAuthAppInput): Promise<SavedOAuthApp> {
  requirePermission(ctx, "admin");
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, input.connector);
  requireOAuthOption(connector);
  const { clientId, serves = "workspace" } = input;
  if (serves === "instance") await requireInstanceOwner(ctx);
  if (serves === "instance" && connector.custom) throw new AppError("INVALID_REQUEST", `${connector.name} is this workspace's own connector, so its OAuth app is the workspace's too.`);
  return ctx.db.transaction(async (tx) => {
    const { id, previousClientId } = await writeOAuthApp(tx, ctx.runtime.vault, {
      workspaceId: serves === "instance" ? null : ctx.workspace.id,
      slug: connector.slug,
      clientId,
      clientSecret: new Secret(input.clientSecret),
      createdBy: ctx.actor.id,
    });
    const isReplaced = previousClientId !== null && previousClientId !== clientId;
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "oauth_app.save",
      target: id,
      data: { connector: connector.slug, serves, clientId: maskClientId(clientId), isReplaced },
    });
    return { id, connector: connector.slug, clientIdMasked: maskClientId(clientId), staleConnections: isReplaced ? await countMadeWith(tx, ctx, { id, serves }) : 0 };
  });
}

/** An app of the instance counts those of every workspace: a number tells its owner no more than that. */
async function countMadeWith(db: Queryable, ctx: WorkspaceContext, { id, serves }: { id: string; serves: "workspace" | "instance" }): Promise<number> {
  const isMadeWith = eq(connection.oauthAppId, id);
  const [made] = await db.select({ count: count() }).from(connection).where(serves === "instance" ? isMadeWith : and(eq(connection.workspaceId, ctx.workspace.id), isMadeWith));
  return made?.count ?? 0;
}
