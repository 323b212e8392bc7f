import { stripVTControlCharacters } from "node:util";
import { isAppError } from "./lib/errors";
import type { Log } from "./lib/log";

const levels = { debug: "debug", log: "info", info: "info", warn: "warn", error: "error" } as const;

/**
 * Next and libraries write to the console, errors with everything that hangs on them included. From here on that goes
 * to the one log: scrubbed, and one line for each.
 */
export function captureConsole(log: Log, target: Pick<Console, keyof typeof levels>): void {
  for (const method of ["debug", "log", "info", "warn", "error"] as const) {
    target[method] = (...given: unknown[]) => {
      const err = given.find((part) => part instanceof Error);
      const [first, ...rest] = given.filter((part) => part !== err).map(plain);
      const level = err && isExpected(err) ? "info" : levels[method];
      // The log puts the parts together itself: it scrubs objects by their keys before they are text.
      const template: string = typeof first === "string" ? first : first === undefined ? (err?.message ?? "") : "%O";
      log[level](err ? { err } : {}, template, ...(template === "%O" ? [first, ...rest] : rest));
    };
  }
}

const plain = (part: unknown): unknown => (typeof part === "string" ? stripVTControlCharacters(part).trim() : part);

/** What a page is refused is told to the person; it is no fault of ours. */
function isExpected(error: Error): boolean {
  const told = isAppError(error) ? error : error.cause;
  return isAppError(told) && told.code !== "INTERNAL";
}
