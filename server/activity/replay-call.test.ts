import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, connection } from "@/db/schema/connections";
import { startTestVendor, storeTestConnection, type TestVendor, testCall } from "@/server/connections/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { getCall } from "./get-call";
import { replayCall } from "./replay-call";
import { storeTestCall } from "./testing";

const canary = "sk_test_canary_of_replay";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
let connectionId: string;
let host: string;
beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin } } } }));
  ctx = await createTestContext(runtime);
  ({ id: connectionId } = await storeTestConnection(ctx, { credential: { api_key: canary } }));
  host = new URL(vendor.origin).host;
});
afterAll(async () => {
  await close();
  await vendor.close();
});
beforeEach(() => {
  vendor.requests.length = 0;
  vendor.answer(() => ({ status: 201, body: { id: "ch_1" } }));
});

const store = (facts: Parameters<typeof storeTestCall>[2] = {}, detail: Parameters<typeof storeTestCall>[3] = {}) => storeTestCall(ctx, connectionId, { host, ...facts }, detail);

describe("replay-call", () => {
  it("sends the kept request again, whole, with the connection's credential and a key of its own", async () => {
    const body = '{"amount":500,"name":"Café"}';
    const head = { "content-type": "application/json", "stripe-version": "2024-06-20", "idempotency-key": "first", authorization: "[secret]", "x-custom": "Bearer [secret]", "content-length": "3" };
    const callId = await store({ method: "POST", path: "/v1/charges", operation: "create_charge" }, { query: "expand=customer", requestHead: head, requestBody: body });
    expect((await getCall(ctx, { callId })).replay).toEqual({ isWrite: true, refusal: null });
    const answer = await replayCall(ctx, { callId });
    expect(answer).toEqual({ callId: expect.stringMatching(/^cal_/), status: 201 });
    expect(vendor.requests).toHaveLength(1);
    const [sent] = vendor.requests;
    expect(sent).toMatchObject({ method: "POST", path: "/v1/charges?expand=customer", body, headers: { "content-type": "application/json", "stripe-version": "2024-06-20", authorization: `Bearer ${canary}` } });
    expect(sent?.headers).not.toHaveProperty("x-custom");
    expect(sent?.headers["idempotency-key"]).not.toBe("first");
    // It is in the history at once.
    const replayed = await getCall(ctx, { callId: answer.callId });
    expect(replayed).toMatchObject({ source: "replay", operation: "create_charge", status: 201, actor: { id: ctx.actor.id } });
    expect(JSON.stringify([answer, replayed])).not.toContain(canary);
  });

  it("reads again without asking for more", async () => {
    const callId = await store({ method: "GET", path: "/v1/customers" });
    expect((await getCall(ctx, { callId })).replay).toEqual({ isWrite: false, refusal: null });
    await replayCall(ctx, { callId });
    expect(vendor.requests).toMatchObject([{ method: "GET", path: "/v1/customers" }]);
  });

  it.each<[string, Parameters<typeof store>[0], Parameters<typeof store>[1], RegExp]>([
    ["was cut", {}, { isRequestCut: true, requestBody: "x" }, /too large/],
    ["lost its body", { requestBytes: 12 }, {}, /byte for byte/],
    ["was no text", { requestBytes: 2 }, { requestBody: "\ufffd" }, /byte for byte/],
    ["held a secret", {}, { requestBody: '{"password":"[secret]"}' }, /held a secret/],
    ["held one hidden by its name", {}, { requestBody: '{"iban":"[hidden]"}' }, /held a secret/],
    ["held a secret in its query", {}, { query: "token=[secret]" }, /held a secret/],
    ["has a path that was cut", { path: `/${"p".repeat(499)}` }, {}, /path was too long/],
  ])("refuses a request that %s", async (_what, facts, detail, reason) => {
    const callId = await store(facts, detail);
    expect((await getCall(ctx, { callId })).replay.refusal).toMatch(reason);
    await expect(replayCall(ctx, { callId })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(reason) as unknown });
    expect(vendor.requests).toEqual([]);
  });

  it("refuses what was not kept, and what went through a connection that is gone", async () => {
    const row = testCall(ctx, connectionId);
    await ctx.db.insert(call).values(row);
    await expect(replayCall(ctx, { callId: row.id })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("not kept") as unknown });
    const gone = await storeTestConnection(ctx);
    const callId = await storeTestCall(ctx, gone.id, { host });
    await ctx.db.delete(connection).where(eq(connection.id, gone.id));
    await expect(replayCall(ctx, { callId })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("disconnected") as unknown });
    expect(vendor.requests).toEqual([]);
  });

  it("asks no host that the connector does not allow", async () => {
    const callId = await store({ host: "evil.example" });
    await expect(replayCall(ctx, { callId })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    expect(vendor.requests).toEqual([]);
  });

  it("is refused to viewers; a stranger's call and a private one are not there", async () => {
    const callId = await store();
    const viewer = await createTestContext(runtime, { role: "viewer", joining: ctx });
    const stranger = await createTestContext(runtime);
    await expect(replayCall(viewer, { callId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const mine = await storeTestConnection(ctx, { visibility: "private" });
    const hidden = await storeTestCall(ctx, mine.id, { host });
    const member = await createTestContext(runtime, { role: "admin", joining: ctx });
    const unknown = "cal_00000000000000000000000000";
    for (const [who, id] of [[stranger, callId], [stranger, unknown], [member, hidden], [member, "nonsense"]] as const) {
      await expect(replayCall(who, { callId: id })).rejects.toMatchObject({ code: "NOT_FOUND", message: "There is no such call in this workspace." });
      await expect(getCall(who, { callId: id })).rejects.toMatchObject({ code: "NOT_FOUND", message: "There is no such call in this workspace." });
    }
    expect(vendor.requests).toEqual([]);
  });
});

describe("get-call", () => {
  it("tells what was said to whoever may call, and to others that something was", async () => {
    const callId = await store({}, { responseBody: '{"email":"a@b.example"}', decisions: [{ at: 3, kind: "waited", text: "Waited 1.2 s for Stripe's limit" }] });
    const viewer = await createTestContext(runtime, { role: "viewer", joining: ctx });
    const member = await createTestContext(runtime, { role: "member", joining: ctx });
    expect(await getCall(member, { callId })).toMatchObject({ isDetailHidden: false, detail: { responseBody: '{"email":"a@b.example"}', decisions: [{ at: 3 }] }, connection: { name: "Acme" } });
    const seen = await getCall(viewer, { callId });
    expect(seen).toMatchObject({ isDetailHidden: true, detail: null, replay: { refusal: expect.stringContaining("role") as unknown } });
    expect(JSON.stringify(seen)).not.toContain("a@b.example");
  });
});
