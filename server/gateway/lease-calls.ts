import { sql } from "drizzle-orm";
import { budgetWindow } from "@/db/schema/connections";
import type { Runtime } from "@/server/runtime/runtime";
import { leaseFromRedis } from "./lease-from-redis";
import type { LeaseCalls } from "./rate-budget";

/**
 * How processes share a vendor's budget: each takes a chunk of the running window for itself, from Redis when there is
 * one, else from the database. Null when this process is the only one, which needs neither.
 */
export function leaseCalls(runtime: Runtime, scope: string): LeaseCalls | null {
  const fromDatabase = leaseFromDatabase(runtime, scope);
  const { redisUrl } = runtime.env;
  return redisUrl === undefined ? fromDatabase : leaseFromRedis(runtime, redisUrl, scope, fromDatabase);
}

/** One statement takes a chunk, and begins the next window when the last has ended. */
function leaseFromDatabase({ database }: Runtime, scope: string): LeaseCalls | null {
  if (database.kind === "embedded") return null;
  return async ({ calls, seconds }, wanted) => {
    const hasEnded = sql`${budgetWindow.startsAt} + make_interval(secs => ${seconds}) <= now()`;
    const [row] = await database.db
      .insert(budgetWindow)
      .values({ scope, windowSeconds: seconds, startsAt: sql`now()`, allowed: calls, leased: wanted })
      .onConflictDoUpdate({
        target: [budgetWindow.scope, budgetWindow.windowSeconds],
        set: {
          startsAt: sql`case when ${hasEnded} then now() else ${budgetWindow.startsAt} end`,
          leased: sql`case when ${hasEnded} then ${wanted} else ${budgetWindow.leased} + ${wanted} end`,
          allowed: calls,
        },
      })
      .returning({ leased: budgetWindow.leased, endsInMs: sql<number>`(extract(epoch from ${budgetWindow.startsAt} + make_interval(secs => ${seconds}) - now()) * 1000)::float8` });
    if (!row) throw new Error("a lease answered no row");
    const granted = Math.max(0, Math.min(wanted, calls - (row.leased - wanted)));
    // The database's clock counts: what is left of the window is added to ours.
    return { granted, endsAt: Date.now() + Math.max(0, row.endsInMs) };
  };
}
