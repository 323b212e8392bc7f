import { createHash, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { and, eq, lt, sql } from "drizzle-orm";
import { idempotencyRecord } from "@/db/schema/connections";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";

export type KeptAnswer = { status: number; headers: Record<string, string | string[]>; body: Buffer };
export type KeyedCall = { runtime: Runtime; workspaceId: string; connectionId: string; key: string; requestHash: string };

/**
 * What came of sending. `answered` is kept and replayed; `passed` goes to the caller alone, because the vendor did
 * nothing or knows the key itself, so the key is free again; so does `nothing`; `unknown` says that nobody can tell.
 */
export type KeyedOutcome = { kind: "answered" | "passed"; answer: KeptAnswer } | { kind: "nothing"; error: unknown } | { kind: "unknown"; error: unknown };

/** Bodies of requests and answers are kept whole up to here. */
export const keptWholeBytes = 256 * 1024;
const keptForMs = 24 * 60 * 60_000;
const aliveForMs = 8_000;
const beatEveryMs = 2_000;
const sweepEveryMs = 60 * 60_000;
const sweptAtOnce = 1_000;
const longestKey = 255;

/** sha256 over what makes two requests the same one. */
export function hashRequest(method: string, address: string, body: Buffer | null): string {
  return createHash("sha256").update(`${method}\n${address}\n`).update(body ?? "").digest("base64url");
}

/** Refuses a key that is empty, too long or more than one line of ASCII. Throws `INVALID_REQUEST`. */
export function checkKey(key: string): string {
  if (key.length > 0 && key.length <= longestKey && /^[\x20-\x7e]+$/.test(key)) return key;
  throw new AppError("INVALID_REQUEST", `An Idempotency-Key has 1 to ${longestKey} ASCII characters. A UUID is a good one.`);
}

/**
 * Runs `send` once for all calls with the same key: twins wait for the one under way, here or in another process, and
 * later ones get its answer for 24 hours. That it was started is on record before anything is sent, so that a call
 * whose process died is not sent a second time. Throws `CONFLICT` for the same key on another request, and when the
 * outcome is unknown.
 */
export async function onceByKey(call: KeyedCall, send: () => Promise<KeyedOutcome>): Promise<{ answer: KeptAnswer; isReplayed: boolean }> {
  const keeper = keeperOf(call.runtime);
  const keyHash = createHash("sha256").update(call.key).digest("base64url");
  const id = `${call.workspaceId} ${call.connectionId} ${keyHash}`;
  for (;;) {
    const twin = keeper.running.get(id);
    if (twin) {
      await twin.catch(() => undefined);
      const kept = await readKept(call, keyHash);
      if (kept) return { answer: kept, isReplayed: true };
      continue;
    }
    const running = runFirst(keeper, call, keyHash, send);
    keeper.running.set(id, running);
    try {
      return await running;
    } finally {
      keeper.running.delete(id);
    }
  }
}

async function runFirst(keeper: Keeper, call: KeyedCall, keyHash: string, send: () => Promise<KeyedOutcome>): Promise<{ answer: KeptAnswer; isReplayed: boolean }> {
  while (!(await begin(keeper, call, keyHash))) {
    const kept = await readKept(call, keyHash);
    if (kept) return { answer: kept, isReplayed: true };
  }
  keeper.beat();
  let outcome: KeyedOutcome;
  try {
    outcome = await send();
  } catch (error) {
    outcome = { kind: "unknown", error };
  }
  await keeper.end(() => settle(call, keyHash, outcome));
  if ("error" in outcome) throw outcome.error;
  return { answer: outcome.answer, isReplayed: false };
}

/** True when this call is the one that sends. */
async function begin({ owner }: Keeper, { runtime, workspaceId, connectionId, requestHash }: KeyedCall, keyHash: string): Promise<boolean> {
  const { db } = runtime.database;
  const alive = sql`now() + make_interval(secs => ${aliveForMs / 1_000})`;
  const expires = sql`now() + make_interval(secs => ${keptForMs / 1_000})`;
  const values = { workspaceId, connectionId, keyHash, requestHash, state: "started" as const, owner, aliveUntil: alive, expiresAt: expires };
  const made = await db
    .insert(idempotencyRecord)
    .values(values)
    .onConflictDoUpdate({
      target: [idempotencyRecord.workspaceId, idempotencyRecord.connectionId, idempotencyRecord.keyHash],
      set: { requestHash, state: "started", owner, aliveUntil: alive, expiresAt: expires, status: null, responseHead: null, bodySealed: null, keyVersion: null, createdAt: sql`now()` },
      setWhere: lt(idempotencyRecord.expiresAt, sql`now()`),
    })
    .returning({ owner: idempotencyRecord.owner });
  return made.length > 0;
}

/** The answer that another call with this key got; null when its row is gone and the key is free. */
async function readKept(call: KeyedCall, keyHash: string): Promise<KeptAnswer | null> {
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 1.5, 500)) {
    const [row] = await call.runtime.database.db
      .select({ row: idempotencyRecord, isAlive: sql<boolean>`${idempotencyRecord.aliveUntil} > now()` })
      .from(idempotencyRecord)
      .where(isRow(call, keyHash))
      .limit(1);
    if (!row) return null;
    if (row.row.requestHash !== call.requestHash) throw new AppError("CONFLICT", "This Idempotency-Key was used for another request. Use a new key for a new request.");
    if (row.row.state === "answered") return open(call, row.row, keyHash);
    if (row.row.state === "unknown" || !row.isAlive) throw unknown();
    await delay(waitMs);
  }
}

