import type { RateLimit } from "@/server/catalog/connector";
import { firstOf, numberOf, type VendorHeaders } from "@/server/lib/http/read-wait";

/** What a vendor's answer says of its budget: so many calls are left until then. */
export type BudgetSaid = { limit: number | null; remaining: number; resetAt: number };

const dayMs = 86_400_000;
/** Numbers above are dates: in seconds since 1970 below the second bound, in milliseconds above it. */
const epochSecondsFrom = 1_000_000_000;
const epochMsFrom = 1_000_000_000_000;

/**
 * The budget that an answer tells: the connector's own headers first, then `X-RateLimit-*` and the IETF draft's
 * `RateLimit-*`. Null when it tells none.
 */
export function readBudget(headers: VendorHeaders, rateLimit: RateLimit | undefined, now: number): BudgetSaid | null {
  for (const { limit, remaining, reset, unit } of candidates(rateLimit)) {
    const left = numberOf(firstOf(headers[remaining]));
    if (left === null) continue;
    const until = readReset(firstOf(headers[reset]), unit, now);
    if (until === null) continue;
    return { limit: numberOf(firstOf(headers[limit])), remaining: Math.floor(left), resetAt: until };
  }
  return null;
}

type Candidate = { limit: string; remaining: string; reset: string; unit: RateLimit["resetUnit"] };

const common: readonly Candidate[] = [
  { limit: "x-ratelimit-limit", remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset", unit: undefined },
  { limit: "x-rate-limit-limit", remaining: "x-rate-limit-remaining", reset: "x-rate-limit-reset", unit: undefined },
  { limit: "ratelimit-limit", remaining: "ratelimit-remaining", reset: "ratelimit-reset", unit: "seconds" },
];

/** By definition, which is one object for the life of the process. */
const withOwn = new WeakMap<RateLimit, readonly Candidate[]>();

function candidates(rateLimit: RateLimit | undefined): readonly Candidate[] {
  if (!rateLimit?.remainingHeader || !rateLimit.resetHeader) return common;
  const known = withOwn.get(rateLimit);
  if (known) return known;
  const own: Candidate = { limit: rateLimit.limitHeader ?? "", remaining: rateLimit.remainingHeader, reset: rateLimit.resetHeader, unit: rateLimit.resetUnit };
  const all = [own, ...common];
  withOwn.set(rateLimit, all);
  return all;
}

/** When a window ends. Vendors count seconds from now or since 1970, in either unit; the size tells which. */
function readReset(given: string | undefined, unit: RateLimit["resetUnit"], now: number): number | null {
  const value = numberOf(given);
  if (value === null) return null;
  const at = unit === "epoch_ms" || (unit === undefined && value >= epochMsFrom) ? value : unit === "epoch_seconds" || (unit === undefined && value >= epochSecondsFrom) ? value * 1_000 : now + value * 1_000;
  return at - now > dayMs || at < now - 60_000 ? null : at;
}
