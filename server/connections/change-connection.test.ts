import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, connection } from "@/db/schema/connections";
import { apiKey, auditEntry } from "@/db/schema/workspaces";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { cachedConnection } from "./connection-cache";
import { getConnection } from "./get-connection";
import { listConnectionEvents } from "./list-connection-events";
import { listDependents } from "./list-dependents";
import { pauseConnection } from "./pause-connection";
import { resumeConnection } from "./resume-connection";
import { storeTestConnection , testCall } from "./testing";
import { updateConnection } from "./update-connection";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => void ({ runtime, close } = await createTestRuntime()));
beforeEach(async () => void (ctx = await createTestContext(runtime)));
afterAll(() => close());

const eventsOf = async (connectionId: string) => (await listConnectionEvents(ctx, { connectionId, limit: 50 })).events;
const actionsOf = async (target: string) => (await ctx.db.select().from(auditEntry).where(eq(auditEntry.target, target)).orderBy(auditEntry.seq)).map(({ action }) => action);

describe("pausing", () => {
  it("and resuming change the state once each, however often they are pressed, and at once for the gateway", async () => {
    const { id } = await storeTestConnection(ctx);
    await cachedConnection(runtime, id);
    expect(await pauseConnection(ctx, { connectionId: id })).toMatchObject({ isPaused: true, needsAttention: false, attention: { action: "resume" } });
    expect((await cachedConnection(runtime, id))?.pausedAt).toBeInstanceOf(Date);
    await pauseConnection(ctx, { connectionId: id });
    expect(await resumeConnection(ctx, { connectionId: id })).toMatchObject({ isPaused: false, attention: null });
    expect((await cachedConnection(runtime, id))?.pausedAt).toBeNull();
    await resumeConnection(ctx, { connectionId: id });
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(["resumed", "paused", "connected"]);
    expect(await actionsOf(id)).toEqual(["connection.create", "connection.pause", "connection.resume"]);
  });
});

describe("changing", () => {
  it("writes one audit entry and a line per thing that changed", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "slack", kind: "bearer", credential: { token: "xoxb-1" } });
    const view = await updateConnection(ctx, { connectionId: id, name: "Alerts", settings: { defaultChannel: "#deployments" }, rotationIntervalDays: 90, visibility: "private" });
    expect(view).toMatchObject({ name: "Alerts", settings: { defaultChannel: "#deployments" }, visibility: "private", rotation: { intervalDays: 90, isDue: false } });
    expect((await eventsOf(id)).map(({ kind }) => kind).toSorted()).toEqual(["connected", "renamed", "settings_changed", "visibility_changed"]);
    expect(await actionsOf(id)).toEqual(["connection.create", "connection.update"]);
  });

  it("to what it is already changes nothing", async () => {
    const { id, name } = await storeTestConnection(ctx);
    const before = await getConnection(ctx, { connectionId: id });
    expect(await updateConnection(ctx, { connectionId: id, name, visibility: "workspace", settings: {}, rotationIntervalDays: null })).toEqual(before);
    expect(await actionsOf(id)).toEqual(["connection.create"]);
  });

  it("settings are checked by the connector's own form", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "slack", kind: "bearer", credential: { token: "xoxb-1" } });
    const update = (settings: Record<string, string>) => updateConnection(ctx, { connectionId: id, settings });
    await expect(update({ defaultChannel: "not a channel!" })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { defaultChannel: expect.any(String) } } });
    await expect(update({ unknown: "x" })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { unknown: expect.any(String) } } });
    expect((await getConnection(ctx, { connectionId: id })).settings).toEqual({});
  });

  it("to private is for who made it, because it would hide it from everyone else", async () => {
    const { id } = await storeTestConnection(ctx);
    const admin = await createTestContext(runtime, { role: "admin", joining: ctx });
    await expect(updateConnection(admin, { connectionId: id, visibility: "private", name: "Mine now" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await getConnection(ctx, { connectionId: id })).toMatchObject({ visibility: "workspace", name: "Acme" });
    await updateConnection(ctx, { connectionId: id, visibility: "private" });
    await expect(getConnection(admin, { connectionId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("by an API key is told with the key's name", async () => {
    const { id } = await storeTestConnection(ctx);
    await createTestKey(ctx);
    const [key] = await ctx.db.select().from(apiKey).where(eq(apiKey.workspaceId, ctx.workspace.id));
    if (!key) throw new Error("there is no key");
    await pauseConnection({ ...ctx, actor: { kind: "api_key", id: key.id } }, { connectionId: id });
    expect((await eventsOf(id))[0]).toMatchObject({ kind: "paused", actorName: key.name });
  });
});

describe("history", () => {
  const dayMs = 86_400_000;

  async function recordCalls(connectionId: string, calls: { actorKind: "user" | "api_key"; actorId: string; daysAgo?: number }[]): Promise<void> {
    await ctx.db.insert(call).values(
      calls.map(({ actorKind, actorId, daysAgo = 0 }) => testCall(ctx, connectionId, { actorKind, actorId, createdAt: new Date(Date.now() - daysAgo * dayMs) })),
    );
  }

  it("of changes comes in pages, newest first", async () => {
    const { id } = await storeTestConnection(ctx);
    await pauseConnection(ctx, { connectionId: id });
    await resumeConnection(ctx, { connectionId: id });
    const first = await listConnectionEvents(ctx, { connectionId: id, limit: 2 });
    const second = await listConnectionEvents(ctx, { connectionId: id, limit: 2, cursor: first.nextCursor ?? undefined });
    expect([...first.events, ...second.events].map(({ kind }) => kind)).toEqual(["resumed", "paused", "connected"]);
  });

  it("tells which API keys depend on a connection: those that used it lately and still can", async () => {
    const { id } = await storeTestConnection(ctx);
    const other = await storeTestConnection(ctx);
    for (let number = 0; number < 4; number += 1) await createTestKey(ctx);
    const keys = (await ctx.db.select().from(apiKey).where(eq(apiKey.workspaceId, ctx.workspace.id)).orderBy(apiKey.id)).map((key) => key.id);
    const [often = "", seldom = "", longAgo = "", revoked = ""] = keys;
    await ctx.db.update(apiKey).set({ revokedAt: new Date() }).where(eq(apiKey.id, revoked));
    const by = (actorId: string, daysAgo = 1) => ({ actorKind: "api_key" as const, actorId, daysAgo });
    await recordCalls(id, [by(often), by(often, 3), by(seldom, 29), by(longAgo, 31), by(revoked), { actorKind: "user", actorId: ctx.actor.id }]);
    await recordCalls(other.id, [by(longAgo)]);
    expect(await listDependents(ctx, { connectionId: id })).toMatchObject([
      { kind: "api_key", id: often, callCount: 2 },
      { kind: "api_key", id: seldom, callCount: 1 },
    ]);
    expect((await listDependents(ctx, { connectionId: other.id })).map((dependent) => dependent.id)).toEqual([longAgo]);
  });

  it("does not outlive its connection's own rows in another's", async () => {
    const { id } = await storeTestConnection(ctx);
    const other = await storeTestConnection(ctx);
    await pauseConnection(ctx, { connectionId: id });
    expect((await eventsOf(other.id)).map(({ kind }) => kind)).toEqual(["connected"]);
    expect(await ctx.db.select().from(connection).where(eq(connection.id, other.id))).toMatchObject([{ pausedAt: null }]);
  });
});
