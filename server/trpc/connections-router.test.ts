import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulators, startEmulators } from "@/server/demo/start-emulators";
import { createTestCookie } from "@/server/identity/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { openTestBrowser, type TestBrowser } from "./testing";

const publicUrl = "http://localhost:3000";
const stripeKey = "sk_test_canary1234567890";

let emulators: Emulators;
let runtime: Runtime;
let close: () => Promise<void>;
let owner: TestBrowser;
let viewer: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  emulators = await startEmulators({ publicUrl, services: ["github", "stripe"] });
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: emulators.endpoints } }));
  const ctx = await createTestContext(runtime);
  const browserOf = async ({ actor, workspace }: Awaited<ReturnType<typeof createTestContext>>) => openTestBrowser(runtime, { cookie: await createTestCookie(runtime, actor.id), workspace: workspace.slug });
  owner = await browserOf(ctx);
  viewer = await browserOf(await createTestContext(runtime, { role: "viewer", joining: ctx }));
  stranger = await browserOf(await createTestContext(runtime));
});
afterAll(async () => {
  await close?.();
  await emulators?.stop();
});

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof TRPCClientError)) throw new Error("the call was expected to fail");
  return { status: error.data.httpStatus, message: error.message, ...error.data.app };
}

describe("a connection's life, in the browser", () => {
  it("goes from the catalog through connecting, changing and testing to its end", async () => {
    const { catalog, connections } = owner.trpc;
    expect((await catalog.list.query()).find(({ id }) => id === "stripe")).toMatchObject({ connected: false });
    expect((await catalog.get.query({ connector: "stripe" })).fields.api_key?.map(({ key }) => key)).toEqual(["api_key"]);

    const values = { api_key: stripeKey };
    expect(await connections.testCredential.mutate({ mcpId: "stripe", authKind: "api_key", values })).toMatchObject({ accountId: expect.any(String) });
    const made = await connections.connect.mutate({ mcpId: "stripe", authKind: "api_key", values, name: "Billing" });
    expect(made).toMatchObject({ name: "Billing", status: "active", health: "healthy" });
    const { id: connectionId } = made;

    expect((await connections.list.query({ mcpId: "stripe", limit: 10 })).connections).toEqual([made]);
    expect((await catalog.list.query())[0]).toMatchObject({ id: "stripe", connected: true, connectionCount: 1 });
    expect(await connections.test.mutate({ connectionId })).toMatchObject({ health: "healthy" });
    expect(await connections.refresh.mutate({ connectionId })).toMatchObject({ health: "healthy" });
    expect(await connections.update.mutate({ connectionId, name: "Payments" })).toMatchObject({ name: "Payments" });
    expect(await connections.pause.mutate({ connectionId })).toMatchObject({ isPaused: true });
    expect(await connections.resume.mutate({ connectionId })).toMatchObject({ isPaused: false });
    expect(await connections.rotate.mutate({ connectionId, values: { api_key: "sk_test_another1234567890" } })).toMatchObject({ rotation: { lastRotatedAt: expect.any(String) } });
    const { events } = await connections.events.query({ connectionId, limit: 20 });
    expect(events.map(({ kind }) => kind)).toEqual(["rotated", "resumed", "paused", "renamed", "connected"]);
    expect([(await owner.trpc.activity.list.query({ connectionId, limit: 5 })).calls, await connections.dependents.query({ connectionId }), await connections.attentionCount.query()]).toEqual([[], [], 0]);
    expect(JSON.stringify([made, events])).not.toContain("sk_test");

    expect(await connections.delete.mutate({ connectionId })).toEqual({ revoked: false, note: expect.any(String) });
    expect(await failureOf(connections.get.query({ connectionId }))).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });

  it("works with a personal token of an emulated GitHub", async () => {
    const made = await owner.trpc.connections.connect.mutate({ mcpId: "github", authKind: "bearer", values: { token: `ghp_${"a1B2".repeat(9)}` } });
    expect(made).toMatchObject({ status: "active", account: { id: expect.any(String), label: expect.any(String) } });
    await owner.trpc.connections.delete.mutate({ connectionId: made.id });
  });
});

describe("at the door", () => {
  it("what does not fit is said at its field", async () => {
    const { connections } = owner.trpc;
    expect(await failureOf(connections.update.mutate({ connectionId: "con_x", name: " " }))).toMatchObject({ status: 400, details: { fields: { name: "Give the connection a name." } } });
    expect(await failureOf(connections.list.query({ limit: 101 }))).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
    expect(await failureOf(connections.connect.mutate({ mcpId: "stripe", authKind: "api_key", values: {} }))).toMatchObject({ status: 400, details: { fields: { api_key: expect.any(String) } } });
  });

  it("a refused key is a 422 that names connector and field, without the key in it", async () => {
    const failure = await failureOf(owner.trpc.connections.connect.mutate({ mcpId: "stripe", authKind: "api_key", values: { api_key: "wrong-canary-key" } }));
    expect(failure).toMatchObject({ status: 422, code: "INVALID_API_KEY", details: { provider: "stripe", fields: { api_key: expect.any(String) } } });
    expect(JSON.stringify(failure)).not.toContain("wrong-canary-key");
    expect((await owner.trpc.connections.list.query({ limit: 10 })).connections).toEqual([]);
  });

  it("viewers look and do not touch, and strangers find nothing", async () => {
    const { id: connectionId } = await owner.trpc.connections.connect.mutate({ mcpId: "stripe", authKind: "api_key", values: { api_key: stripeKey } });
    expect(await viewer.trpc.connections.get.query({ connectionId })).toMatchObject({ id: connectionId });
    expect(await failureOf(viewer.trpc.connections.pause.mutate({ connectionId }))).toMatchObject({ status: 403 });
    expect(await failureOf(stranger.trpc.connections.get.query({ connectionId }))).toMatchObject({ status: 404 });
    expect(await failureOf(openTestBrowser(runtime).trpc.connections.list.query({ limit: 1 }))).toMatchObject({ status: 401 });
  });
});
