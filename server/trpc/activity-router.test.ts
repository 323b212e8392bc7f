import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { storeTestCall } from "@/server/activity/testing";
import { startTestVendor, storeTestConnection, type TestVendor } from "@/server/connections/testing";
import { createTestCookie } from "@/server/identity/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { openTestBrowser, type TestBrowser } from "./testing";

const canary = "sk_test_canary_of_activity";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
let owner: TestBrowser;
let viewer: TestBrowser;
let stranger: TestBrowser;
beforeAll(async () => {
  vendor = await startTestVendor();
  vendor.answer(() => ({ body: { object: "list" } }));
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin } } } }));
  ctx = await createTestContext(runtime);
  const browserOf = async (who: WorkspaceContext) => openTestBrowser(runtime, { cookie: await createTestCookie(runtime, who.actor.id), workspace: who.workspace.slug });
  owner = await browserOf(ctx);
  viewer = await browserOf(await createTestContext(runtime, { role: "viewer", joining: ctx }));
  stranger = await browserOf(await createTestContext(runtime));
});
afterAll(async () => {
  await close?.();
  await vendor?.close();
});

async function statusOf(work: Promise<unknown>): Promise<number> {
  const error = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof TRPCClientError)) throw new Error("the call was expected to fail");
  return error.data.httpStatus;
}

it("lists, opens and sends again, without the credential in any answer", async () => {
  const { id: connectionId } = await storeTestConnection(ctx, { credential: { api_key: canary } });
  const callId = await storeTestCall(ctx, connectionId, { host: new URL(vendor.origin).host, status: 500 });
  const { activity } = owner.trpc;
  const listed = await activity.list.query({ outcome: "failed" });
  expect(listed.calls).toMatchObject([{ id: callId, connection: { name: "Acme" } }]);
  const opened = await activity.get.query({ callId });
  expect(opened).toMatchObject({ id: callId, detail: { responseBody: '{"ok":true}' }, replay: { refusal: null } });
  const replayed = await activity.replay.mutate({ callId });
  expect((await activity.list.query({ source: "replay" })).calls).toMatchObject([{ id: replayed.callId, status: 200 }]);
  expect(vendor.requests.at(-1)?.headers.authorization).toBe(`Bearer ${canary}`);
  expect(JSON.stringify([listed, opened, replayed, await activity.get.query({ callId: replayed.callId })])).not.toContain(canary);

  expect((await viewer.trpc.activity.list.query({})).calls).toHaveLength(2);
  expect(await statusOf(viewer.trpc.activity.replay.mutate({ callId }))).toBe(403);
  expect((await stranger.trpc.activity.list.query({})).calls).toEqual([]);
  for (const id of [callId, "cal_00000000000000000000000000", "nonsense"]) {
    expect(await statusOf(stranger.trpc.activity.get.query({ callId: id }))).toBe(404);
    expect(await statusOf(stranger.trpc.activity.replay.mutate({ callId: id }))).toBe(404);
  }
  expect(await statusOf(openTestBrowser(runtime).trpc.activity.list.query({}))).toBe(401);
});

it("says at the field what does not fit", async () => {
  expect(await statusOf(owner.trpc.activity.list.query({ limit: 101 }))).toBe(400);
  expect(await statusOf(owner.trpc.activity.list.query({ from: "yesterday" }))).toBe(400);
  expect(await statusOf(owner.trpc.activity.list.query({ cursor: "x" }))).toBe(400);
});

it("lets an admin say what is kept", async () => {
  await owner.trpc.workspaces.updateCallHistory.mutate({ callDetail: "all", callRetentionDays: 90 });
  expect(await viewer.trpc.workspaces.callHistory.query()).toEqual({ callDetail: "all", callRetentionDays: 90 });
  expect(await statusOf(viewer.trpc.workspaces.updateCallHistory.mutate({ callDetail: "none", callRetentionDays: 1 }))).toBe(403);
});
