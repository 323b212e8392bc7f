import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideRetry, type RetryQuestion } from "./decide-retry";

const question = (given: Partial<RetryQuestion>): RetryQuestion => ({ end: { kind: "answered", status: 503, waitMs: null }, attempt: 1, retries: 2, isRepeatable: true, isWhole: true, leftMs: 60_000, ...given });

const anyEnd = fc.oneof(
  fc.record({ kind: fc.constant("answered" as const), status: fc.integer({ min: 100, max: 599 }), waitMs: fc.option(fc.integer({ min: 0, max: 100_000 })) }),
  fc.record({ kind: fc.constant("lost" as const), isSent: fc.boolean() }),
);
const anyQuestion = fc.record({ end: anyEnd, attempt: fc.integer({ min: 1, max: 9 }), retries: fc.integer({ min: 0, max: 5 }), isRepeatable: fc.boolean(), isWhole: fc.boolean(), leftMs: fc.integer({ min: -1_000, max: 120_000 }), random: fc.constant(() => 0.5) });

describe("a retry", () => {
  it("never repeats a write that may have arrived", () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const mayHaveArrived = asked.end.kind === "lost" ? asked.end.isSent : asked.end.status !== 429;
        if (mayHaveArrived && !asked.isRepeatable) expect(decideRetry(asked).kind).toBe("enough");
      }),
    );
  });

  it("is never sent without its body, more often than allowed, or past the deadline", () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const decision = decideRetry(asked);
        if (decision.kind === "enough") return;
        expect(asked.isWhole).toBe(true);
        expect(asked.attempt).toBeLessThanOrEqual(asked.retries);
        expect(decision.waitMs).toBeLessThan(asked.leftMs);
      }),
    );
  });

  it("waits at least as long as the vendor asks", () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const decision = decideRetry(asked);
        if (decision.kind === "again" && asked.end.kind === "answered" && asked.end.waitMs !== null) expect(decision.waitMs).toBeGreaterThanOrEqual(asked.end.waitMs);
      }),
    );
  });

  it("backs off with full jitter: anywhere from nothing to a bound that doubles, up to twenty seconds", () => {
    const longest = (attempt: number) => {
      const decision = decideRetry(question({ attempt, retries: 20, random: () => 1 }));
      return decision.kind === "again" ? decision.waitMs : null;
    };
    expect([1, 2, 3, 4, 12].map(longest)).toEqual([250, 500, 1_000, 2_000, 20_000]);
    expect(decideRetry(question({ random: () => 0 }))).toMatchObject({ kind: "again", waitMs: 0 });
  });

  it.each([200, 301, 400, 401, 403, 404, 409, 422, 501, 505])("is not made after %i", (status) => {
    expect(decideRetry(question({ end: { kind: "answered", status, waitMs: null } }))).toEqual({ kind: "enough", reason: "the answer is final" });
  });
});
