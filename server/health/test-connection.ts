import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connection } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { checkConnection, type ConnectionCheck } from "./check-connection";
import { type ConnectionRow, forgetConnection } from "@/server/connections/connection-cache";
import { findConnection } from "@/server/connections/find-connection";
import { type HealthChange, nextHealth } from "./next-health";
import { readConnectionView } from "@/server/connections/read-connection-view";
import { recordEvent } from "@/server/connections/record-event";
import type { ConnectionView } from "@/server/connections/schema";

/** Checks a connection with a real call now and writes down how it fares. The answer tells it; it does not throw for it. */
export async function testConnection(ctx: WorkspaceContext, input: { connectionId: string }): Promise<ConnectionView> {
  requirePermission(ctx, "connections:write");
  const row = await findConnection(ctx, ctx.db, input.connectionId);
  const { check, checked } = await checkConnection(ctx, row, () => findConnection(ctx, ctx.db, row.id));
  await ctx.db.transaction(async (tx) => {
    const now = new Date();
    const change = check.kind === "settled" ? {} : nextHealth(checked, check, now);
    // A verdict on a credential that was replaced meanwhile is about nothing that is still there.
    const [written] = await tx
      .update(connection)
      .set({ ...change, lastHealthCheckAt: now })
      .where(and(eq(connection.id, checked.id), eq(connection.workspaceId, ctx.workspace.id), eq(connection.credentialVersion, checked.credentialVersion)))
      .returning();
    if (!written) return;
    if (check.kind !== "settled") await recordChange(tx, ctx, checked, { ...written, ...change });
    await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "connection.test", target: checked.id, data: { result: resultOf(check), openedVersion: checked.credentialVersion, requestId: ctx.request.id } });
  });
  forgetConnection(ctx.runtime, row.id);
  return readConnectionView(ctx, row.id);
}

async function recordChange(tx: Transaction, ctx: WorkspaceContext, before: ConnectionRow, { status, health, healthReason }: Pick<HealthChange, "status" | "health" | "healthReason">): Promise<void> {
  if (status === before.status && health === before.health) return;
  const message = health === "healthy" ? "The check went well: it works." : `The check found a problem: ${healthReason ?? "it does not work."}`;
  await recordEvent(tx, ctx, before.id, "health_changed", message);
}

const resultOf = (check: ConnectionCheck) => check.kind;
