import { and, count, eq } from "drizzle-orm";
import { connectorRequest } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { AppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import type { RequestConnectorInput } from "./connector-request.schema";

/** So many wishes of one person wait at a time: a list that nobody can read helps nobody. */
const waitingAtMost = 50;

/** Notes that somebody misses a service, for the admins to see. Asking for the same again keeps the first. */
export async function requestConnector(ctx: WorkspaceContext, { name, purpose }: RequestConnectorInput): Promise<void> {
  requirePermission(ctx, "connections:write");
  const mine = and(eq(connectorRequest.workspaceId, ctx.workspace.id), eq(connectorRequest.requestedBy, ctx.actor.id));
  await ctx.db.transaction(async (tx) => {
    const [waiting] = await tx.select({ count: count() }).from(connectorRequest).where(mine);
    if ((waiting?.count ?? 0) >= waitingAtMost) throw new AppError("CONFLICT", `You asked for ${waitingAtMost} connectors already. Ask an admin to go through the list first.`);
    const [made] = await tx
      .insert(connectorRequest)
      .values({ id: newId("connectorRequest"), workspaceId: ctx.workspace.id, name, wish: name.toLowerCase(), purpose: purpose ?? null, requestedBy: ctx.actor.id })
      .onConflictDoNothing()
      .returning({ id: connectorRequest.id });
    if (made) await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "connector_request.create", target: made.id, data: { name } });
  });
}
