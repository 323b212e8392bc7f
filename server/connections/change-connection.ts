import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connection } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { type ConnectionRow, forgetConnection } from "./connection-cache";
import { findConnection } from "./find-connection";
import { readConnectionView } from "./read-connection-view";
import { recordEvent } from "./record-event";
import type { ConnectionView } from "./schema";

export type ConnectionChange = {
  columns: Partial<typeof connection.$inferInsert>;
  /** Lines for the timeline. */
  events: { kind: Parameters<typeof recordEvent>[3]; message: string }[];
  action: string;
  data?: Record<string, string | number | boolean | null | string[]>;
};

/**
 * Changes a connection's own columns under its lock, with timeline and audit in the same transaction. `decide` gets
 * the row as it is then, and null means that there is nothing to change. The verb has proven the permission.
 */
export async function changeConnection(ctx: WorkspaceContext, connectionId: string, decide: (row: ConnectionRow) => ConnectionChange | null): Promise<ConnectionView> {
  await ctx.db.transaction(async (tx) => {
    const row = await findConnection(ctx, tx, connectionId, { isLocked: true });
    const change = decide(row);
    if (change) await write(tx, ctx, row, change);
  });
  forgetConnection(ctx.runtime, connectionId);
  return readConnectionView(ctx, connectionId);
}

async function write(tx: Transaction, ctx: WorkspaceContext, row: ConnectionRow, { columns, events, action, data }: ConnectionChange): Promise<void> {
  await tx.update(connection).set({ ...columns, updatedAt: new Date() }).where(eq(connection.id, row.id));
  for (const { kind, message } of events) await recordEvent(tx, ctx, row.id, kind, message);
  await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action, target: row.id, data: { ...data, requestId: ctx.request.id } });
}
