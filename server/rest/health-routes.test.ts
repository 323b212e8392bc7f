import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connection } from "@/db/schema/connections";
import { connectors } from "@/server/catalog/registry";
import { storeTestConnection } from "@/server/connections/testing";
import { createTestCookie } from "@/server/identity/testing";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { createRestTest, type RestTest } from "./testing";

let test: RestTest;
beforeAll(async () => {
  test = await createRestTest();
  await storeTestConnection(test.ctx);
  await storeTestConnection(await createTestContext(test.runtime), { slug: "mailchimp" });
});
afterAll(() => test.close());

const shape = { status: "ok", service: "patchbay", timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown, port: 3000 };
const none = Object.fromEntries(connectors.map(({ slug }) => [slug, "not_configured"]));

describe("GET /health", () => {
  it("answers everybody in the contract's shape, without tenant data", async () => {
    const answer = await test.call("GET", "/health", { key: null });
    expect([answer.status, answer.body]).toEqual([200, { ...shape, integrations: {} }]);
  });

  it("tells a key the state of its own workspace's integrations", async () => {
    expect((await test.call("GET", "/health")).body).toEqual({ ...shape, integrations: { ...none, stripe: "connected" } });
    const cookie = await createTestCookie(test.runtime, test.ctx.actor.id);
    expect((await test.call("GET", "/health", { key: null, headers: { cookie } })).body).toEqual({ ...shape, integrations: { ...none, stripe: "connected" } });
  });

  it("shows the worst of a connector's connections, paused ones aside", async () => {
    const owner = await createTestContext(test.runtime);
    const key = await createTestKey(owner);
    const { db } = test.runtime.database;
    const [good, bad] = [await storeTestConnection(owner), await storeTestConnection(owner, { slug: "twilio", kind: "basic" })];
    await db.update(connection).set({ health: "degraded" }).where(eq(connection.id, good.id));
    await db.update(connection).set({ status: "revoked" }).where(eq(connection.id, bad.id));
    expect((await test.call("GET", "/health", { key })).body).toMatchObject({ integrations: { stripe: "degraded", twilio: "error", github: "not_configured" } });
    await db.update(connection).set({ pausedAt: new Date() }).where(eq(connection.workspaceId, owner.workspace.id));
    expect((await test.call("GET", "/health", { key })).body).toMatchObject({ integrations: { stripe: "connected", twilio: "connected" } });
  });

  it.each([
    ["a wrong key", { authorization: "Bearer pb_wrong" }, null],
    ["another scheme", { authorization: "Basic YTpi" }, null],
    ["a made-up session", { cookie: "patchbay.session_token=x.y" }, null],
    ["another workspace", { "x-workspace": "not-mine" }, undefined],
  ])("is still a probe with %s", async (_what, headers, key) => {
    const answer = await test.call("GET", "/health", { headers, ...(key === null ? { key } : {}) });
    expect([answer.status, answer.body]).toEqual([200, { ...shape, integrations: {} }]);
  });

  it("is still a probe with a key that may not read connections", async () => {
    const answer = await test.call("GET", "/health", { key: await createTestKey(test.ctx, { scopes: ["calls:run"] }) });
    expect([answer.status, answer.body]).toEqual([200, { ...shape, integrations: {} }]);
  });
});

describe("probes of a load balancer", () => {
  it.each(["/health/live", "/health/ready"])("%s answers", async (path) => {
    expect((await test.call("GET", path, { key: null })).body).toEqual({ ...shape, integrations: {} });
    const head = await test.call("HEAD", path, { key: null });
    expect([head.status, head.text]).toEqual([200, ""]);
  });

  it("ask the database once for many at a time", async () => {
    forgetAnswer();
    const ping = vi.spyOn(test.runtime.database, "ping");
    await Promise.all(Array.from({ length: 50 }, () => test.call("GET", "/health/ready", { key: null })));
    expect(ping).toHaveBeenCalledTimes(1);
    ping.mockRestore();
  });

  it("hear that it is not ready while it shuts down", async () => {
    const { shutdown } = test.runtime;
    Object.defineProperty(test.runtime, "shutdown", { value: AbortSignal.abort(), configurable: true });
    expect((await test.call("GET", "/health/ready")).status).toBe(503);
    expect((await test.call("GET", "/health/live")).status).toBe(200);
    Object.defineProperty(test.runtime, "shutdown", { value: shutdown, configurable: true });
    expect((await test.call("GET", "/health/ready")).status).toBe(200);
  });
});

describe("a database that is gone", () => {
  beforeEach(() => {
    forgetAnswer();
    return () => {
      vi.restoreAllMocks();
      forgetAnswer();
    };
  });

  it("is 503 when it goes between the question and the answer", async () => {
    expect((await test.call("GET", "/health/ready")).status).toBe(200);
    const error = vi.spyOn(test.runtime.log, "error").mockImplementation(() => undefined);
    vi.spyOn(test.runtime.database.db, "select").mockImplementation(() => {
      throw new Error("connection refused");
    });
    const answer = await test.call("GET", "/health");
    expect([answer.status, answer.body]).toEqual([503, { ...shape, status: "error", integrations: {} }]);
    expect(error).toHaveBeenCalledOnce();
  });

  it.each([
    ["fails", () => Promise.reject(new Error("connection refused"))],
    ["hangs", () => new Promise<void>(() => undefined)],
  ])("is 503 when it %s, and the process is still alive", async (_how, ping) => {
    vi.spyOn(test.runtime.database, "ping").mockImplementation(ping);
    for (const path of ["/health", "/health/ready"]) {
      const answer = await test.call("GET", path);
      expect([answer.status, answer.body]).toEqual([503, { ...shape, status: "error", integrations: {} }]);
    }
    expect((await test.call("GET", "/health/live")).status).toBe(200);
  });
});

it.each(["POST", "PUT", "PATCH", "DELETE"])("%s /health is 405", async (method) => {
  const answer = await test.call(method, "/health");
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

/** The next probe asks the database again. */
function forgetAnswer(): void {
  test.runtime.singleton<{ askedAt: number }>("rest.database", () => ({ askedAt: 0 })).askedAt = Number.NEGATIVE_INFINITY;
}
