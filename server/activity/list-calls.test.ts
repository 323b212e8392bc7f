import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, connection } from "@/db/schema/connections";
import { storeTestConnection, testCall } from "@/server/connections/testing";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { listCalls } from "./list-calls";
import { listCallsInput } from "./schema";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

const list = (ctx: WorkspaceContext, input: Record<string, unknown> = {}) => listCalls(ctx, listCallsInput.parse(input));
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Records calls, the newest first, one a minute; answers their ids in that order. */
async function record(ctx: WorkspaceContext, connectionId: string, calls: Parameters<typeof testCall>[2][]): Promise<string[]> {
  const rows = calls.map((facts, place) => testCall(ctx, connectionId, { createdAt: minutesAgo(place), ...facts }));
  await ctx.db.insert(call).values(rows);
  return rows.map(({ id }) => id);
}

describe("the list of calls", () => {
  it("comes in pages, newest first, with names beside ids", async () => {
    const ctx = await createTestContext(runtime);
    const { id } = await storeTestConnection(ctx);
    const ids = await record(ctx, id, [{}, { actorKind: "system", actorId: "health" }, { actorId: "user_who_left" }]);
    const first = await list(ctx, { limit: 2 });
    expect(first.calls).toMatchObject([
      { id: ids[0], connection: { id, name: "Acme" }, connector: { id: "stripe", name: "Stripe", logo: { light: "/connectors/stripe.svg" } }, actor: { kind: "user", name: expect.stringMatching(/^Person/) }, method: "GET", path: "/v1/customers", status: 200 },
      { id: ids[1], actor: { kind: "system", name: "Patchbay" } },
    ]);
    const second = await list(ctx, { limit: 2, cursor: first.nextCursor });
    expect(second).toMatchObject({ calls: [{ id: ids[2], actor: { name: null } }], nextCursor: null, lookedBackTo: null });
    await expect(list(ctx, { cursor: "con_x" })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
  });

  it("shows each filter's own", async () => {
    const ctx = await createTestContext(runtime);
    const [stripe, other, mail] = [await storeTestConnection(ctx), await storeTestConnection(ctx), await storeTestConnection(ctx, { slug: "mailchimp", credential: { api_key: "k-us1" } })];
    const requestId = newId("request", minutesAgo(7).getTime());
    const [good = "", failed = "", cut = "", unanswered = "", waited = "", retried = "", cached = "", named = ""] = await record(ctx, stripe.id, [
      {},
      { status: 500 },
      { status: 200, errorCode: "VENDOR_API_ERROR" },
      { status: null, errorCode: "TIMEOUT" },
      { waitedMs: 900, status: 302 },
      { attempts: 3, method: "POST", actorId: "user_other" },
      { cache: "hit" },
      { operation: "List_refunds", path: "/v1/100%_sure", source: "operation", requestId },
    ]);
    const [second = ""] = await record(ctx, other.id, [{ createdAt: minutesAgo(20) }]);
    const [third = ""] = await record(ctx, mail.id, [{ createdAt: minutesAgo(30), connector: "mailchimp" }]);
    const found = async (input: Record<string, unknown>) => (await list(ctx, input)).calls.map(({ id }) => id);
    expect(await found({ outcome: "ok" })).toEqual([good, waited, retried, cached, named, second, third]);
    expect(await found({ outcome: "failed" })).toEqual([failed, cut, unanswered]);
    expect(await found({ outcome: "waited" })).toEqual([waited]);
    expect(await found({ outcome: "retried" })).toEqual([retried]);
    expect(await found({ outcome: "cached" })).toEqual([cached]);
    expect(await found({ statusClass: "5xx" })).toEqual([failed]);
    expect(await found({ statusClass: "3xx" })).toEqual([waited]);
    expect(await found({ statusClass: "none" })).toEqual([unanswered]);
    expect(await found({ statusClass: "4xx" })).toEqual([]);
    expect(await found({ connectionId: other.id })).toEqual([second]);
    expect(await found({ connectionId: other.id, outcome: "failed" })).toEqual([]);
    expect(await found({ connector: "stripe" })).toHaveLength(9);
    expect(await found({ connector: "stripe", limit: 100, text: "sure" })).toEqual([named]);
    expect(await found({ connector: "mailchimp" })).toEqual([third]);
    expect(await found({ source: "operation" })).toEqual([named]);
    expect(await found({ actorId: "user_other" })).toEqual([retried]);
    expect(await found({ method: "POST" })).toEqual([retried]);
    expect(await found({ operation: "List_refunds" })).toEqual([named]);
    for (const text of ["list_REFUNDS", "100%_s", requestId, named]) expect(await found({ text }), text).toEqual([named]);
    for (const text of ["100__s", "\\", newId("request"), newId("call")]) expect(await found({ text }), text).toEqual([]);
    expect(await found({ from: minutesAgo(25).toISOString(), to: minutesAgo(10).toISOString() })).toEqual([second]);
  });

  it("merges the calls of a connector's many connections in order", async () => {
    const ctx = await createTestContext(runtime);
    const connections = [await storeTestConnection(ctx), await storeTestConnection(ctx), await storeTestConnection(ctx)];
    const ids: string[] = [];
    for (let place = 0; place < 9; place += 1) ids.push(...(await record(ctx, connections[place % 3]?.id ?? "", [{ createdAt: minutesAgo(place) }])));
    const first = await list(ctx, { connector: "stripe", limit: 5 });
    const second = await list(ctx, { connector: "stripe", limit: 5, cursor: first.nextCursor });
    expect([...first.calls, ...second.calls].map(({ id }) => id)).toEqual(ids);
  });

  it("looks so far for once, says how far, and goes on from there", async () => {
    const ctx = await createTestContext(runtime);
    const { id: connectionId } = await storeTestConnection(ctx);
    const oldest = testCall(ctx, connectionId, { createdAt: minutesAgo(60 * 24 * 3), path: "/v1/needle" });
    const startMs = minutesAgo(60 * 24 * 2).getTime();
    const rows = Array.from({ length: 10_050 }, (_, place) => testCall(ctx, connectionId, { createdAt: new Date(startMs + place * 1_000) }));
    for (let from = 0; from < rows.length; from += 1_000) await ctx.db.insert(call).values(rows.slice(from, from + 1_000));
    await ctx.db.insert(call).values(oldest);
    const first = await list(ctx, { text: "needle" });
    expect(first).toMatchObject({ calls: [], nextCursor: rows[50]?.id, lookedBackTo: rows[50]?.createdAt.toISOString() });
    expect(await list(ctx, { text: "needle", cursor: first.nextCursor })).toMatchObject({ calls: [{ id: oldest.id }], nextCursor: null, lookedBackTo: null });
  });
});

describe("whose calls are seen", () => {
  it("not another workspace's, whatever is filtered by", async () => {
    const [ctx, stranger] = [await createTestContext(runtime), await createTestContext(runtime)];
    const { id } = await storeTestConnection(ctx);
    const [recorded = ""] = await record(ctx, id, [{ status: null, errorCode: "TIMEOUT", attempts: 2, waitedMs: 5, cache: "hit" }]);
    for (const input of [{}, { outcome: "failed" }, { outcome: "waited" }, { outcome: "retried" }, { outcome: "cached" }, { statusClass: "none" }, { connectionId: id }, { connector: "stripe" }, { text: recorded }, { actorId: ctx.actor.id }]) {
      expect((await list(stranger, input)).calls, JSON.stringify(input)).toEqual([]);
      expect((await list(ctx, input)).calls, JSON.stringify(input)).toHaveLength(1);
    }
  });

  it("not those of somebody's private connection, not even by an admin", async () => {
    const member = await createTestContext(runtime, { role: "member", joining: await createTestContext(runtime) });
    const admin = await createTestContext(runtime, { role: "admin", joining: member });
    const { id } = await storeTestConnection(member, { visibility: "private" });
    const [recorded] = await record(member, id, [{}]);
    expect((await list(member)).calls).toMatchObject([{ id: recorded }]);
    for (const input of [{}, { connectionId: id }, { connector: "stripe" }, { actorId: member.actor.id }]) expect((await list(admin, input)).calls).toEqual([]);
  });

  it("those of a connection that is gone by whoever made them alone", async () => {
    const owner = await createTestContext(runtime);
    const member = await createTestContext(runtime, { role: "member", joining: owner });
    const { id } = await storeTestConnection(owner);
    const [recorded] = await record(member, id, [{}]);
    await owner.db.delete(connection).where(eq(connection.id, id));
    expect((await list(member)).calls).toMatchObject([{ id: recorded, connection: { id, name: null }, connector: { name: "Stripe" } }]);
    expect((await list(owner)).calls).toEqual([]);
  });

  it("by viewers too, and not by a key that may not read connections", async () => {
    const owner = await createTestContext(runtime);
    const viewer = await createTestContext(runtime, { role: "viewer", joining: owner });
    await record(owner, (await storeTestConnection(owner)).id, [{}]);
    expect((await list(viewer)).calls).toHaveLength(1);
    await expect(list({ ...viewer, permissions: new Set(["calls:run" as const]) })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
