import { circuitBreaker, type CircuitBreakerPolicy, CircuitState, handleWhen, isBrokenCircuitError, SamplingBreaker } from "cockatiel";
import { LRUCache } from "lru-cache";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";

/** What the breaker of one host of one connection is doing. */
export type CircuitView = { state: "closed" | "half_open" | "open"; /** When the next probe may go; null unless open. */ probeAt: number | null };

type Circuit = { policy: CircuitBreakerPolicy; openedAt: number };

const openForMs = 15_000;
const sampling = { threshold: 0.5, duration: 30_000, minimumRps: 5 / 30 };
const maxCircuits = 5_000;

/** Thrown into the breaker so that it counts an answer as a failure; never leaves this file. */
class VendorFailure extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super("the vendor failed");
    this.outcome = outcome;
  }
}

/**
 * One breaker per host and connection: a dead vendor is not asked again by every call, and slows no other. It opens
 * when half of at least five calls within half a minute fail, and lets one call through after fifteen seconds.
 */
export function circuits(runtime: Runtime) {
  return runtime.singleton("gateway.circuits", () => {
    const known = new LRUCache<string, Circuit>({ max: maxCircuits });

    function circuitFor(key: string): Circuit {
      const found = known.get(key);
      if (found) return found;
      const policy = circuitBreaker(handleWhen((error) => error instanceof VendorFailure), { halfOpenAfter: openForMs, breaker: new SamplingBreaker(sampling) });
      const made: Circuit = { policy, openedAt: 0 };
      policy.onBreak(() => (made.openedAt = Date.now()));
      known.set(key, made);
      return made;
    }

    return {
      /** Sends, unless the vendor is known to fail: then throws `SERVICE_UNAVAILABLE` at once, with the next probe's time. */
      async run<Outcome>(key: string, vendor: string, send: () => Promise<Outcome>, hasFailed: (outcome: Outcome) => boolean): Promise<Outcome> {
        const circuit = circuitFor(key);
        let outcome: Outcome | undefined;
        try {
          return await circuit.policy.execute(async () => {
            outcome = await send();
            if (hasFailed(outcome)) throw new VendorFailure(outcome);
            return outcome;
          });
        } catch (error) {
          if (error instanceof VendorFailure && outcome !== undefined) return outcome;
          if (isBrokenCircuitError(error)) throw unavailable(vendor, circuit.openedAt);
          throw error;
        }
      },
      view(key: string): CircuitView {
        const circuit = known.peek(key);
        return circuit ? describe(circuit) : { state: "closed", probeAt: null };
      },
      /** Of every host of a connection that was called lately. */
      viewConnection(connectionId: string): { host: string; view: CircuitView }[] {
        return [...known.entries()].filter(([key]) => key.startsWith(`${connectionId} `)).map(([key, circuit]) => ({ host: key.slice(connectionId.length + 1), view: describe(circuit) }));
      },
      /** After a reconnect or a successful check: the vendor gets a fresh start. */
      forget(connectionId: string): void {
        for (const key of known.keys()) if (key.startsWith(`${connectionId} `)) known.delete(key);
      },
    };
  });
}

export const circuitKey = (connectionId: string, host: string) => `${connectionId} ${host}`;

function describe({ policy, openedAt }: Circuit): CircuitView {
  if (policy.state === CircuitState.Open) return Date.now() - openedAt >= openForMs ? { state: "half_open", probeAt: null } : { state: "open", probeAt: openedAt + openForMs };
  return { state: policy.state === CircuitState.HalfOpen ? "half_open" : "closed", probeAt: null };
}

function unavailable(vendor: string, openedAt: number): AppError {
  const probeAt = openedAt + openForMs;
  const retryAfterSeconds = Math.max(1, Math.ceil((probeAt - Date.now()) / 1_000));
  return new AppError("SERVICE_UNAVAILABLE", `${vendor} has been failing, so nothing is sent to it right now. The next try is in ${retryAfterSeconds} s.`, {
    details: { retryAfterSeconds, breaker: "open", nextProbeAt: new Date(probeAt).toISOString() },
  });
}
