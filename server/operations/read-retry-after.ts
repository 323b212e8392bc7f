import type { RateLimit } from "@/server/catalog/connector";
import { firstOf, readWaitSeconds, type VendorHeaders } from "@/server/lib/http/read-wait";

const unknownSeconds = 60;
const maxSeconds = 3_600;

/** How long a vendor asks to wait, in seconds: `Retry-After` as a number or a date, else the connector's reset header. */
export function readRetryAfter(headers: VendorHeaders, rateLimit: RateLimit | undefined, now = Date.now()): number {
  const seconds = readWaitSeconds(headers, now) ?? ofReset(headers, rateLimit, now) ?? unknownSeconds;
  return Math.min(Math.max(Math.ceil(seconds), 1), maxSeconds);
}

function ofReset(headers: VendorHeaders, rateLimit: RateLimit | undefined, now: number): number | null {
  const value = rateLimit?.resetHeader === undefined ? undefined : firstOf(headers[rateLimit.resetHeader]);
  if (value === undefined || !/^\d+(\.\d+)?$/.test(value)) return null;
  const at = Number(value);
  if (rateLimit?.resetUnit === "seconds") return at;
  return (rateLimit?.resetUnit === "epoch_ms" ? at : at * 1000) / 1000 - now / 1000;
}
