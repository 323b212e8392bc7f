import { inArray, sql } from "drizzle-orm";
import { call, connection } from "@/db/schema/connections";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";

export type CallFacts = Omit<typeof call.$inferInsert, "id" | "createdAt">;

const flushEveryMs = 1_000;
const maxWaiting = 20_000;
const columns = [
  call.id,
  call.workspaceId,
  call.connectionId,
  call.connector,
  call.actorKind,
  call.actorId,
  call.method,
  call.host,
  call.path,
  call.status,
  call.errorCode,
  call.durationMs,
  call.createdAt,
].map(({ name }) => name);

/**
 * The call history, written off the hot path: lines wait in memory for at most a second, then go out in one COPY
 * together with the connections' last use. Under a flood the newest give way, and the log says how many.
 */
export function callRecorder(runtime: Runtime) {
  return runtime.singleton("gateway.calls", () => createRecorder(runtime));
}

function createRecorder(runtime: Runtime) {
  let lines: string[] = [];
  let used = new Set<string>();
  let dropped = 0;
  let flushing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function write(waiting: string[], connectionIds: string[]): Promise<void> {
    const { database } = runtime;
    await database.copyInto("call", columns, waiting);
    await database.db.update(connection).set({ lastUsedAt: sql`now()` }).where(inArray(connection.id, connectionIds));
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (flushing) await flushing;
    if (lines.length === 0) return;
    const [waiting, connectionIds] = [lines, [...used]];
    lines = [];
    used = new Set();
    if (dropped > 0) runtime.log.warn({ dropped }, "Call history was dropped: calls came faster than the database takes them.");
    dropped = 0;
    flushing = write(waiting, connectionIds)
      .catch((error: unknown) => runtime.log.error({ err: error }, "Call history could not be written."))
      .finally(() => (flushing = undefined));
    await flushing;
  }

  return {
    record(facts: CallFacts): void {
      timer ??= setTimeout(() => void flush(), flushEveryMs);
      if (lines.length >= maxWaiting) {
        dropped += 1;
        return;
      }
      used.add(facts.connectionId);
      lines.push(toLine(facts, Date.now()));
    },
    /** Writes what waits; the server calls it before the database closes. */
    flush,
  };
}

/** One line of COPY's text format, in the order of `columns`. Only method, host and path come from outside. */
function toLine(facts: CallFacts, now: number): string {
  const { workspaceId, connectionId, connector, actorKind, actorId, status, errorCode, durationMs } = facts;
  const outside = `${escape(facts.method)}\t${escape(facts.host)}\t${escape(facts.path)}`;
  return `${newId("call", now)}\t${workspaceId}\t${connectionId}\t${connector}\t${actorKind}\t${actorId}\t${outside}\t${status ?? "\\N"}\t${errorCode ?? "\\N"}\t${durationMs}\t${instant(now)}`;
}

// Many calls end within one millisecond, and Next makes `Date` dear.
let lastInstant = { of: -1, text: "" };

function instant(now: number): string {
  if (lastInstant.of !== now) lastInstant = { of: now, text: new Date(now).toISOString() };
  return lastInstant.text;
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escape(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? "") : text;
}