async function settle(call: KeyedCall, keyHash: string, outcome: KeyedOutcome): Promise<void> {
  const { db } = call.runtime.database;
  if (outcome.kind === "nothing" || outcome.kind === "passed") {
    await db.delete(idempotencyRecord).where(isRow(call, keyHash));
    return;
  }
  if (outcome.kind === "unknown") {
    await db.update(idempotencyRecord).set({ state: "unknown" }).where(isRow(call, keyHash));
    return;
  }
  const { status, headers, body } = outcome.answer;
  const isKept = body.length <= keptWholeBytes;
  const sealed = isKept ? call.runtime.vault.seal(new Secret(body.toString("base64")), boundTo(call, keyHash)) : null;
  await db
    .update(idempotencyRecord)
    .set({ state: "answered", status, responseHead: headers, bodySealed: sealed?.sealed ?? null, keyVersion: sealed?.keyVersion ?? null })
    .where(isRow(call, keyHash));
}

function open(call: KeyedCall, { status, responseHead, bodySealed }: typeof idempotencyRecord.$inferSelect, keyHash: string): KeptAnswer {
  if (bodySealed === null) throw new AppError("CONFLICT", `The call with this Idempotency-Key was answered with ${status}, and its answer was too large to be kept. Ask the vendor for what it made.`, { details: { status, outcome: "answered" } });
  return { status: status ?? 200, headers: responseHead ?? {}, body: Buffer.from(call.runtime.vault.open(bodySealed, boundTo(call, keyHash)).reveal(), "base64") };
}

const isRow = ({ workspaceId, connectionId }: KeyedCall, keyHash: string) =>
  and(eq(idempotencyRecord.workspaceId, workspaceId), eq(idempotencyRecord.connectionId, connectionId), eq(idempotencyRecord.keyHash, keyHash));

const boundTo = ({ workspaceId, connectionId }: KeyedCall, keyHash: string) => ({ workspaceId, ownerId: connectionId, field: `idempotency:${keyHash}` });

function unknown(): AppError {
  return new AppError("CONFLICT", "A call with this Idempotency-Key was started and its outcome is unknown: Patchbay or the vendor stopped in between. Look at the vendor whether it was carried out, then use a new key.", { details: { outcome: "unknown" } });
}

type Keeper = ReturnType<typeof createKeeper>;

function keeperOf(runtime: Runtime): Keeper {
  return runtime.singleton("gateway.keeper", () => createKeeper(runtime));
}

/** Says for this process that its started calls are still under way, and takes away what has expired. */
function createKeeper(runtime: Runtime) {
  const owner = randomUUID();
  const { db } = runtime.database;
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  let sweptAt = 0;

  async function tell(): Promise<void> {
    await db
      .update(idempotencyRecord)
      .set({ aliveUntil: sql`now() + make_interval(secs => ${aliveForMs / 1_000})` })
      .where(and(eq(idempotencyRecord.owner, owner), eq(idempotencyRecord.state, "started")));
    if (Date.now() - sweptAt < sweepEveryMs) return;
    sweptAt = Date.now();
    await db.execute(sql`delete from ${idempotencyRecord} where ctid in (select ctid from ${idempotencyRecord} where ${idempotencyRecord.expiresAt} < now() limit ${sweptAtOnce})`);
  }

  return {
    owner,
    running: new Map<string, Promise<unknown>>(),
    beat(): void {
      underWay += 1;
      timer ??= setInterval(() => void tell().catch((error: unknown) => runtime.log.error({ err: error }, "Calls under way could not be kept alive.")), beatEveryMs).unref();
    },
    /** Writes how a call ended, however often that takes: until then its twins wait. */
    async end(write: () => Promise<void>): Promise<void> {
      try {
        await write().catch(() => delay(500).then(write));
      } finally {
        underWay -= 1;
        if (underWay === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      }
    },
  };
}
