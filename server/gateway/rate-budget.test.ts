import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LeaseCalls, RateBudget } from "./rate-budget";

describe("a budget of one process", () => {
  it("gives exactly its calls in each window, to whoever comes first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }), (calls, gaps) => {
        const budget = new RateBudget([{ calls, seconds: 1 }], null);
        let now = 1_000_000;
        const taken: number[] = [];
        for (const gap of gaps) {
          now += gap;
          if (budget.tryTake(now)) taken.push(now);
        }
        // Windows are fixed: over any two neighbours at most twice as many go.
        for (const at of taken) expect(taken.filter((other) => other >= at && other < at + 1_000).length).toBeLessThanOrEqual(2 * calls);
        expect(taken.length).toBeGreaterThan(0);
      }),
    );
  });

  it("keeps several windows at once", () => {
    const budget = new RateBudget([{ calls: 2, seconds: 1 }, { calls: 3, seconds: 60 }], null);
    expect([0, 0, 0, 1_000, 1_000, 2_000].map((ms) => budget.tryTake(1_000_000 + ms))).toEqual([true, true, false, true, false, false]);
  });

  it("serves a line in the order in which it formed", async () => {
    const budget = new RateBudget([{ calls: 1, seconds: 1 }], null);
    const done: number[] = [];
    await Promise.all([1, 2, 3].map(async (number) => (await budget.take(5_000)) !== null && done.push(number)));
    expect(done).toEqual([1, 2, 3]);
  });

  it("lets nobody wait longer than they want, and takes nothing from those who do not wait", async () => {
    const budget = new RateBudget([{ calls: 1, seconds: 2 }], null);
    expect(budget.tryTake(Date.now())).toBe(true);
    const startedAt = Date.now();
    expect(await Promise.all([budget.take(50), budget.take(100), budget.take(0)])).toEqual([null, null, null]);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(await budget.take(5_000)).toBeGreaterThan(0);
  });

  it("gives no call twice when some in line give up", async () => {
    const budget = new RateBudget([{ calls: 5, seconds: 1 }], null);
    const taken = await Promise.all(Array.from({ length: 60 }, (_, index) => budget.take(index % 3 === 0 ? 10 : 2_500)));
    // Five in each of the three windows that the patient ones see.
    expect(taken.filter((waited) => waited !== null).length).toBeLessThanOrEqual(15);
    expect(taken.filter((waited) => waited !== null).length).toBeGreaterThanOrEqual(10);
  });

  it("opens again when the vendor's pause is over", async () => {
    const budget = new RateBudget([], null);
    budget.close(Date.now() + 300);
    expect(budget.tryTake(Date.now())).toBe(false);
    expect(await budget.take(5_000)).toBeGreaterThanOrEqual(290);
  });

  it("believes the lowest number that the vendor told for a window", () => {
    const now = Date.now();
    const budget = new RateBudget([], null);
    for (const remaining of [5, 1, 4]) budget.learn({ limit: 10, remaining, resetAt: now + 60_000 });
    expect([budget.tryTake(now), budget.tryTake(now)]).toEqual([true, false]);
    budget.learn({ limit: 10, remaining: 9, resetAt: now + 120_000 });
    expect(budget.tryTake(now)).toBe(true);
  });
});

describe("a budget of several processes", () => {
  /** What `lease-calls.ts` does in the database, over one counter. */
  function shared(): LeaseCalls {
    let [startsAt, leased] = [0, 0];
    return async ({ calls, seconds }, wanted) => {
      await delay(1);
      const now = Date.now();
      if (startsAt + seconds * 1_000 <= now) [startsAt, leased] = [now, 0];
      const granted = Math.max(0, Math.min(wanted, calls - leased));
      leased += wanted;
      return { granted, endsAt: startsAt + seconds * 1_000 };
    };
  }

  it("is never exceeded together, and is used up", async () => {
    const lease = shared();
    const processes = [1, 2, 3].map(() => new RateBudget([{ calls: 40, seconds: 60 }], lease));
    const taken = await Promise.all(processes.flatMap((budget) => Array.from({ length: 30 }, () => budget.take(5_000))));
    expect(taken.filter((waited) => waited !== null)).toHaveLength(40);
  });
});
