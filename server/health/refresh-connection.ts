import { recordAudit } from "@/server/audit/record-audit";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findConnection } from "@/server/connections/find-connection";
import { openCredential } from "@/server/connections/open-credential";
import { findAuthOption } from "@/server/connections/present-credential";
import { readConnectionView } from "@/server/connections/read-connection-view";
import { refreshConnectionToken } from "@/server/connections/refresh-connection-token";
import type { ConnectionView } from "@/server/connections/schema";
import { canRenew } from "@/server/connections/renew-token";
import { testConnection } from "./test-connection";

/**
 * Renews a connection's access token now. What has none that could be renewed is checked with a real call instead.
 * Throws `REAUTHORIZATION_REQUIRED` when only reconnecting helps, `SERVICE_UNAVAILABLE` when waiting does.
 */
export async function refreshConnection(ctx: WorkspaceContext, input: { connectionId: string }): Promise<ConnectionView> {
  requirePermission(ctx, "connections:write");
  const row = await findConnection(ctx, ctx.db, input.connectionId);
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, row.connector);
  const option = findAuthOption(connector, row.authKind);
  if (!canRenew(option, await openCredential(ctx.runtime, row))) return testConnection(ctx, input);
  await ctx.db.transaction((tx) => recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "connection.request_refresh", target: row.id, data: { requestId: ctx.request.id } }));
  await refreshConnectionToken(ctx.runtime, { row, connector, option }, { isForced: true });
  return readConnectionView(ctx, row.id);
}
