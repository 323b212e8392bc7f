import { setTimeout as delay } from "node:timers/promises";
import type { Runtime } from "@/server/runtime/runtime";

const knownForMs = 1_000;
const answersWithinMs = 2_000;

/** Whether the database answers: asked at most once a second however many probes come, and never waited for long. */
export function databaseAnswers(runtime: Runtime): Promise<boolean> {
  const state = runtime.singleton<{ askedAt: number; answer: Promise<boolean> }>("rest.database", () => ({ askedAt: Number.NEGATIVE_INFINITY, answer: Promise.resolve(false) }));
  const now = performance.now();
  if (now - state.askedAt >= knownForMs) {
    state.askedAt = now;
    state.answer = ask(runtime);
  }
  return state.answer;
}

async function ask({ database, log }: Runtime): Promise<boolean> {
  const answered = new AbortController();
  try {
    const late = delay(answersWithinMs, false, { ref: false, signal: answered.signal }).catch(() => false);
    const isThere = await Promise.race([database.ping().then(() => true), late]);
    if (!isThere) log.error(`The database did not answer within ${answersWithinMs / 1_000} seconds.`);
    return isThere;
  } catch (error) {
    log.error({ err: error }, "The database does not answer.");
    return false;
  } finally {
    answered.abort();
  }
}
