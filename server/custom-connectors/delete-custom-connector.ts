import { and, eq } from "drizzle-orm";
import { oauthApp } from "@/db/schema/connections";
import { customConnector } from "@/db/schema/custom-connectors";
import { recordAudit } from "@/server/audit/record-audit";
import { AppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { forgetConnector } from "./connector-for";
import { countUses, endFlows, findCustomConnector } from "./find-custom-connector";

/** Deletes a connector of the workspace's own, and its OAuth app. Throws `CONFLICT` while there are connections of it. */
export async function deleteCustomConnector(ctx: WorkspaceContext, input: { slug: string }): Promise<{ slug: string }> {
  requirePermission(ctx, "admin");
  const { slug } = input;
  await ctx.db.transaction(async (tx) => {
    const row = await findCustomConnector(ctx, tx, slug, { isLocked: true });
    const { connections, hasOAuthApp } = await countUses(ctx, tx, slug);
    if (connections > 0) {
      const what = connections === 1 ? "One connection uses" : `${connections} connections use`;
      throw new AppError("CONFLICT", `${what} this connector, private ones counted. Disconnect ${connections === 1 ? "it" : "them"} first.`, { details: { reason: "connector_in_use", connections } });
    }
    await endFlows(ctx, tx, slug);
    await tx.delete(oauthApp).where(and(eq(oauthApp.workspaceId, ctx.workspace.id), eq(oauthApp.connector, slug)));
    await tx.delete(customConnector).where(eq(customConnector.id, row.id));
    await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "custom_connector.delete", target: row.id, data: { slug, hadOAuthApp: hasOAuthApp, requestId: ctx.request.id } });
  });
  forgetConnector(ctx.runtime, ctx.workspace.id, slug);
  return { slug };
}
