import { inArray, sql } from "drizzle-orm";
import { call, callDetail, connection } from "@/db/schema/connections";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { callMetrics } from "./call-metrics";
import { logCall } from "./log-call";
import { callTracer } from "./trace-calls";

/** What is kept of one call. `detail` is what it said, already scrubbed and cut. */
export type CallFacts = Omit<typeof call.$inferInsert, "id" | "createdAt" | "hasDetail"> & { id: string; detail: CallDetail | null };
export type CallDetail = Omit<typeof callDetail.$inferInsert, "workspaceId" | "callId">;

const flushEveryMs = 1_000;
const maxWaiting = 20_000;
const maxDetailsWaiting = 2_000;
/** The order of the values in a line of the history. */
export const callColumns = [
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
  call.requestId,
  call.source,
  call.operation,
  call.waitedMs,
  call.attempts,
  call.cache,
  call.breaker,
  call.requestBytes,
  call.responseBytes,
  call.hasDetail,
];

/**
 * The call history, written off the hot path: lines wait in memory for at most a second, then go out in one statement
 * together with the connections' last use. Under a flood the newest give way, and the log says how many.
 */
export function callRecorder(runtime: Runtime) {
  return runtime.singleton("gateway.calls", () => createRecorder(runtime));
}

function createRecorder(runtime: Runtime) {
  const metrics = callMetrics(runtime);
  const tracer = callTracer(runtime);
  const lines = new LineBuffer();
  let details: (typeof callDetail.$inferInsert)[] = [];
  let used = new Set<string>();
  let dropped = 0;
  let flushing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function write(waiting: Buffer, said: (typeof callDetail.$inferInsert)[], connectionIds: string[]): Promise<void> {
    const { database } = runtime;
    await database.appendLines(call, callColumns, waiting);
    if (said.length > 0) await database.db.insert(callDetail).values(said).onConflictDoNothing();
    await database.db.update(connection).set({ lastUsedAt: sql`now()` }).where(inArray(connection.id, connectionIds));
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (flushing) await flushing;
    if (lines.count === 0) return;
    const [waiting, said, connectionIds] = [lines.take(), details, [...used]];
    details = [];
    used = new Set();
    if (dropped > 0) runtime.log.warn({ dropped }, "Call history was dropped: calls came faster than the database takes them.");
    dropped = 0;
    flushing = write(waiting, said, connectionIds)
      .catch((error: unknown) => runtime.log.error({ err: error }, "Call history could not be written."))
      .finally(() => (flushing = undefined));
    await flushing;
  }

  return {
    /** `traceparent` is what the caller sent of its trace. */
    record(facts: CallFacts, traceparent?: string): void {
      const now = Date.now();
      metrics.observe(facts);
      logCall(runtime, facts);
      tracer.current?.record(facts, now, traceparent);
      timer ??= setTimeout(() => void flush(), flushEveryMs);
      if (lines.count >= maxWaiting) {
        dropped += 1;
        return;
      }
      used.add(facts.connectionId);
      const detail = details.length < maxDetailsWaiting ? facts.detail : null;
      if (detail) details.push({ ...detail, workspaceId: facts.workspaceId, callId: facts.id });
      lines.add(toLine(facts, detail !== null, now));
    },
    /** Writes what waits; the server calls it before the database closes. */
    flush,
  };
}

/**
 * Lines as bytes in one growing buffer: kept as strings until they are written, thousands of them would be moved by
 * the garbage collector again and again, which costs more than making them.
 */
class LineBuffer {
  count = 0;
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #used = 0;

  add(line: string): void {
    const most = line.length * 3 + 1;
    if (this.#used + most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#used + most));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#used += this.#bytes.write(line, this.#used);
    this.#bytes[this.#used] = 10;
    this.#used += 1;
    this.count += 1;
  }

  /** All of them, each with its line break; the next ones begin anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#used));
    if (this.#bytes.length > 1024 * 1024) this.#bytes = Buffer.allocUnsafe(64 * 1024);
    this.#used = 0;
    this.count = 0;
    return taken;
  }
}

/** One line for `appendLines`, in the order of `callColumns`. Only what is escaped comes from outside. */
function toLine(facts: CallFacts, hasDetail: boolean, now: number): string {
  const { workspaceId, connectionId, connector, actorKind, actorId, status, errorCode, durationMs } = facts;
  const who = `${facts.id}\t${workspaceId}\t${connectionId}\t${connector}\t${actorKind}\t${actorId}`;
  const what = `${escape(facts.method)}\t${escape(facts.host)}\t${escape(facts.path)}\t${status ?? "\\N"}\t${errorCode ?? "\\N"}\t${durationMs}\t${instant(now)}`;
  const how = `${facts.requestId}\t${facts.source}\t${facts.operation ?? "\\N"}\t${facts.waitedMs}\t${facts.attempts}\t${facts.cache ?? "\\N"}\t${facts.breaker}`;
  return `${who}\t${what}\t${how}\t${facts.requestBytes}\t${facts.responseBytes}\t${hasDetail ? "t" : "f"}`;
}

/** The id of a call that begins now: the history is in the order of these. */
export const newCallId = () => newId("call");

// Many calls end within one millisecond, and Next makes `Date` dear.
let lastInstant = { of: -1, text: "" };

function instant(now: number): string {
  if (lastInstant.of !== now) lastInstant = { of: now, text: new Date(now).toISOString() };
  return lastInstant.text;
}

const special = /[\\\t\n\r]/;

/** What a line cannot hold, as an address would hold it. */
function escape(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, encodeURIComponent) : text;
}
