import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection, credential } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import { startTestRedis, type TestRedis } from "@/server/auth-kinds/database/testing-redis";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { connectWithCredential } from "./connect-with-credential";
import { getConnection } from "./get-connection";
import { listConnectionEvents } from "./list-connection-events";
import { openCredential } from "./open-credential";
import { rotateConnection } from "./rotate-connection";
import { answerAsStripe, startTestVendor, storeTestConnection, type TestVendor } from "./testing";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
const [stored, next, another] = ["sk_test_stored_key", "sk_test_canary_next", "sk_test_of_another"] as const;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin } } } }));
});
beforeEach(async () => {
  answerAsStripe(vendor, { [stored]: "Acme", [next]: "Acme", sk_test_third: "Acme", [another]: "Other" });
  ctx = await createTestContext(runtime);
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const rotate = (connectionId: string, api_key: string) => rotateConnection(ctx, { connectionId, values: { api_key } });

async function opened(id: string) {
  const [row] = await ctx.db.select().from(connection).where(eq(connection.id, id));
  if (!row) throw new Error("there is no row");
  return { row, fields: await openCredential(runtime, row) };
}

describe("a new key of the same account", () => {
  it("takes the old one's place", async () => {
    const { id } = await storeTestConnection(ctx);
    await opened(id); // in memory, from where the old one has to go
    const view = await rotate(id, next);
    expect(view).toMatchObject({ id, name: "Acme", account: { id: "acct_Acme" }, rotation: { lastRotatedAt: expect.any(String) } });
    const { row, fields } = await opened(id);
    expect(fields["api_key"]?.reveal()).toBe(next);
    expect(row.credentialVersion).toBe(2);
    expect((await listConnectionEvents(ctx, { connectionId: id, limit: 1 })).events).toMatchObject([{ kind: "rotated" }]);
    const audit = await ctx.db.select().from(auditEntry).where(eq(auditEntry.target, id));
    expect(audit.map(({ action }) => action)).toEqual(["connection.create", "connection.rotate"]);
    expect(JSON.stringify([view, row, audit])).not.toContain("canary");
  });

  it("heals a connection whose old key was revoked", async () => {
    const { id } = await storeTestConnection(ctx);
    await ctx.db.update(connection).set({ status: "invalid", health: "failing", lastError: "revoked" }).where(eq(connection.id, id));
    expect(await rotate(id, next)).toMatchObject({ status: "active", health: "healthy", lastError: null, attention: null });
  });

  it("is taken when the vendor does not say whose it is", async () => {
    const { id } = await storeTestConnection(ctx);
    vendor.answer(({ path }) => (path === "/v1/account" ? { status: 403 } : { body: {} }));
    expect(await rotate(id, next)).toMatchObject({ account: { id: "acct_Acme", label: "Acme" } });
  });
});

describe("the old key stays", () => {
  it.each([
    ["when the new one is refused", "sk_test_wrong", "CREDENTIAL_REFUSED"],
    ["when the new one belongs to another account", another, "CONFLICT"],
    ["when the new one is the old one", stored, "CONFLICT"],
    ["when there is no new one", "", "INVALID_REQUEST"],
  ])("%s", async (_when, key, code) => {
    const { id } = await storeTestConnection(ctx);
    const before = await getConnection(ctx, { connectionId: id });
    await expect(rotate(id, key)).rejects.toMatchObject({ code });
    const { row, fields } = await opened(id);
    expect(fields["api_key"]?.reveal()).toBe(stored);
    expect(row.credentialVersion).toBe(1);
    expect(await getConnection(ctx, { connectionId: id })).toEqual(before);
  });

  it("where there is none to paste", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "github", kind: "oauth2", credential: { access_token: "t" } });
    await expect(rotate(id, next)).rejects.toMatchObject({ code: "INVALID_REQUEST", message: expect.stringContaining("Reconnect") });
  });
});

describe("at the same moment", () => {
  it("two rotations: one wins whole, the other is told", async () => {
    const { id } = await storeTestConnection(ctx);
    // Both keys are under examination before either is stored: the vendor answers when it was asked twice.
    let asked = 0;
    let bothAsked: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => (bothAsked = resolve));
    vendor.answer(async () => {
      asked += 1;
      if (asked === 2) bothAsked();
      await meeting;
      return { body: { id: "acct_Acme", business_profile: { name: "Acme" } } };
    });
    const results = await Promise.allSettled([rotate(id, next), rotate(id, "sk_test_third")]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    const { row, fields } = await opened(id);
    expect(row.credentialVersion).toBe(2);
    expect(fields["api_key"]?.reveal()).toBe(results[0]?.status === "fulfilled" ? next : "sk_test_third");
  });

  it("a rotation and a reconnect: nothing is mixed, and a later change is not undone by an earlier check", async () => {
    const { id } = await storeTestConnection(ctx);
    await Promise.allSettled([rotate(id, next), connectWithCredential(ctx, { mcpId: "stripe", authKind: "api_key", values: { api_key: another }, connectionId: id })]);
    const { row, fields } = await opened(id);
    const pair = [fields["api_key"]?.reveal(), row.accountLabel];
    expect([[next, "Acme"], [another, "Other"]]).toContainEqual(pair);
    expect(await ctx.db.select().from(credential).where(eq(credential.connectionId, id))).toMatchObject([{ rowVersion: row.credentialVersion }]);
  });
});

describe("a database", () => {
  let redis: TestRedis;
  beforeAll(async () => void (redis = await startTestRedis()));
  afterAll(() => redis?.stop());

  it("gets its new password alone; what is not secret keeps its value", async () => {
    const { host, port, password } = redis;
    const before = await connectWithCredential(ctx, { mcpId: "redis", authKind: "database", values: { host, port, password } });
    await expect(rotateConnection(ctx, { connectionId: before.id, values: { password: "wrong" } })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED" });
    await expect(rotateConnection(ctx, { connectionId: before.id, values: { password } })).rejects.toMatchObject({ code: "CONFLICT" });
    const after = await rotateConnection(ctx, { connectionId: before.id, values: { username: "app", password: "app-password" } });
    expect(after).toMatchObject({ id: before.id, account: { id: before.account.id, label: `app@127.0.0.1:${port}/0` } });
  });
});
