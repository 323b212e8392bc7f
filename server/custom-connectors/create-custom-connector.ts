import { count, eq } from "drizzle-orm";
import type { z } from "zod";
import { customConnector } from "@/db/schema/custom-connectors";
import { workspace } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { findConnector } from "@/server/catalog/registry";
import { AppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { requireSoundDefinition } from "./check-definition";
import { forgetConnector } from "./connector-for";
import { customPrefix, isCustomSlug, slugOf } from "./custom-slug";
import { maxConnectors } from "./limits.schema";
import type { createCustomConnectorInput } from "./schema";

export type SavedCustomConnector = { slug: string; version: number };

/**
 * Defines a connector for this workspace alone. Throws `INVALID_REQUEST` with `details.fields` for a rule that the
 * definition breaks, `CONFLICT` for an id that is taken and when there are a hundred already.
 */
export async function createCustomConnector(ctx: WorkspaceContext, input: z.output<typeof createCustomConnectorInput>): Promise<SavedCustomConnector> {
  requirePermission(ctx, "admin");
  const { draft } = input;
  const slug = chooseSlug(input);
  const connector = requireSoundDefinition(ctx.runtime, slug, 1, draft);
  await ctx.db.transaction(async (tx) => {
    // Two at once count one after the other.
    await tx.select({ id: workspace.id }).from(workspace).where(eq(workspace.id, ctx.workspace.id)).for("update");
    const [made] = await tx.select({ count: count() }).from(customConnector).where(eq(customConnector.workspaceId, ctx.workspace.id));
    if ((made?.count ?? 0) >= maxConnectors) throw new AppError("CONFLICT", `This workspace has ${maxConnectors} connectors of its own, which is the most it can have. Delete one that nobody uses.`);
    const id = newId("customConnector");
    const inserted = await tx.insert(customConnector).values({ id, workspaceId: ctx.workspace.id, slug, definition: draft, createdBy: ctx.actor.id }).onConflictDoNothing().returning({ id: customConnector.id });
    if (inserted.length === 0) throw taken(`This workspace has a connector ${slug} already. Give this one another name.`);
    await recordAudit(tx, {
      workspaceId: ctx.workspace.id,
      actor: ctx.actor,
      action: "custom_connector.create",
      target: id,
      data: { slug, name: draft.name, authKind: draft.auth.kind, baseUrl: draft.api.baseUrl, hosts: [...(connector.api?.hosts ?? [])], requestId: ctx.request.id },
    });
  });
  forgetConnector(ctx.runtime, ctx.workspace.id, slug);
  return { slug, version: 1 };
}

function chooseSlug({ slug, draft }: z.output<typeof createCustomConnectorInput>): string {
  if (slug === undefined) return slugOf(draft.name);
  if (findConnector(slug)) throw taken(`${slug} is a connector of the catalog. Ids of your own connectors begin with ${customPrefix}.`);
  if (!isCustomSlug(slug)) throw new AppError("INVALID_REQUEST", `Ids of your own connectors begin with ${customPrefix}.`, { details: { fields: { slug: `Begin the id with ${customPrefix}.` } } });
  return slug;
}

function taken(sentence: string): AppError {
  return new AppError("CONFLICT", sentence, { details: { fields: { name: sentence } } });
}
