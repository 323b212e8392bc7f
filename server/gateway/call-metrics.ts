import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { isCustomSlug } from "@/server/custom-connectors/custom-slug";
import type { Runtime } from "@/server/runtime/runtime";
import { CallDurations, type DurationCell, newDurationCell } from "./call-durations";
import type { CallFacts } from "./record-call";

const outcomes = ["1xx", "2xx", "3xx", "4xx", "5xx", "no_answer"] as const;
const breakerValues = { closed: 0, half_open: 1, open: 2 } as const;

/** What is counted of one connector: plain numbers, so that a call adds to them without making anything. */
type Tally = {
  /** In the order of `outcomes`; undefined until the first call ends so. */
  durations: (DurationCell | undefined)[];
  retries: number;
  waits: number;
  waitedMs: number;
  hits: number;
  revalidated: number;
};

/** The name in the metrics, which are of the installation: what a workspace calls its own connectors stays with it. */
export function metricName(slug: string): string {
  return isCustomSlug(slug) ? "custom" : slug;
}

/** What the process counts of its calls, by connector and never by workspace. `GET /metrics` reads the registry. */
export function callMetrics(runtime: Runtime) {
  return runtime.singleton("gateway.metrics", createCallMetrics);
}

function createCallMetrics() {
  const tallies = new Map<string, Tally>();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registerTallies(registry, tallies);
  const registers = [registry];
  const utilisation = new Gauge({ name: "patchbay_budget_utilisation_ratio", help: "How much of the fullest budget of a connector is given out, 0 to 1.", labelNames: ["connector"], registers });
  const breaker = new Gauge({ name: "patchbay_breaker_state", help: "The worst circuit breaker of a connector: 0 closed, 1 half open, 2 open.", labelNames: ["connector"], registers });
  return {
    registry,
    /** Counts a call that has ended. */
    observe(facts: CallFacts): void {
      const { status = null, waitedMs, attempts, cache } = facts;
      const connector = metricName(facts.connector);
      let tally = tallies.get(connector);
      if (!tally) tallies.set(connector, (tally = newTally()));
      const place = status === null ? outcomes.length - 1 : Math.min(Math.max(Math.floor(status / 100), 1), 5) - 1;
      (tally.durations[place] ??= newDurationCell()).observe(facts.durationMs / 1_000);
      if (attempts > 1) tally.retries += attempts - 1;
      if (waitedMs > 0) {
        tally.waits += 1;
        tally.waitedMs += waitedMs;
      }
      if (cache === "hit") tally.hits += 1;
      else if (cache === "revalidated") tally.revalidated += 1;
    },
    /** Before the states are set anew: what is not called any more has none. */
    forgetStates(): void {
      utilisation.reset();
      breaker.reset();
    },
    /** `ratio` is 0 while a connector's fullest budget is untouched and 1 when it is spent. */
    setBudgetUtilisation: (connector: string, ratio: number): void => utilisation.set({ connector }, ratio),
    /** Of a connector's worst one. */
    setBreakerState: (connector: string, state: CallFacts["breaker"]): void => breaker.set({ connector }, breakerValues[state]),
  };
}

function newTally(): Tally {
  return { durations: [], retries: 0, waits: 0, waitedMs: 0, hits: 0, revalidated: 0 };
}

/** Puts the tallies into the registry: they are read when somebody asks. */
function registerTallies(registry: Registry, tallies: ReadonlyMap<string, Tally>): void {
  const cells = () => [...tallies].flatMap(([connector, { durations }]) => durations.flatMap((cell, place) => (cell ? [{ labels: { connector, outcome: outcomes[place] ?? "no_answer" }, cell }] : [])));
  const registers = [registry];
  const register = (name: string, help: string, labelNames: string[], read: () => { labels: Record<string, string>; value: number }[]) =>
    new Counter({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const { labels, value } of read()) this.inc(labels, value);
      },
    });
  const byConnector = (value: (tally: Tally) => number) => () => [...tallies].map(([connector, tally]) => ({ labels: { connector }, value: value(tally) }));
  register("patchbay_calls_total", "Calls through connections, by how the vendor answered.", ["connector", "outcome"], () => cells().map(({ labels, cell }) => ({ labels, value: cell.count() })));
  registry.registerMetric(new CallDurations("patchbay_call_duration_seconds", "How long calls took, waiting and retries included.", cells));
  register("patchbay_call_retries_total", "How often calls were sent again.", ["connector"], byConnector(({ retries }) => retries));
  register("patchbay_call_waits_total", "Calls that stood in line for a vendor's budget.", ["connector"], byConnector(({ waits }) => waits));
  register("patchbay_call_wait_seconds_total", "How long calls stood in line, all together.", ["connector"], byConnector(({ waitedMs }) => waitedMs / 1_000));
  register("patchbay_cache_hits_total", "Calls that the cache answered: as it stood, or after the vendor confirmed it.", ["connector", "kind"], () =>
    [...tallies].flatMap(([connector, { hits, revalidated }]) => [
      { labels: { connector, kind: "hit" }, value: hits },
      { labels: { connector, kind: "revalidated" }, value: revalidated },
    ]),
  );
}
