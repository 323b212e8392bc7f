import { eq } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import type { Runtime } from "@/server/runtime/runtime";

export type ConnectionRow = typeof connection.$inferSelect;

const ttlMs = 2_000;
const maxEntries = 5_000;

type Cache = {
  entries: Map<string, { row: ConnectionRow | null; readAt: number }>;
  /** Grows with each `forget`, so that a read in flight cannot store what it read before a change. */
  generation: number;
};

/**
 * A connection's row for the gateway's hot path: from memory, at most two seconds old; a change made by this
 * process is seen at once. Null when there is none. The caller proves workspace and visibility.
 */
export function cachedConnection(runtime: Runtime, id: string): ConnectionRow | null | Promise<ConnectionRow | null> {
  const entry = cacheOf(runtime).entries.get(id);
  return entry && Date.now() - entry.readAt < ttlMs ? entry.row : readConnection(runtime, id);
}

/** Every verb that changes a connection calls this after its transaction. */
export function forgetConnection(runtime: Runtime, id: string): void {
  const cache = cacheOf(runtime);
  cache.generation += 1;
  cache.entries.delete(id);
}

async function readConnection(runtime: Runtime, id: string): Promise<ConnectionRow | null> {
  const cache = cacheOf(runtime);
  const { generation } = cache;
  const [found] = await runtime.database.db.select().from(connection).where(eq(connection.id, id)).limit(1);
  const row = found ?? null;
  if (cache.generation !== generation) return row;
  cache.entries.delete(id);
  cache.entries.set(id, { row, readAt: Date.now() });
  const [oldest] = cache.entries.keys();
  if (cache.entries.size > maxEntries && oldest !== undefined) cache.entries.delete(oldest);
  return row;
}

function cacheOf(runtime: Runtime): Cache {
  return runtime.singleton("connections.cache", () => ({ entries: new Map(), generation: 0 }));
}
