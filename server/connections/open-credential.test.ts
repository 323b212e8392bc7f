import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { connection, credential } from "@/db/schema/connections";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { forgetCredential, openCredential } from "./open-credential";
import { storeTestConnection } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => void ({ runtime, close } = await createTestRuntime()));
beforeEach(async () => void (ctx = await createTestContext(runtime)));
afterAll(() => close());

const keyOf = async (row: Parameters<typeof openCredential>[1]) => (await openCredential(runtime, row))["api_key"]?.reveal();

it("opens once, and then answers from memory without a promise to wait for", async () => {
  const row = await storeTestConnection(ctx);
  const opens = vi.spyOn(runtime.vault, "open");
  await Promise.all([openCredential(runtime, row), openCredential(runtime, row), openCredential(runtime, row)]);
  const again = openCredential(runtime, row);
  expect(again).not.toBeInstanceOf(Promise);
  expect(opens).toHaveBeenCalledTimes(1);
  opens.mockRestore();
});

it("opens anew for a row of a later version, and serves the newest to a row that is behind", async () => {
  const first = await storeTestConnection(ctx);
  expect(await keyOf(first)).toBe("sk_test_stored_key");
  const second = await storeTestConnection(ctx, { connectionId: first.id, credential: { api_key: "sk_test_newer" } });
  expect(second.credentialVersion).toBe(2);
  expect(await keyOf(second)).toBe("sk_test_newer");
  expect(await keyOf(first)).toBe("sk_test_newer");
});

it("does not keep what was read before the credential was dropped", async () => {
  const row = await storeTestConnection(ctx);
  const opening = openCredential(runtime, row);
  forgetCredential(runtime, row.id);
  await opening;
  await ctx.db.delete(connection).where(eq(connection.id, row.id));
  await expect(async () => openCredential(runtime, row)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("does not open for a row that says it belongs to another workspace", async () => {
  const row = await storeTestConnection(ctx);
  const other = await createTestContext(runtime);
  await expect(async () => openCredential(runtime, { ...row, workspaceId: other.workspace.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("does not open what was moved to another workspace in the database", async () => {
  const row = await storeTestConnection(ctx);
  const other = await createTestContext(runtime);
  await ctx.db.update(connection).set({ workspaceId: other.workspace.id }).where(eq(connection.id, row.id));
  await ctx.db.update(credential).set({ workspaceId: other.workspace.id }).where(eq(credential.connectionId, row.id));
  await expect(async () => openCredential(runtime, { ...row, workspaceId: other.workspace.id })).rejects.toThrow();
});

it("keeps a bounded number in memory", async () => {
  const row = await storeTestConnection(ctx);
  await openCredential(runtime, row);
  const cache = runtime.singleton<{ opened: Map<string, unknown> }>("connections.credentials", () => {
    throw new Error("there is no cache");
  });
  const entry = cache.opened.get(row.id);
  for (let number = 0; number < 5_000; number += 1) cache.opened.set(`con_${number}`, entry);
  const next = await storeTestConnection(ctx);
  const before = cache.opened.size;
  await openCredential(runtime, next);
  expect(cache.opened.size).toBe(before);
  cache.opened.clear();
});
