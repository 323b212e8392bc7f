import { desc, eq } from "drizzle-orm";
import { connectorRequest } from "@/db/schema/connections";
import { user } from "@/db/schema/identity";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";

export type ConnectorRequestView = {
  id: string;
  name: string;
  purpose: string | null;
  /** Null when the account is gone, or an API key asked. */
  requesterName: string | null;
  createdAt: string;
};

const shownAtMost = 500;

/** What the workspace misses in the catalog, the latest first. */
export async function listConnectorRequests(ctx: WorkspaceContext): Promise<ConnectorRequestView[]> {
  requirePermission(ctx, "admin");
  const rows = await ctx.db
    .select({ id: connectorRequest.id, name: connectorRequest.name, purpose: connectorRequest.purpose, requesterName: user.name, createdAt: connectorRequest.createdAt })
    .from(connectorRequest)
    .leftJoin(user, eq(user.id, connectorRequest.requestedBy))
    .where(eq(connectorRequest.workspaceId, ctx.workspace.id))
    .orderBy(desc(connectorRequest.id))
    .limit(shownAtMost);
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}
