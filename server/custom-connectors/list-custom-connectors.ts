import { asc, eq } from "drizzle-orm";
import { customConnector } from "@/db/schema/custom-connectors";
import type { Connector } from "@/server/catalog/connector";
import { connectors } from "@/server/catalog/registry";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { readDefinition } from "./read-definition";

/** The workspace's own connectors, by name. */
async function listCustomConnectors(ctx: WorkspaceContext): Promise<Connector[]> {
  requirePermission(ctx, "connections:read");
  const rows = await ctx.db.select().from(customConnector).where(eq(customConnector.workspaceId, ctx.workspace.id)).orderBy(asc(customConnector.slug));
  return rows.flatMap((row) => readDefinition(ctx.runtime, row) ?? []).toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

/** All that the workspace can connect: the catalog, then its own. */
export async function listAllConnectors(ctx: WorkspaceContext): Promise<readonly Connector[]> {
  requirePermission(ctx, "connections:read");
  return [...connectors, ...(await listCustomConnectors(ctx))];
}
