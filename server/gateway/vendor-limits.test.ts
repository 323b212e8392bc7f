import fc from "fast-check";
import { readWait } from "@/server/lib/http/read-wait";
import { describe, expect, it } from "vitest";
import { readBudget } from "./vendor-limits";

const now = Date.parse("2026-11-21T12:00:00Z");
const inAMinute = now / 1_000 + 60;

describe("the wait that a vendor asks for", () => {
  it.each<[Record<string, string | string[]>, number | null]>([
    [{ "retry-after": "2" }, 2_000],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "1.5" }, 1_500],
    [{ "retry-after": "Sat, 21 Nov 2026 12:00:30 GMT" }, 30_000],
    [{ "retry-after": "Sat, 21 Nov 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": ["3", "9"] }, 3_000],
    [{ "retry-after-ms": "250", "retry-after": "1" }, 250],
    [{ "x-ms-retry-after-ms": "40" }, 40],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "-5" }, null],
    [{}, null],
  ])("%j is %s ms", (headers, expected) => {
    expect(readWait(headers, now)).toBe(expected);
  });

  it("is between nothing and a day, whatever stands there", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = readWait({ "retry-after": text }, now);
        if (wait !== null) expect(wait >= 0 && wait <= 86_400_000).toBe(true);
      }),
    );
  });
});

describe("the budget that a vendor tells", () => {
  it.each<[string, Record<string, string>, Parameters<typeof readBudget>[1], ReturnType<typeof readBudget>]>([
    ["GitHub", { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "4999", "x-ratelimit-reset": String(inAMinute) }, undefined, { limit: 5_000, remaining: 4_999, resetAt: now + 60_000 }],
    ["the IETF draft", { "ratelimit-limit": "100, 100;w=60", "ratelimit-remaining": "7", "ratelimit-reset": "30" }, undefined, { limit: 100, remaining: 7, resetAt: now + 30_000 }],
    ["milliseconds since 1970", { "x-rate-limit-limit": "10", "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(now + 5_000) }, undefined, { limit: 10, remaining: 0, resetAt: now + 5_000 }],
    ["its own headers", { "x-left": "3", "x-reset": "10" }, { summary: "", remainingHeader: "x-left", resetHeader: "x-reset", resetUnit: "seconds" }, { limit: null, remaining: 3, resetAt: now + 10_000 }],
    ["nothing", { "x-ratelimit-remaining": "3" }, undefined, null],
    ["a reset that is long gone", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1000000000" }, undefined, null],
  ])("%s", (_name, headers, rateLimit, expected) => {
    expect(readBudget(headers, rateLimit, now)).toEqual(expected);
  });
});
