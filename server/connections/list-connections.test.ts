import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection } from "@/db/schema/connections";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import type { ConnectionRow } from "./connection-cache";
import { connectionState } from "./connection-state";
import { countAttention } from "./count-attention";
import { listConnections } from "./list-connections";
import { connectionHealths, connectionStatuses, listConnectionsInput } from "./schema";
import { storeTestConnection } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => void ({ runtime, close } = await createTestRuntime()));
beforeEach(async () => void (ctx = await createTestContext(runtime)));
afterAll(() => close());

const day = 86_400_000;
const past = () => new Date(Date.now() - day);
const future = () => new Date(Date.now() + day);

async function store(changes: Partial<ConnectionRow> = {}, slug?: string): Promise<ConnectionRow> {
  const stored = await storeTestConnection(ctx, slug === "twilio" ? { slug, kind: "basic", credential: { username: "AC1", password: "p" } } : {});
  const [row] = await ctx.db.update(connection).set({ ...changes, updatedAt: new Date() }).where(eq(connection.id, stored.id)).returning();
  if (!row) throw new Error("there is no row");
  return row;
}

describe("pages", () => {
  it("come newest first, without gaps or repeats, and end", async () => {
    const stored: string[] = [];
    for (let number = 0; number < 7; number += 1) stored.unshift((await store()).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await listConnections(ctx, { limit: 3, cursor });
      seen.push(...page.connections.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      pages += 1;
    } while (cursor !== undefined && pages < 10);
    expect(seen).toEqual(stored);
    expect(pages).toBe(3);
  });

  it("stay in place while connections are added", async () => {
    const [third, second] = [await store(), await store()];
    await store();
    const first = await listConnections(ctx, { limit: 1 });
    await store();
    const next = await listConnections(ctx, { limit: 2, cursor: first.nextCursor ?? undefined });
    expect(next.connections.map(({ id }) => id)).toEqual([second.id, third.id]);
  });

  it("have bounds, and refuse a cursor that nobody gave out", async () => {
    expect(listConnectionsInput.safeParse({ limit: 101 }).success).toBe(false);
    expect(listConnectionsInput.safeParse({ limit: 0 }).success).toBe(false);
    expect(listConnectionsInput.parse({ limit: "7" }).limit).toBe(7);
    expect(listConnectionsInput.parse({}).limit).toBe(50);
    await expect(listConnections(ctx, { limit: 1, cursor: "x' or 1=1" })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
  });
});

describe("filters", () => {
  it("choose by connector", async () => {
    await store();
    const twilio = await store({}, "twilio");
    expect((await listConnections(ctx, { limit: 9, mcpId: "twilio" })).connections.map(({ id }) => id)).toEqual([twilio.id]);
    expect((await listConnections(ctx, { limit: 9, mcpId: "nowhere" })).connections).toEqual([]);
  });

  it("say the same as the state that each connection shows, for every combination", async () => {
    const times = fc.constantFrom(null, "past", "future");
    const rows = fc.sample(fc.record({ status: fc.constantFrom(...connectionStatuses), health: fc.constantFrom(...connectionHealths), isPaused: fc.boolean(), refresh: times }), { numRuns: 60, seed: 7 });
    for (const { status, health, isPaused, refresh } of rows) {
      await store({ status, health, pausedAt: isPaused ? new Date() : null, refreshExpiresAt: refresh === null ? null : refresh === "past" ? past() : future() });
    }
    const all = (await listConnections(ctx, { limit: 100 })).connections;
    expect(all).toHaveLength(60);
    const expectSame = async (filter: Parameters<typeof listConnections>[1], keeps: (view: (typeof all)[number]) => boolean) => {
      expect((await listConnections(ctx, filter)).connections.map(({ id }) => id)).toEqual(all.filter(keeps).map(({ id }) => id));
    };
    for (const status of connectionStatuses) await expectSame({ limit: 100, status }, (view) => view.status === status);
    for (const health of connectionHealths) await expectSame({ limit: 100, health }, (view) => view.health === health);
    for (const needsAttention of [true, false]) await expectSame({ limit: 100, needsAttention }, (view) => view.needsAttention === needsAttention);
    expect(await countAttention(ctx)).toBe(all.filter((view) => view.needsAttention).length);
  });
});

describe("what a connection needs", () => {
  const healthy = { status: "active", health: "healthy", healthReason: null, lastError: null, pausedAt: null, refreshExpiresAt: null, authKind: "oauth2" } as const;
  it.each([
    ["nothing while it works", {}, null],
    ["nothing while it stumbles", { health: "degraded", healthReason: "slow" }, null],
    ["a reconnect when it has expired", { status: "expired" }, "reconnect"],
    ["a reconnect when it was revoked", { status: "revoked", lastError: "It was withdrawn." }, "reconnect"],
    ["a reconnect when its key is wrong", { status: "invalid", authKind: "api_key" }, "reconnect"],
    ["a reconnect once nothing can renew it", { refreshExpiresAt: past() }, "reconnect"],
    ["nothing before that", { refreshExpiresAt: future() }, null],
    ["the admin, when its OAuth app is refused", { status: "error" }, "fix_app"],
    ["another try, when a key's vendor errs", { status: "error", authKind: "client_credentials" }, "retry"],
    ["another try, when its checks fail", { health: "failing" }, "retry"],
    ["to be resumed, whatever else", { pausedAt: past(), status: "revoked" }, "resume"],
  ] as const)("%s", (_what, changes, action) => {
    const state = connectionState({ ...healthy, ...changes }, new Date());
    expect(state.attention?.action ?? null).toBe(action);
    expect(state.needsAttention).toBe(action !== null && action !== "resume");
    if ("lastError" in changes) expect(state.attention?.message).toBe(changes.lastError);
  });
});

it("reminds of a rotation that is due", async () => {
  await store({ rotationIntervalDays: 30, lastRotatedAt: new Date(Date.now() - 31 * day) });
  const [view] = (await listConnections(ctx, { limit: 1 })).connections;
  expect(view?.rotation).toMatchObject({ intervalDays: 30, isDue: true });
});
