import { eq } from "drizzle-orm";
import type { z } from "zod";
import { customConnector } from "@/db/schema/custom-connectors";
import { recordAudit } from "@/server/audit/record-audit";
import { AppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { requireSoundDefinition } from "./check-definition";
import { forgetConnector } from "./connector-for";
import type { SavedCustomConnector } from "./create-custom-connector";
import { countUses, endFlows, findCustomConnector } from "./find-custom-connector";
import { type ConnectorDraft, connectorDraft, type updateCustomConnectorInput } from "./schema";
import { changedRoutes } from "./changed-routes";

/**
 * Changes a connector of the workspace's own. Where credentials go stays as it is while there are connections or an
 * OAuth app: what people gave for one address must not end up at another. Throws `CONFLICT` then, and when somebody
 * else changed it meanwhile.
 */
export async function updateCustomConnector(ctx: WorkspaceContext, input: z.output<typeof updateCustomConnectorInput>): Promise<SavedCustomConnector> {
  requirePermission(ctx, "admin");
  const { slug, draft } = input;
  const version = await ctx.db.transaction(async (tx) => {
    const row = await findCustomConnector(ctx, tx, slug, { isLocked: true });
    if (row.version !== input.version) throw new AppError("CONFLICT", "Somebody else changed this connector since you opened it. Load the page again, then make your change.");
    const next = row.version + 1;
    requireSoundDefinition(ctx.runtime, slug, next, draft);
    const before = connectorDraft.safeParse(row.definition);
    const routes = before.success ? changedRoutes(before.data, draft) : ["auth", "api.baseUrl"];
    if (routes.length > 0) {
      const uses = await countUses(ctx, tx, slug);
      if (uses.connections > 0 || uses.hasOAuthApp) throw inUse(draft, uses, routes);
      await endFlows(ctx, tx, slug);
    }
    await tx.update(customConnector).set({ definition: draft, version: next, updatedAt: new Date() }).where(eq(customConnector.id, row.id));
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "custom_connector.update",
      target: row.id,
      data: { slug, name: draft.name, version: next, baseUrl: draft.api.baseUrl, hosts: draft.api.hosts, changedRoutes: routes, requestId: ctx.request.id },
    });
    return next;
  });
  forgetConnector(ctx.runtime, ctx.workspace.id, slug);
  return { slug, version };
}

function inUse({ name }: ConnectorDraft, { connections, hasOAuthApp }: { connections: number; hasOAuthApp: boolean }, routes: string[]): AppError {
  const what = connections === 0 ? "an OAuth app" : connections === 1 ? "a connection" : `${connections} connections`;
  const next = connections === 0 ? "Delete the OAuth app first" : hasOAuthApp ? "Disconnect them and delete the OAuth app first" : "Disconnect first";
  const sentence = `${name} has ${what}, so where credentials go cannot change. ${next}, or add another connector.`;
  return new AppError("CONFLICT", sentence, { details: { reason: "connector_in_use", fields: Object.fromEntries(routes.map((route) => [route, "This cannot change while it is in use."])) } });
}
