import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { refreshLease } from "@/db/schema/connections";
import { randomToken } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";

/** The right to refresh one connection's token, for as long as it is kept alive. */
export type RefreshLease = {
  connectionId: string;
  owner: string;
  /** Grows with each taking: whoever writes under an older one came too late. */
  fence: number;
  /** Stops keeping it alive and lets the next one have it. */
  release(): Promise<void>;
};

/** Short, so that a crashed owner is soon replaced; a living one extends it, however slow the vendor is. */
export const leaseMs = 15_000;

const inSeconds = (ms: number) => sql`now() + make_interval(secs => ${ms / 1000})`;

/** Takes the lease if nobody holds it. The database's clock decides, so that processes need not agree on theirs. */
export async function takeRefreshLease(runtime: Runtime, connectionId: string, ttlMs = leaseMs): Promise<RefreshLease | null> {
  const { db } = runtime.database;
  const owner = randomToken(12);
  const [taken] = await db
    .insert(refreshLease)
    .values({ connectionId, owner, fence: 1, expiresAt: inSeconds(ttlMs) })
    .onConflictDoUpdate({
      target: refreshLease.connectionId,
      set: { owner, fence: sql`${refreshLease.fence} + 1`, expiresAt: inSeconds(ttlMs) },
      setWhere: sql`${refreshLease.expiresAt} <= now()`,
    })
    .returning();
  if (!taken) return null;
  const isMine = and(eq(refreshLease.connectionId, connectionId), eq(refreshLease.owner, owner), eq(refreshLease.fence, taken.fence));
  const extend = () => db.update(refreshLease).set({ expiresAt: inSeconds(ttlMs) }).where(isMine);
  const timer = setInterval(() => {
    extend().catch((error: unknown) => runtime.log.warn({ err: error, connectionId }, "A refresh lease could not be extended."));
  }, ttlMs / 3);
  timer.unref();
  return {
    connectionId,
    owner,
    fence: taken.fence,
    release: async () => {
      clearInterval(timer);
      // It runs out by itself too; failing to give it back must not hide how the refresh ended.
      await db
        .update(refreshLease)
        .set({ expiresAt: sql`now()` })
        .where(isMine)
        .catch((error: unknown) => runtime.log.warn({ err: error, connectionId }, "A refresh lease could not be given back."));
    },
  };
}

/** Whether the lease is still this owner's, and locks it until the transaction ends. */
export async function holdsRefreshLease(tx: Transaction, lease: RefreshLease): Promise<boolean> {
  const [row] = await tx.select().from(refreshLease).where(eq(refreshLease.connectionId, lease.connectionId)).for("update");
  return row?.owner === lease.owner && row.fence === lease.fence;
}
