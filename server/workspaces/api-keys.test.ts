import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiKey, auditEntry } from "@/db/schema/workspaces";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { authenticate } from "./authenticate";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";
import { createTestContext } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

const input = { name: "CI", scopes: ["calls:run" as const], expiresAt: null };
const failureOf = (work: Promise<unknown>) => work.then(() => null, ({ code, message, details }) => ({ code, message, details }));
const enter = (key: string) => authenticate(runtime, { headers: new Headers({ authorization: `Bearer ${key}` }), method: "GET", ipAddress: null });

describe("create-api-key", () => {
  it("shows the key once and keeps only its hash", async () => {
    const owner = await createTestContext(runtime);
    const created = await createApiKey(owner, input);
    expect(created.key).toMatch(/^pb_[\w-]{43}$/);
    expect(created.key.startsWith(created.prefix)).toBe(true);
    expect(created.prefix).toHaveLength(8);
    const rows = await runtime.database.db.select().from(apiKey).where(eq(apiKey.id, created.id));
    const audit = await runtime.database.db.select().from(auditEntry).where(eq(auditEntry.target, created.id));
    expect(JSON.stringify([rows, audit])).not.toContain(created.key.slice(8));
    expect(audit).toMatchObject([{ action: "api_key.create", actorId: owner.actor.id, data: { name: "CI", scopes: ["calls:run"] } }]);
    expect((await enter(created.key)).workspace.id).toBe(owner.workspace.id);
  });

  it("is refused to members, viewers and keys without the scope admin", async () => {
    for (const role of ["member", "viewer"] as const) {
      await expect(createApiKey(await createTestContext(runtime, { role }), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const owner = await createTestContext(runtime);
    const { key } = await createApiKey(owner, { ...input, scopes: ["calls:run", "tools:write"] });
    await expect(createApiKey(await enter(key), input)).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringMatching(/scope admin/) });
  });

  it("gives no scope that its maker lacks", async () => {
    const owner = await createTestContext(runtime);
    const narrow = { ...owner, permissions: new Set(["admin" as const, "calls:run" as const]) };
    await expect(createApiKey(narrow, { ...input, scopes: ["calls:run", "tools:write"] })).rejects.toMatchObject({ code: "FORBIDDEN", details: { permission: "tools:write" } });
    expect(await listApiKeys(owner)).toEqual([]);
    await createApiKey(narrow, input);
    expect(await listApiKeys(owner)).toHaveLength(1);
  });

  it("refuses a key that would be expired at once", async () => {
    const owner = await createTestContext(runtime);
    await expect(createApiKey(owner, { ...input, expiresAt: new Date().toISOString() })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { expiresAt: expect.any(String) } } });
  });
});

describe("list-api-keys", () => {
  it("shows this workspace's keys without the keys, to admins", async () => {
    const owner = await createTestContext(runtime);
    await createApiKey(await createTestContext(runtime), input);
    const created = await createApiKey(owner, { ...input, expiresAt: new Date(Date.now() + 60_000).toISOString() });
    const [summary, ...others] = await listApiKeys(owner);
    expect(others).toEqual([]);
    expect(summary).toMatchObject({ id: created.id, name: "CI", prefix: created.prefix, scopes: ["calls:run"], isExpired: false, lastUsedAt: null, creatorName: expect.stringMatching(/^Person/) });
    expect(JSON.stringify(summary)).not.toContain(created.key);
    expect(summary).not.toHaveProperty("hash");
    const viewer = await createTestContext(runtime, { role: "viewer", joining: owner });
    await expect(listApiKeys(viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("revoke-api-key", () => {
  it("ends a key at once and writes who did", async () => {
    const owner = await createTestContext(runtime);
    const { id, key } = await createApiKey(owner, input);
    await enter(key);
    await revokeApiKey(owner, { apiKeyId: id });
    await expect(enter(key)).rejects.toMatchObject({ code: "INVALID_API_KEY" });
    expect(await listApiKeys(owner)).toEqual([]);
    expect(await failureOf(revokeApiKey(owner, { apiKeyId: id }))).toMatchObject({ code: "NOT_FOUND" });
    const audit = await runtime.database.db.select().from(auditEntry).where(eq(auditEntry.target, id));
    expect(audit.map(({ action }) => action).sort()).toEqual(["api_key.create", "api_key.revoke"]);
  });

  it("answers a stranger's id like an unknown one, and refuses who is no admin", async () => {
    const owner = await createTestContext(runtime);
    const foreign = await createApiKey(await createTestContext(runtime), input);
    const strange = await failureOf(revokeApiKey(owner, { apiKeyId: foreign.id }));
    expect(strange).toMatchObject({ code: "NOT_FOUND" });
    expect(strange).toEqual(await failureOf(revokeApiKey(owner, { apiKeyId: newId("apiKey") })));
    expect(strange).toEqual(await failureOf(revokeApiKey(owner, { apiKeyId: "malformed" })));
    expect((await enter(foreign.key)).actor.kind).toBe("api_key");
    const viewer = await createTestContext(runtime, { role: "viewer", joining: owner });
    await expect(revokeApiKey(viewer, { apiKeyId: newId("apiKey") })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
