import type { Detected, Reason } from "@/server/catalog/detect/detect.schema";

/** What was found before and now, each connector once and each reason once, the surest first. */
export function mergeDetected(before: readonly Detected[], now: readonly Detected[]): Detected[] {
  const merged = new Map<string, Map<string, Reason>>();
  for (const { id, because } of [...before, ...now]) {
    const reasons = merged.get(id) ?? new Map<string, Reason>();
    for (const reason of because) reasons.set(`${reason.kind} ${reason.name}`, reason);
    merged.set(id, reasons);
  }
  return Array.from(merged, ([id, reasons]) => ({ id, because: [...reasons.values()] })).toSorted((one, other) => other.because.length - one.because.length);
}
