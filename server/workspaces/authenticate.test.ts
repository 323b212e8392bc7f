import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { apiKey, member } from "@/db/schema/workspaces";
import { createTestCookie } from "@/server/identity/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { authenticate, authenticateSession } from "./authenticate";
import { authenticateKeyCached } from "./authenticate-key";
import type { WorkspaceContext } from "./context";
import { forgetKeys } from "./key-state";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";
import { createTestContext, createTestKey } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());
afterEach(() => {
  vi.useRealTimers();
});

const publicUrl = "http://localhost:3000";

function call(headers: Record<string, string>, method = "GET"): Promise<WorkspaceContext> {
  return authenticate(runtime, { headers: new Headers(headers), method, ipAddress: "192.0.2.1" });
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe("by API key", () => {
  it("acts in the key's workspace with the key's scopes", async () => {
    const owner = await createTestContext(runtime);
    const key = await createTestKey(owner, { scopes: ["calls:run", "connections:read"] });
    const ctx = await call({ ...bearer(key), "user-agent": "curl/8" });
    expect(ctx.workspace).toEqual(owner.workspace);
    expect(ctx.actor.kind).toBe("api_key");
    expect([...ctx.permissions].sort()).toEqual(["calls:run", "connections:read"]);
    expect(ctx.request).toMatchObject({ ipAddress: "192.0.2.1", userAgent: "curl/8" });
  });

  it("gives an admin key what an admin may do, and never ownership", async () => {
    const ctx = await call(bearer(await createTestKey(await createTestContext(runtime))));
    expect(ctx.permissions.has("members:write")).toBe(true);
    expect(ctx.permissions.has("owner")).toBe(false);
  });

  it("says what is wrong with an unknown key, an expired one and another scheme", async () => {
    const owner = await createTestContext(runtime);
    const expired = await createTestKey(owner, { expiresAt: new Date("2026-01-02T03:04:05Z") });
    await expect(call(bearer(`pb_${"A".repeat(43)}`))).rejects.toMatchObject({ code: "INVALID_API_KEY", status: 401, message: expect.stringMatching(/not known here/) });
    await expect(call(bearer("x".repeat(10_000)))).rejects.toMatchObject({ code: "INVALID_API_KEY" });
    await expect(call(bearer(expired))).rejects.toMatchObject({ code: "INVALID_API_KEY", message: expect.stringMatching(/expired on 2026-01-02/) });
    await expect(call({ authorization: "Basic YTpi" })).rejects.toMatchObject({ code: "INVALID_API_KEY", message: expect.stringMatching(/Bearer <workspace API key>/) });
  });

  it("expires a key that is in memory", async () => {
    const key = await createTestKey(await createTestContext(runtime), { expiresAt: new Date(Date.now() + 5_000) });
    await call(bearer(key));
    vi.useFakeTimers({ now: Date.now() + 6_000, toFake: ["Date"] });
    await expect(call(bearer(key))).rejects.toMatchObject({ message: expect.stringMatching(/expired/) });
  });

  it("refuses a revoked key at once, although it is in memory", async () => {
    const owner = await createTestContext(runtime);
    const key = await createTestKey(owner);
    await call(bearer(key));
    const [summary] = await listApiKeys(owner);
    await revokeApiKey(owner, { apiKeyId: summary?.id ?? "" });
    await expect(call(bearer(key))).rejects.toMatchObject({ code: "INVALID_API_KEY", message: expect.stringMatching(/revoked/) });
  });

  it("does not store what a read in flight found when a key was revoked meanwhile", async () => {
    const owner = await createTestContext(runtime);
    const key = await createTestKey(owner);
    const early = call(bearer(key));
    forgetKeys(runtime);
    expect((await early).workspace).toEqual(owner.workspace);
    await runtime.database.db.update(apiKey).set({ revokedAt: new Date() }).where(eq(apiKey.workspaceId, owner.workspace.id));
    await expect(call(bearer(key))).rejects.toMatchObject({ message: expect.stringMatching(/revoked/) });
  });

  it("lets nobody join a read that began before the revocation", async () => {
    const owner = await createTestContext(runtime);
    const key = await createTestKey(owner);
    const select = vi.spyOn(runtime.database.db, "select");
    const early = call(bearer(key));
    forgetKeys(runtime);
    await Promise.all([early, call(bearer(key))]);
    expect(select).toHaveBeenCalledTimes(2);
    select.mockRestore();
  });

  it("answers from memory without a promise, and notices another process' revocation within ten seconds", async () => {
    const owner = await createTestContext(runtime);
    const key = await createTestKey(owner);
    const request = { id: "req", ipAddress: null, userAgent: null };
    expect(authenticateKeyCached(runtime, key, request)).toBeInstanceOf(Promise);
    await authenticateKeyCached(runtime, key, request);
    expect(authenticateKeyCached(runtime, key, request)).toMatchObject({ workspace: owner.workspace });
    await runtime.database.db.update(apiKey).set({ revokedAt: new Date() }).where(eq(apiKey.workspaceId, owner.workspace.id));
    expect(authenticateKeyCached(runtime, key, request)).toMatchObject({ workspace: owner.workspace });
    vi.useFakeTimers({ now: Date.now() + 10_001, toFake: ["Date"] });
    await expect(call(bearer(key))).rejects.toMatchObject({ message: expect.stringMatching(/revoked/) });
  });

  it("reads a row once for many calls at the same time", async () => {
    const key = await createTestKey(await createTestContext(runtime));
    const select = vi.spyOn(runtime.database.db, "select");
    await Promise.all(Array.from({ length: 20 }, () => call(bearer(key))));
    expect(select).toHaveBeenCalledTimes(1);
    select.mockRestore();
  });

  it("writes when a key was last used, once a minute", async () => {
    const owner = await createTestContext(runtime);
    const key = await createTestKey(owner);
    const update = vi.spyOn(runtime.database.db, "update");
    for (let count = 0; count < 5; count += 1) await call(bearer(key));
    expect(update).toHaveBeenCalledTimes(1);
    await expect.poll(async () => (await listApiKeys(owner))[0]?.lastUsedAt).toMatch(/Z$/);
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ["Date"] });
    await call(bearer(key));
    expect(update).toHaveBeenCalledTimes(2);
    update.mockRestore();
  });

  it("does not act in a workspace that is not the key's", async () => {
    const key = await createTestKey(await createTestContext(runtime));
    const other = await createTestContext(runtime);
    await expect(call({ ...bearer(key), "x-workspace": other.workspace.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(call({ ...bearer(key), "x-workspace": "no-such-workspace" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("by session cookie", () => {
  it("asks who calls when there is no credential, or a cookie of nobody", async () => {
    await expect(call({})).rejects.toMatchObject({ code: "UNAUTHENTICATED", status: 401 });
    await expect(call({ cookie: "patchbay.session_token=made.up" })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("acts in the only workspace, with the role's permissions", async () => {
    const viewer = await createTestContext(runtime, { role: "viewer" });
    const ctx = await call({ cookie: await createTestCookie(runtime, viewer.actor.id) });
    expect(ctx.workspace).toEqual(viewer.workspace);
    expect(ctx.actor).toMatchObject({ kind: "user", id: viewer.actor.id });
    expect(ctx.permissions.has("connections:write")).toBe(false);
  });

  it("acts in the last used workspace, or in the one that X-Workspace names", async () => {
    const first = await createTestContext(runtime);
    const second = await createTestContext(runtime);
    await runtime.database.db.update(member).set({ userId: first.actor.id, lastUsedAt: new Date(Date.now() + 1_000) }).where(eq(member.workspaceId, second.workspace.id));
    const cookie = await createTestCookie(runtime, first.actor.id);
    expect((await call({ cookie })).workspace.id).toBe(second.workspace.id);
    expect((await call({ cookie, "x-workspace": first.workspace.slug })).workspace.id).toBe(first.workspace.id);
  });

  it("answers a workspace of others exactly like one that does not exist", async () => {
    const person = await createTestContext(runtime);
    const foreign = await createTestContext(runtime);
    const cookie = await createTestCookie(runtime, person.actor.id);
    const failure = (slug: string) => call({ cookie, "x-workspace": slug }).catch(({ code, message, details }) => ({ code, message, details }));
    expect(await failure(foreign.workspace.slug)).toEqual(await failure("no-such-workspace"));
    expect(await failure(foreign.workspace.slug)).toMatchObject({ code: "NOT_FOUND" });
  });

  it("notices at once that somebody was removed", async () => {
    const person = await createTestContext(runtime);
    const cookie = await createTestCookie(runtime, person.actor.id);
    await call({ cookie });
    await runtime.database.db.delete(member).where(eq(member.userId, person.actor.id));
    await expect(call({ cookie })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const session = await authenticateSession(runtime, { headers: new Headers({ cookie }), method: "GET", ipAddress: null });
    expect(session?.user.id).toBe(person.actor.id);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("lets %s through only from our own pages", async (method) => {
    const cookie = await createTestCookie(runtime, (await createTestContext(runtime)).actor.id);
    await expect(call({ cookie }, method)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(call({ cookie, origin: "https://evil.example" }, method)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(call({ cookie, origin: "null" }, method)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await call({ cookie, origin: publicUrl }, method)).actor.kind).toBe("user");
  });

  it("prefers the key when both are there", async () => {
    const person = await createTestContext(runtime);
    const other = await createTestContext(runtime);
    const headers = { cookie: await createTestCookie(runtime, person.actor.id), ...bearer(await createTestKey(other)) };
    expect((await call(headers, "POST")).workspace.id).toBe(other.workspace.id);
  });
});
