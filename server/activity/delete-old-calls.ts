import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { call, callDetail } from "@/db/schema/connections";
import { workspace } from "@/db/schema/workspaces";
import { firstIdAt } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";

const dayMs = 86_400_000;
/** A batch is short, so that it holds up neither the history's writer nor a shutdown. */
const batchSize = 5_000;
/** Whoever holds it deletes; any constant will do that nobody else takes. */
const lockId = 7_204_119;

/**
 * Deletes the calls that are older than their workspace keeps them, and what they said, in batches of their own
 * transactions. Ends early when `signal` is aborted, or when another process is at it. Answers how many calls went.
 */
export async function deleteOldCalls(runtime: Runtime, options: { now?: number; signal?: AbortSignal } = {}): Promise<number> {
  const { now = Date.now(), signal } = options;
  const workspaces = await runtime.database.db.select({ id: workspace.id, days: workspace.callRetentionDays }).from(workspace);
  let deleted = 0;
  for (const { id, days } of workspaces) {
    const before = firstIdAt("call", now - days * dayMs);
    for (let count = batchSize; count === batchSize; deleted += count) {
      if (signal?.aborted) return deleted;
      const batch = await deleteBatch(runtime, id, before);
      if (batch === "busy") return deleted;
      count = batch;
    }
  }
  return deleted;
}

async function deleteBatch({ database }: Runtime, workspaceId: string, before: string): Promise<number | "busy"> {
  return database.db.transaction(async (tx) => {
    const [lock] = await tx.select({ isTaken: sql<boolean>`pg_try_advisory_xact_lock(${lockId})` }).from(sql`(values (1)) as one`);
    if (!lock?.isTaken) return "busy";
    const oldest = tx.select({ id: call.id }).from(call).where(and(eq(call.workspaceId, workspaceId), lt(call.id, before))).orderBy(call.id).limit(batchSize);
    await tx.delete(callDetail).where(and(eq(callDetail.workspaceId, workspaceId), inArray(callDetail.callId, oldest)));
    const gone = await tx.delete(call).where(and(eq(call.workspaceId, workspaceId), inArray(call.id, oldest))).returning({ id: call.id });
    return gone.length;
  });
}
