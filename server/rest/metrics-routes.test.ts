import { afterAll, beforeAll, expect, it } from "vitest";
import { storeTestConnection } from "@/server/connections/testing";
import { callRecorder } from "@/server/gateway/record-call";
import { runCall } from "@/server/gateway/run-call";
import { createTestCookie } from "@/server/identity/testing";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { rest } from "./rest";
import { createRestTest, publicUrl, type RestTest } from "./testing";

const metricsToken = "a token that only this test knows";
const canary = "sk_test_canary_of_metrics";

let test: RestTest;
beforeAll(async () => {
  test = await createRestTest({ env: { METRICS_TOKEN: metricsToken.replaceAll(" ", "-") } });
  test.vendor.answer(() => ({ body: { ok: true } }));
});
afterAll(() => test.close());

async function read(authorization: string | null): Promise<{ status: number; type: string | null; text: string }> {
  const response = await rest.fetch(new Request(`${publicUrl}/metrics`, { headers: authorization === null ? {} : { authorization } }));
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

it("tells an operator of every workspace's calls and connections at once, and names none", async () => {
  const other = await createTestContext(test.runtime);
  for (const ctx of [test.ctx, other]) {
    const { id } = await storeTestConnection(ctx, { credential: { api_key: canary } });
    await runCall(ctx, id, { method: "GET", path: "/v1/private-path?token=hunter2" }, { source: "rest" });
  }
  await callRecorder(test.runtime).flush();
  const answer = await read(`Bearer ${metricsToken.replaceAll(" ", "-")}`);
  expect([answer.status, answer.type]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
  expect(answer.text).toContain('patchbay_calls_total{connector="stripe",outcome="2xx"} 2');
  expect(answer.text).toContain('patchbay_breaker_state{connector="stripe"} 0');
  expect(answer.text).toMatch(/patchbay_budget_utilisation_ratio\{connector="stripe"\} 0/);
  expect(answer.text).toMatch(/patchbay_connections\{connector="stripe",health="\w+"\} 2/);
  for (const secret of [canary, "hunter2", "private-path", test.ctx.workspace.id, test.ctx.workspace.slug, test.ctx.actor.id, other.workspace.name, metricsToken.replaceAll(" ", "-")]) expect(answer.text).not.toContain(secret);
});

it("answers an admin's key with the same", async () => {
  expect(await read(`Bearer ${test.key}`)).toMatchObject({ status: 200, text: expect.stringContaining("process_cpu_seconds_total") });
  // Counted once, however often it is asked.
  expect((await read(`Bearer ${test.key}`)).text.match(/patchbay_connections\{/g)).toHaveLength(1);
});

it("refuses everybody else", async () => {
  const cookie = await createTestCookie(test.runtime, test.ctx.actor.id);
  const narrow = await createTestKey(test.ctx, { scopes: ["connections:read", "calls:run"] });
  const statusOf = async (options: Parameters<RestTest["call"]>[2]) => (await test.call("GET", "/metrics", { key: null, ...options })).status;
  expect([await statusOf({}), await statusOf({ key: "wrong" }), await statusOf({ headers: { cookie } }), await statusOf({ key: narrow })]).toEqual([401, 401, 401, 403]);
});
