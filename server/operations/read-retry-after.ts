import type { RateLimit } from "@/server/catalog/connector";

type Headers = Record<string, string | string[]>;

const unknownSeconds = 60;
const maxSeconds = 3_600;

/** How long a vendor asks to wait, in seconds: `Retry-After` as a number or a date, else the connector's reset header. */
export function readRetryAfter(headers: Headers, rateLimit: RateLimit | undefined, now = Date.now()): number {
  const seconds = ofRetryAfter(one(headers["retry-after"]), now) ?? ofReset(headers, rateLimit, now) ?? unknownSeconds;
  return Math.min(Math.max(Math.ceil(seconds), 1), maxSeconds);
}

function ofRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : (at - now) / 1000;
}

function ofReset(headers: Headers, rateLimit: RateLimit | undefined, now: number): number | null {
  const value = rateLimit?.resetHeader === undefined ? undefined : one(headers[rateLimit.resetHeader]);
  if (value === undefined || !/^\d+(\.\d+)?$/.test(value)) return null;
  const at = Number(value);
  if (rateLimit?.resetUnit === "seconds") return at;
  return (rateLimit?.resetUnit === "epoch_ms" ? at : at * 1000) / 1000 - now / 1000;
}

const one = (header: string | string[] | undefined) => [header ?? []].flat()[0];
