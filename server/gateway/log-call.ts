import type { Runtime } from "@/server/runtime/runtime";
import type { CallFacts } from "./record-call";

/**
 * One line per call: `debug` when the vendor did as asked, `info` when it did not. The log scrubs it as it does every
 * line; a path may hold a token. Nothing is put together for a level that is off.
 */
export function logCall(runtime: Runtime, facts: CallFacts): void {
  const { log } = runtime;
  const { status = null, errorCode = null } = facts;
  const success = status !== null && status < 400 && errorCode === null;
  const level = success ? "debug" : "info";
  if (!log.isLevelEnabled(level)) return;
  log[level](
    {
      timestamp: new Date().toISOString(),
      service: "patchbay",
      integration: facts.connector,
      action: facts.operation ?? `${facts.method} ${facts.path}`,
      duration: facts.durationMs,
      success,
      requestId: facts.requestId,
      status,
      ...(errorCode === null ? {} : { errorCode }),
    },
    "call",
  );
}
