import { createClient } from "redis";
import type { Runtime } from "@/server/runtime/runtime";
import type { LeaseCalls } from "./rate-budget";

const answersWithinMs = 3_000;
const quietAfterFailureMs = 5_000;

/** Counts up, begins a window with the first count, and answers both the count and what is left of the window. */
const script = `
  local leased = redis.call("INCRBY", KEYS[1], ARGV[1])
  if leased == tonumber(ARGV[1]) then redis.call("PEXPIRE", KEYS[1], ARGV[2]) end
  return { leased, redis.call("PTTL", KEYS[1]) }
`;

/** A vendor's budget shared through Redis. While Redis does not answer, `fallback` gives the calls. */
export function leaseFromRedis(runtime: Runtime, url: string, scope: string, fallback: LeaseCalls | null): LeaseCalls {
  const shared = runtime.singleton("gateway.redis", () => connect(runtime, url));
  return async (rule, wanted) => {
    const answer = await shared.count(`patchbay:budget:${scope}:${rule.seconds}`, wanted, rule.seconds * 1_000);
    if (answer === null) return fallback ? fallback(rule, wanted) : { granted: wanted, endsAt: Date.now() + rule.seconds * 1_000 };
    const [leased, leftMs] = answer;
    return { granted: Math.max(0, Math.min(wanted, rule.calls - (leased - wanted))), endsAt: Date.now() + Math.max(0, leftMs) };
  };
}

function connect(runtime: Runtime, url: string) {
  const { log } = runtime;
  const client = createClient({ url, socket: { connectTimeout: answersWithinMs, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, quietAfterFailureMs) }, disableOfflineQueue: true });
  let failedAt = 0;
  client.on("error", (error: Error) => {
    if (Date.now() - failedAt > quietAfterFailureMs) log.warn({ err: error }, "Redis does not answer: budgets are shared through the database, or counted here alone, until it does.");
    failedAt = Date.now();
  });
  const connected = client.connect().catch(() => undefined);
  runtime.shutdown.addEventListener("abort", () => client.isOpen && client.destroy(), { once: true });
  return {
    async count(key: string, wanted: number, windowMs: number): Promise<readonly [number, number] | null> {
      await connected;
      if (!client.isReady) return null;
      try {
        const answer = await client.withAbortSignal(AbortSignal.timeout(answersWithinMs)).eval(script, { keys: [key], arguments: [String(wanted), String(windowMs)] });
        return Array.isArray(answer) ? [Number(answer[0]), Number(answer[1])] : null;
      } catch (error) {
        log.warn({ err: error }, "A budget could not be leased from Redis.");
        return null;
      }
    },
  };
}
