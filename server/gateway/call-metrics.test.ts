import { afterAll, beforeAll, expect, it } from "vitest";
import { testCall } from "@/server/connections/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { callMetrics } from "./call-metrics";
import { callRecorder, type CallFacts } from "./record-call";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
beforeAll(async () => {
  ({ runtime, close } = await createTestRuntime());
  ctx = await createTestContext(runtime);
});
afterAll(() => close());

const connectionId = "con_00000000000000000000000000";

function factsOf(facts: Partial<CallFacts>): CallFacts {
  const { createdAt: _createdAt, hasDetail: _hasDetail, ...row } = testCall(ctx, connectionId);
  return { ...row, detail: null, ...facts };
}

const lines = async () => (await callMetrics(runtime).registry.metrics()).split("\n").filter((line) => line.startsWith("patchbay_"));

it("counts what the recorder hears of, by connector and how the vendor answered", async () => {
  const recorder = callRecorder(runtime);
  recorder.record(factsOf({ durationMs: 4 }));
  recorder.record(factsOf({ durationMs: 40, cache: "hit" }));
  recorder.record(factsOf({ durationMs: 700, cache: "revalidated", waitedMs: 500 }));
  recorder.record(factsOf({ status: 429, attempts: 3, durationMs: 120_000 }));
  recorder.record(factsOf({ connector: "slack", status: null, errorCode: "TIMEOUT" }));
  const metrics = await lines();
  expect(metrics).toEqual(
    expect.arrayContaining([
      'patchbay_calls_total{connector="stripe",outcome="2xx"} 3',
      'patchbay_calls_total{connector="stripe",outcome="4xx"} 1',
      'patchbay_calls_total{connector="slack",outcome="no_answer"} 1',
      'patchbay_call_duration_seconds_bucket{connector="stripe",outcome="2xx",le="0.005"} 1',
      'patchbay_call_duration_seconds_bucket{connector="stripe",outcome="2xx",le="0.05"} 2',
      'patchbay_call_duration_seconds_bucket{connector="stripe",outcome="2xx",le="60"} 3',
      'patchbay_call_duration_seconds_bucket{connector="stripe",outcome="4xx",le="60"} 0',
      'patchbay_call_duration_seconds_bucket{connector="stripe",outcome="4xx",le="+Inf"} 1',
      'patchbay_call_duration_seconds_sum{connector="stripe",outcome="4xx"} 120',
      'patchbay_call_duration_seconds_count{connector="stripe",outcome="2xx"} 3',
      'patchbay_call_retries_total{connector="stripe"} 2',
      'patchbay_call_waits_total{connector="stripe"} 1',
      'patchbay_call_wait_seconds_total{connector="stripe"} 0.5',
      'patchbay_cache_hits_total{connector="stripe",kind="hit"} 1',
      'patchbay_cache_hits_total{connector="stripe",kind="revalidated"} 1',
      'patchbay_call_retries_total{connector="slack"} 0',
    ]),
  );
  // Asking twice must not count twice.
  expect((await lines()).filter((line) => line.startsWith("patchbay_calls_total"))).toEqual(metrics.filter((line) => line.startsWith("patchbay_calls_total")));
});

it("says how full a budget is and how a breaker stands", async () => {
  const metrics = callMetrics(runtime);
  metrics.setBudgetUtilisation("stripe", 0.25);
  metrics.setBreakerState("stripe", "half_open");
  metrics.setBreakerState("slack", "open");
  metrics.setBreakerState("slack", "closed");
  expect(await lines()).toEqual(expect.arrayContaining(['patchbay_budget_utilisation_ratio{connector="stripe"} 0.25', 'patchbay_breaker_state{connector="stripe"} 1', 'patchbay_breaker_state{connector="slack"} 0']));
});

it("knows nothing of workspaces, connections or paths, and tells of the process", async () => {
  const text = await callMetrics(runtime).registry.metrics();
  expect(text).not.toMatch(new RegExp([ctx.workspace.id, ctx.workspace.slug, connectionId, ctx.actor.id, "/v1/customers"].join("|")));
  expect(text).toContain("process_resident_memory_bytes");
});
