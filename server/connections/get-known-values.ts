import { recordAudit } from "@/server/audit/record-audit";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findConnection } from "./find-connection";
import { knownValues } from "./known-values";
import { openCredential } from "./open-credential";
import { findAuthOption } from "./present-credential";

/** What the form starts with when a connection is reconnected, by key: host and user of a database, never its password. */
export async function getKnownValues(ctx: WorkspaceContext, input: { connectionId: string }): Promise<Record<string, string>> {
  requirePermission(ctx, "connections:write");
  const row = await findConnection(ctx, ctx.db, input.connectionId);
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, row.connector);
  const option = findAuthOption(connector, row.authKind);
  if (!("fields" in option)) return knownValues(connector, [], row, {});
  const current = await openCredential(ctx.runtime, row);
  const data = { openedVersion: row.credentialVersion, requestId: ctx.request.id };
  await ctx.db.transaction((tx) => recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "connection.read_values", target: row.id, data }));
  return knownValues(connector, option.fields, row, current);
}
