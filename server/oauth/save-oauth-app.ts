import { and, count, eq } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { Secret } from "@/server/lib/secret";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
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
 * Stores this workspace's registration at a vendor, sealed. It goes before the instance's and the environment's. The
 * environment is the operator's way to serve every workspace; no workspace can write for another.
 */
export async function saveOAuthApp(ctx: WorkspaceContext, input: SaveOAuthAppInput): Promise<SavedOAuthApp> {
  requirePermission(ctx, "admin");
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, input.connector);
  requireOAuthOption(connector);
  const { clientId } = input;
  return ctx.db.transaction(async (tx) => {
    const { id, previousClientId } = await writeOAuthApp(tx, ctx.runtime.vault, {
      workspaceId: ctx.workspace.id,
      slug: connector.slug,
      clientId,
      clientSecret: new Secret(input.clientSecret),
      createdBy: ctx.actor.id,
    });
    const isReplaced = previousClientId !== null && previousClientId !== clientId;
    const [made] = await tx
      .select({ count: count() })
      .from(connection)
      .where(and(eq(connection.workspaceId, ctx.workspace.id), eq(connection.oauthAppId, id)));
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "oauth_app.save",
      target: id,
      data: { connector: connector.slug, clientId: maskClientId(clientId), isReplaced },
    });
    return { id, connector: connector.slug, clientIdMasked: maskClientId(clientId), staleConnections: isReplaced ? (made?.count ?? 0) : 0 };
  });
}
