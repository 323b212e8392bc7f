import { setTimeout as delay } from "node:timers/promises";
import type { Runtime } from "@/server/runtime/runtime";
import { deleteOldCalls } from "./delete-old-calls";

const everyMs = 3_600_000;
/** Soon after the start, for processes that do not live for an hour; not in its first busy moment. */
const firstAfterMs = 120_000;

/** Deletes old calls once an hour until the process drains. `stopped` resolves when none is under way any more. */
export function startCallRetention(runtime: Runtime): { stopped: () => Promise<void> } {
  const running = repeat(runtime);
  return { stopped: () => running };
}

async function repeat(runtime: Runtime): Promise<void> {
  const { log, shutdown } = runtime;
  for (let pauseMs = firstAfterMs; await pause(jittered(pauseMs), shutdown); pauseMs = everyMs) {
    try {
      const deleted = await deleteOldCalls(runtime, { signal: shutdown });
      if (deleted > 0) log.info({ deleted }, "Calls that were kept long enough were deleted.");
    } catch (error) {
      log.error({ err: error }, "Old calls could not be deleted. It is tried again in an hour.");
    }
  }
}

/** False when the process drains meanwhile. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  await delay(ms, undefined, { ref: false, signal }).catch(() => undefined);
  return !signal.aborted;
}

/** Several processes that start together must not all come at once. */
const jittered = (ms: number) => ms * (0.8 + Math.random() * 0.4);
