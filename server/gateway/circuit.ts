import { CircuitState, SamplingBreaker } from "cockatiel";
import { LRUCache } from "lru-cache";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";

/** What the breaker of one host of one connection is doing. */
export type CircuitView = { state: "closed" | "half_open" | "open"; /** When the next probe may go; null unless open. */ probeAt: number | null };

const openForMs = 15_000;
/** A probe whose end nobody reports is given up for lost, so that the next one may go. */
const probeForMs = 90_000;
const sampling = { threshold: 0.5, duration: 30_000, minimumRps: 5 / 30 };
const maxCircuits = 5_000;

/**
 * The breaker of one host of one connection: a dead vendor is not asked again by every call, and slows no other. It
 * opens when more than half of at least five calls within half a minute fail, and lets one call through as a probe
 * after fifteen seconds. The statistics are cockatiel's; the states are kept here, because its own way to run a call
 * costs several promises, and this is on the way of every call.
 */
export class Circuit {
  readonly #failures = new SamplingBreaker(sampling);
  #openedAt: number | null = null;
  #probingSince = 0;

  /** Throws `SERVICE_UNAVAILABLE` at once, with the next probe's time, while the vendor is known to fail. */
  enter(vendor: string): void {
    if (this.#openedAt === null) return;
    const now = Date.now();
    if (now - this.#openedAt < openForMs || now - this.#probingSince < probeForMs) throw unavailable(vendor, Math.max(this.#openedAt + openForMs, now + 1_000));
    this.#probingSince = now;
  }

  /** How a call that was let in ended. */
  report(hasFailed: boolean): void {
    const state = this.#openedAt === null ? CircuitState.Closed : CircuitState.HalfOpen;
    if (!hasFailed) {
      this.#failures.success(state);
      this.#openedAt = null;
      this.#probingSince = 0;
      return;
    }
    if (!this.#failures.failure(state)) return;
    this.#openedAt = Date.now();
    this.#probingSince = 0;
  }

  /** A call that was let in and says nothing about the vendor: its caller left, or it was never sent. */
  leave(): void {
    this.#probingSince = 0;
  }

  view(): CircuitView {
    if (this.#openedAt === null) return { state: "closed", probeAt: null };
    const probeAt = this.#openedAt + openForMs;
    return Date.now() >= probeAt ? { state: "half_open", probeAt: null } : { state: "open", probeAt };
  }
}

/** The breakers of this process. */
export function circuits(runtime: Runtime) {
  return runtime.singleton("gateway.circuits", () => {
    const known = new LRUCache<string, Circuit>({ max: maxCircuits });
    return {
      of(connectionId: string, host: string): Circuit {
        const key = `${connectionId} ${host}`;
        const found = known.get(key);
        if (found) return found;
        const made = new Circuit();
        known.set(key, made);
        return made;
      },
      /** Of every host of a connection that was called lately. */
      viewConnection(connectionId: string): { host: string; view: CircuitView }[] {
        return [...known.entries()].filter(([key]) => key.startsWith(`${connectionId} `)).map(([key, circuit]) => ({ host: key.slice(connectionId.length + 1), view: circuit.view() }));
      },
    };
  });
}

function unavailable(vendor: string, probeAt: number): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil((probeAt - Date.now()) / 1_000));
  return new AppError("SERVICE_UNAVAILABLE", `${vendor} has been failing, so nothing is sent to it right now. The next try is in ${retryAfterSeconds} s.`, {
    details: { retryAfterSeconds, breaker: "open", nextProbeAt: new Date(probeAt).toISOString() },
  });
}
