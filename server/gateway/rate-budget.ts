import { setTimeout as delay } from "node:timers/promises";
import type { BudgetSaid } from "./vendor-limits";

export type WindowRule = { calls: number; seconds: number };
/** Asks for up to `wanted` calls of the window that is running, for all processes. Resolves with how many it got, and when the window ends. */
export type LeaseCalls = (rule: WindowRule, wanted: number) => Promise<{ granted: number; endsAt: number }>;

type Window = {
  rule: WindowRule;
  /** Calls that may still go until `endsAt`. */
  left: number;
  endsAt: number;
  /** Nothing more is to be had before it ends. */
  isSpent: boolean;
  /** A lease under way; those who need it wait for the same one. */
  leasing: Promise<void> | null;
};

/** What is left, for people to see. */
export type BudgetView = { calls: number | null; seconds: number | null; left: number; resetAt: number };

const chunks = 20;
const shortestWaitMs = 5;
/** Whoever leaves the head of the line is noticed within this. */
const looksAgainMs = 250;

/**
 * The calls that one vendor allows one connection: windows that are configured, and what the vendor says in its
 * answers. Calls over budget stand in line, the first come first. Never touches a database while calls are left.
 */
export class RateBudget {
  readonly #windows: Window[];
  readonly #lease: LeaseCalls | null;
  #said: BudgetSaid | null = null;
  #closedUntil = 0;
  /** The last one in line; each waits for the one before. */
  #line: Promise<unknown> | null = null;
  #waiting = 0;

  constructor(rules: readonly WindowRule[], lease: LeaseCalls | null) {
    this.#windows = rules.map((rule) => ({ rule, left: 0, endsAt: 0, isSpent: false, leasing: null }));
    this.#lease = lease;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Takes one call: true when it may go now, which costs nothing but memory. */
  tryTake(now: number): boolean {
    if (this.#line !== null || now < this.#closedUntil) return false;
    if (this.#said !== null && this.#isSaidSpent(now)) return false;
    for (const window of this.#windows) if (!this.#hasLeft(window, now)) return false;
    for (const window of this.#windows) window.left -= 1;
    if (this.#said !== null) this.#said.remaining -= 1;
    return true;
  }

  /**
   * Stands in line until a call may go. Resolves with the milliseconds waited, or null when it would take longer than
   * `patienceMs`, or when its turn came and `isGone` says that nobody wants it any more: then nothing was taken.
   */
  async take(patienceMs: number, isGone: () => boolean = () => false): Promise<number | null> {
    const startedAt = Date.now();
    if (this.tryTake(startedAt)) return 0;
    const before = this.#line;
    const turn = this.#standInLine(before, startedAt + patienceMs, isGone);
    // Who gives up does not let the next one past those who still wait before them.
    const line = Promise.allSettled([before, turn]).then(() => {
      if (this.#line === line) this.#line = null;
    });
    this.#line = line;
    this.#waiting += 1;
    try {
      return (await turn) ? Date.now() - startedAt : null;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** What the vendor's answer said of its budget. */
  learn(said: BudgetSaid): void {
    const isOlder = this.#said !== null && said.resetAt < this.#said.resetAt;
    // Answers overtake each other: within a window the lowest number is the latest.
    if (this.#said !== null && (isOlder || (said.resetAt === this.#said.resetAt && said.remaining > this.#said.remaining))) return;
    this.#said = { ...said };
  }

  /** The vendor refused for now: nothing goes until then. */
  close(until: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, until);
  }

  /** When the next call may go, as far as is known. */
  nextAt(now: number): number {
    const ends = this.#windows.filter(({ isSpent, left }) => isSpent && left <= 0).map(({ endsAt }) => endsAt);
    const said = this.#said !== null && this.#isSaidSpent(now) ? [this.#said.resetAt] : [];
    return Math.max(now, this.#closedUntil, ...ends, ...said);
  }

  view(now: number): BudgetView[] {
    const own = this.#windows.map(({ rule, left, endsAt }) => ({ calls: rule.calls, seconds: rule.seconds, left: endsAt > now ? left : rule.calls, resetAt: Math.max(endsAt, now) }));
    const said = this.#said !== null && this.#said.resetAt > now ? [{ calls: this.#said.limit, seconds: null, left: Math.max(0, this.#said.remaining), resetAt: this.#said.resetAt }] : [];
    return [...said, ...own];
  }

  async #standInLine(before: Promise<unknown> | null, deadline: number, isGone: () => boolean): Promise<boolean> {
    if (before !== null) {
      const isLate = await Promise.race([before.then(() => false), delay(Math.max(0, deadline - Date.now()), true, { ref: false })]);
      if (isLate) return false;
    }
    for (;;) {
      if (isGone()) return false;
      const now = Date.now();
      const at = await this.#mayGoAt(now);
      if (at <= now && this.#go(Date.now())) return true;
      if (at > deadline) return false;
      await delay(Math.min(Math.max(shortestWaitMs, at - now), looksAgainMs));
    }
  }

  /** Looks once more: asking for a lease takes a moment, in which the window may have ended. */
  #go(now: number): boolean {
    if (now < this.#closedUntil || (this.#said !== null && this.#isSaidSpent(now))) return false;
    for (const window of this.#windows) if (!this.#hasLeft(window, now)) return false;
    for (const window of this.#windows) window.left -= 1;
    if (this.#said !== null) this.#said.remaining -= 1;
    return true;
  }

  async #mayGoAt(now: number): Promise<number> {
    for (const window of this.#windows) if (!this.#hasLeft(window, now) && (!window.isSpent || window.endsAt <= now)) await this.#renew(window, now);
    return this.nextAt(now);
  }

  /** Alone in the process, a window is a counter. With others, each takes its share in chunks from the database. */
  #hasLeft(window: Window, now: number): boolean {
    if (this.#lease !== null) return window.left > 0 && window.endsAt > now;
    if (window.endsAt <= now) {
      window.left = window.rule.calls;
      window.endsAt = now + window.rule.seconds * 1_000;
    }
    window.isSpent = window.left <= 0;
    return !window.isSpent;
  }

  async #renew(window: Window, now: number): Promise<void> {
    const lease = this.#lease;
    if (lease === null) return;
    window.leasing ??= lease(window.rule, Math.max(1, Math.ceil(window.rule.calls / chunks)))
      .then(({ granted, endsAt }) => {
        window.left = granted;
        window.isSpent = granted === 0;
        window.endsAt = Math.max(endsAt, now + shortestWaitMs);
      })
      .finally(() => (window.leasing = null));
    await window.leasing;
  }

  #isSaidSpent(now: number): boolean {
    if (this.#said === null) return false;
    if (this.#said.resetAt <= now) {
      this.#said = null;
      return false;
    }
    return this.#said.remaining <= 0;
  }
}
