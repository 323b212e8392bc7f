import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { connectorRequest } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import type { deleteConnectorRequestInput } from "./connector-request.schema";

/** Takes a wish off the list: it came true, or it will not. */
export async function deleteConnectorRequest(ctx: WorkspaceContext, { requestId }: z.output<typeof deleteConnectorRequestInput>): Promise<void> {
  requirePermission(ctx, "admin");
  if (!isId("connectorRequest", requestId)) throw notFound("connector request");
  await ctx.db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(connectorRequest)
      .where(and(eq(connectorRequest.id, requestId), eq(connectorRequest.workspaceId, ctx.workspace.id)))
      .returning({ id: connectorRequest.id, name: connectorRequest.name });
    if (!gone) throw notFound("connector request");
    await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "connector_request.delete", target: gone.id, data: { name: gone.name } });
  });
}
