import { isAppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import type { Finding } from "./finding";

/** Signed assertions, one-time codes and token ends go by the clock; vendors allow about this much. */
const toleratedMs = 60_000;
const brokenMs = 5 * 60_000;

/** Compares our clock with the `Date` that a vendor's answer carries. Nothing is found where it does not answer with one. */
export async function compareVendorClock(runtime: Runtime, { vendor, url }: { vendor: string; url: string }): Promise<Finding[]> {
  try {
    const startedAt = Date.now();
    const { headers, body } = await runtime.egress.request({ url, method: "HEAD", headers: { "user-agent": "Patchbay" }, timeoutMs: 5_000, maxResponseBytes: 64 * 1024 });
    body.destroy();
    const theirs = Date.parse(String(headers["date"] ?? ""));
    return Number.isNaN(theirs) ? [] : [judgeClock(vendor, theirs - (startedAt + Date.now()) / 2)];
  } catch (error) {
    if (isAppError(error)) return [];
    throw error;
  }
}

/** `aheadMs`: how far the vendor's clock is before ours. It tells whole seconds. */
export function judgeClock(vendor: string, aheadMs: number): Finding {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  if (Math.abs(aheadMs) <= toleratedMs) return { id: "vendor-clock", level: "ok", text: `This server's clock agrees with ${vendor}'s.` };
  return {
    id: "vendor-clock",
    level: Math.abs(aheadMs) >= brokenMs ? "problem" : "warning",
    text: `This server's clock is ${minutes === 1 ? "a minute" : `${minutes} minutes`} ${aheadMs > 0 ? "behind" : "ahead of"} ${vendor}'s. Signed requests are refused, and tokens seem to end at another time than they do.`,
    next: "Set the clock of the machine by NTP.",
  };
}
