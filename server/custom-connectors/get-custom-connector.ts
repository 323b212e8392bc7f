import { AppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { countUses, findCustomConnector } from "./find-custom-connector";
import { type ConnectorDraft, connectorDraft } from "./schema";

export type CustomConnectorView = {
  slug: string;
  version: number;
  draft: ConnectorDraft;
  /** Where credentials go cannot change while there are any. */
  connections: number;
  hasOAuthApp: boolean;
};

/** The definition as its form shows it. */
export async function getCustomConnector(ctx: WorkspaceContext, input: { slug: string }): Promise<CustomConnectorView> {
  requirePermission(ctx, "admin");
  const row = await findCustomConnector(ctx, ctx.db, input.slug);
  const draft = connectorDraft.safeParse(row.definition);
  if (!draft.success) throw new AppError("CONFLICT", "This version of Patchbay cannot read the connector. Delete it, and add it again.");
  return { slug: row.slug, version: row.version, draft: draft.data, ...(await countUses(ctx, ctx.db, row.slug)) };
}
