import { and, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, callDetail } from "@/db/schema/connections";
import { workspace } from "@/db/schema/workspaces";
import { testCall } from "@/server/connections/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { deleteOldCalls } from "./delete-old-calls";
import { startCallRetention } from "./start-call-retention";
import { storeTestCall } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

const connectionId = "con_00000000000000000000000000";
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function keepFor(ctx: WorkspaceContext, days: number): Promise<void> {
  await ctx.db.update(workspace).set({ callRetentionDays: days }).where(eq(workspace.id, ctx.workspace.id));
}

async function left(ctx: WorkspaceContext): Promise<[calls: string[], details: number]> {
  const calls = await ctx.db.select({ id: call.id }).from(call).where(eq(call.workspaceId, ctx.workspace.id)).orderBy(call.id);
  const [details] = await ctx.db.select({ total: count() }).from(callDetail).where(and(eq(callDetail.workspaceId, ctx.workspace.id)));
  return [calls.map(({ id }) => id), details?.total ?? 0];
}

it("deletes what each workspace keeps no longer, with what was said, and nothing else", async () => {
  const [brief, long] = [await createTestContext(runtime), await createTestContext(runtime)];
  await keepFor(brief, 1);
  await keepFor(long, 30);
  for (const ctx of [brief, long]) await storeTestCall(ctx, connectionId, { createdAt: daysAgo(2) });
  const fresh = await storeTestCall(brief, connectionId, { createdAt: daysAgo(0.9) });
  const kept = await storeTestCall(long, connectionId, { createdAt: daysAgo(29.9) });
  await storeTestCall(long, connectionId, { createdAt: daysAgo(31) });
  expect(await deleteOldCalls(runtime)).toBe(2);
  expect(await left(brief)).toEqual([[fresh], 1]);
  const [ids, details] = await left(long);
  expect([ids.length, ids[0], details]).toEqual([2, kept, 2]);
  expect(await deleteOldCalls(runtime)).toBe(0);
});

it("goes on until nothing old is left, more than one batch holds", async () => {
  const ctx = await createTestContext(runtime);
  await keepFor(ctx, 1);
  const rows = Array.from({ length: 5_003 }, () => testCall(ctx, connectionId, { createdAt: daysAgo(3) }));
  for (let from = 0; from < rows.length; from += 1_000) await ctx.db.insert(call).values(rows.slice(from, from + 1_000));
  expect(await deleteOldCalls(runtime, { signal: AbortSignal.abort() })).toBe(0);
  expect((await left(ctx))[0]).toHaveLength(5_003);
  expect(await deleteOldCalls(runtime)).toBe(5_003);
  expect(await left(ctx)).toEqual([[], 0]);
});

it("waits in the background and ends with the process", async () => {
  const shutdown = new AbortController();
  const { stopped } = startCallRetention({ ...runtime, shutdown: shutdown.signal });
  shutdown.abort();
  await expect(stopped()).resolves.toBeUndefined();
});
