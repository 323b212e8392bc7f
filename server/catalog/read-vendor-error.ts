import type { ErrorShape } from "./operation";
import { readPath } from "./read-path";

export type VendorError = { code: string | null; message: string | null };

/**
 * The vendor's error in an answer with the given status, or null when the call went well. Some vendors say so in the
 * body of a 200: Slack's `ok: false`, GraphQL's `errors`.
 */
export function readVendorError(shape: ErrorShape | undefined, status: number, answer: unknown): VendorError | null {
  if (status < 400 && !saysFailed(shape, answer)) return null;
  return { code: text(shape?.code, answer), message: text(shape?.message, answer) };
}

function saysFailed(shape: ErrorShape | undefined, answer: unknown): boolean {
  const rule = shape?.failedWhen;
  if (rule === undefined) return false;
  if ("equals" in rule) return readPath(answer, rule.path) === rule.equals;
  const found = readPath(answer, rule.present);
  return found !== undefined && found !== null && !(Array.isArray(found) && found.length === 0);
}

function text(path: string | undefined, answer: unknown): string | null {
  const found = path === undefined ? undefined : readPath(answer, path);
  return typeof found === "string" ? found.slice(0, 500) : typeof found === "number" ? String(found) : null;
}
