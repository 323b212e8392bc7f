import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection, connectionEvent, credential } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import { startTestPostgres, type TestPostgres } from "@/db/testing-postgres";
import { startTestRedis, type TestRedis } from "@/server/auth-kinds/database/testing-redis";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { connectWithCredential } from "./connect-with-credential";
import { getConnection } from "./get-connection";
import { listConnectionEvents } from "./list-connection-events";
import { openCredential } from "./open-credential";
import { answerAsStripe, startTestVendor, type TestVendor } from "./testing";
import { testCredential } from "./test-credential";

const canary = "sk_test_canary_1234567890";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin }, twilio: { apiBaseUrl: vendor.origin }, github: { apiBaseUrl: vendor.origin }, slack: { apiBaseUrl: vendor.origin } } } }));
});
beforeEach(async () => {
  vendor.requests.splice(0);
  answerAsStripe(vendor, { [canary]: "Acme", sk_test_second_key: "Acme", sk_test_of_another: "Other" });
  ctx = await createTestContext(runtime);
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const stripe = (values: Record<string, unknown> = { api_key: canary }, more: { name?: string; visibility?: "workspace" | "private"; connectionId?: string } = {}) => connectWithCredential(ctx, { mcpId: "stripe", authKind: "api_key", values, ...more });

async function rowsOf({ db, workspace }: WorkspaceContext) {
  return {
    connections: await db.select().from(connection).where(eq(connection.workspaceId, workspace.id)),
    credentials: await db.select().from(credential).where(eq(credential.workspaceId, workspace.id)),
    events: await db.select().from(connectionEvent).where(eq(connectionEvent.workspaceId, workspace.id)),
    audit: await db.select().from(auditEntry).where(eq(auditEntry.workspaceId, workspace.id)),
  };
}

describe("a key that works", () => {
  it("becomes a connection named after its account", async () => {
    const view = await stripe();
    expect(view).toMatchObject({
      mcpId: "stripe",
      connectorName: "Stripe",
      name: "Acme",
      authKind: "api_key",
      status: "active",
      health: "healthy",
      visibility: "workspace",
      account: { id: "acct_Acme", label: "Acme" },
      needsAttention: false,
      attention: null,
      isSandbox: false,
      createdByName: expect.stringMatching(/^Person /),
      lastError: null,
    });
    expect(await getConnection(ctx, { connectionId: view.id })).toEqual(view);
  });

  it("is sealed, and stands in no view, row, event or audit entry", async () => {
    const view = await stripe();
    const rows = await rowsOf(ctx);
    expect(rows.credentials).toMatchObject([{ connectionId: view.id, field: "api_key", rowVersion: 1 }]);
    expect(JSON.stringify([view, rows])).not.toContain(canary);
    const [row] = rows.connections;
    if (!row) throw new Error("there is no row");
    expect((await openCredential(runtime, row))["api_key"]?.reveal()).toBe(canary);
    expect(rows.audit).toMatchObject([{ action: "connection.create", target: view.id, data: { connector: "stripe", sealedFields: ["api_key"] } }]);
    expect(rows.events).toMatchObject([{ kind: "connected", message: "Connected as Acme." }]);
  });

  it("takes the name and visibility that were chosen, and numbers a name that is taken", async () => {
    expect(await stripe(undefined, { name: "Billing", visibility: "private" })).toMatchObject({ name: "Billing", visibility: "private" });
    expect((await stripe()).name).toBe("Acme");
    expect((await stripe()).name).toBe("Acme 2");
    expect((await stripe()).name).toBe("Acme 3");
  });

  it("is pasted with spaces and line ends around it", async () => {
    await stripe({ api_key: `  ${canary}\n` });
    expect(vendor.requests[0]?.headers.authorization).toBe(`Bearer ${canary}`);
  });

  it("has its facts in the call, as Twilio's account", async () => {
    vendor.answer(() => ({ body: { sid: "AC0123456789abcdef0123456789abcdef", friendly_name: "Main" } }));
    const view = await connectWithCredential(ctx, { mcpId: "twilio", authKind: "basic", values: { username: "AC0123456789abcdef0123456789abcdef", password: "canary-token" } });
    expect(view.inputs).toEqual({ account_sid: "AC0123456789abcdef0123456789abcdef" });
    expect(vendor.requests[0]?.path).toContain("AC0123456789abcdef0123456789abcdef");
    expect(JSON.stringify(view)).not.toContain("canary");
  });
});

describe("a key that does not", () => {
  it("is refused, and nothing is stored", async () => {
    await expect(stripe({ api_key: "sk_test_wrong" })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED", status: 422, publicCode: "INVALID_API_KEY", details: { provider: "stripe" } });
    expect(await rowsOf(ctx)).toEqual({ connections: [], credentials: [], events: [], audit: [] });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["is missing", {}, "api_key"],
    ["is empty", { api_key: "   " }, "api_key"],
    ["is not text", { api_key: ["a"] }, "api_key"],
    ["comes with a field that nobody asked for", { api_key: canary, password: "x" }, "password"],
    ["holds a line break", { api_key: "sk_test\r\nx-evil: 1" }, "api_key"],
  ])("%s, is said at the field without asking the vendor", async (_what, values, field) => {
    await expect(stripe(values)).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { [field]: expect.any(String) } } });
    expect(vendor.requests).toEqual([]);
    expect((await rowsOf(ctx)).connections).toEqual([]);
  });

  it("is for a connector or a kind that there is not", async () => {
    await expect(connectWithCredential(ctx, { mcpId: "nowhere", authKind: "api_key", values: {} })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(connectWithCredential(ctx, { mcpId: "stripe", authKind: "basic", values: {} })).rejects.toMatchObject({ code: "INVALID_REQUEST", message: expect.stringContaining("api_key") });
  });
});

describe("reconnecting", () => {
  it("keeps the id, the settings and who made it, and replaces the credential", async () => {
    const before = await stripe(undefined, { name: "Billing" });
    await ctx.db.update(connection).set({ status: "invalid", health: "failing", lastError: "It was revoked.", errorCount: 4, settings: { note: "kept" } }).where(eq(connection.id, before.id));
    const after = await stripe({ api_key: "sk_test_second_key" }, { connectionId: before.id });
    expect(after).toMatchObject({ id: before.id, name: "Billing", status: "active", health: "healthy", lastError: null, settings: { note: "kept" }, createdAt: before.createdAt });
    const [row] = (await rowsOf(ctx)).connections;
    expect(row).toMatchObject({ credentialVersion: 2, errorCount: 0 });
    if (!row) throw new Error("there is no row");
    expect((await openCredential(runtime, row))["api_key"]?.reveal()).toBe("sk_test_second_key");
    expect((await listConnectionEvents(ctx, { connectionId: before.id, limit: 10 })).events.map(({ message }) => message)).toEqual(["Reconnected as Acme.", "Connected as Acme."]);
  });

  it("with another account is done, and said", async () => {
    const before = await stripe();
    const after = await stripe({ api_key: "sk_test_of_another" }, { connectionId: before.id });
    expect(after.account).toEqual({ id: "acct_Other", label: "Other" });
    const [event] = (await listConnectionEvents(ctx, { connectionId: before.id, limit: 1 })).events;
    expect(event).toMatchObject({ kind: "reconnected", message: "Reconnected with another account: Other instead of Acme.", actorName: expect.stringMatching(/^Person /) });
    expect((await rowsOf(ctx)).audit.at(-1)).toMatchObject({ action: "connection.reconnect", data: { accountChanged: true } });
  });

  it("with a key that is refused leaves the old one in place", async () => {
    const before = await stripe();
    await expect(stripe({ api_key: "sk_test_wrong" }, { connectionId: before.id })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED" });
    expect(await getConnection(ctx, { connectionId: before.id })).toEqual(before);
  });

  it("as another connector is refused before its vendor is asked", async () => {
    const before = await stripe();
    vendor.requests.splice(0);
    await expect(connectWithCredential(ctx, { mcpId: "slack", authKind: "bearer", values: { token: "xoxb-1" }, connectionId: before.id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(vendor.requests).toEqual([]);
  });

  it("a connection that is not there is refused before the vendor is asked", async () => {
    await expect(stripe(undefined, { connectionId: "con_nonsense" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(vendor.requests).toEqual([]);
  });

  it("twice at once ends with one whole credential and two versions more", async () => {
    const before = await stripe();
    await Promise.all([stripe({ api_key: "sk_test_second_key" }, { connectionId: before.id }), stripe({ api_key: "sk_test_of_another" }, { connectionId: before.id })]);
    const { connections, credentials } = await rowsOf(ctx);
    expect(connections).toMatchObject([{ credentialVersion: 3 }]);
    expect(credentials).toMatchObject([{ field: "api_key", rowVersion: 3 }]);
    const [row] = connections;
    if (!row) throw new Error("there is no row");
    const key = (await openCredential(runtime, row))["api_key"]?.reveal();
    expect([key, row.accountLabel]).toEqual(key === "sk_test_of_another" ? ["sk_test_of_another", "Other"] : ["sk_test_second_key", "Acme"]);
  });

  it("by someone who does not see it, or who would hide it from the others, is refused", async () => {
    const mine = await stripe(undefined, { visibility: "private" });
    const shared = await stripe();
    const other = await createTestContext(runtime, { role: "admin", joining: ctx });
    const reconnect = (connectionId: string, visibility?: "private") => connectWithCredential(other, { mcpId: "stripe", authKind: "api_key", values: { api_key: canary }, connectionId, visibility });
    await expect(reconnect(mine.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(reconnect(shared.id, "private")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a check without storing", () => {
  it("tells the account and leaves nothing behind", async () => {
    expect(await testCredential(ctx, { mcpId: "stripe", authKind: "api_key", values: { api_key: canary } })).toEqual({ accountId: "acct_Acme", accountLabel: "Acme", facts: {} });
    await expect(testCredential(ctx, { mcpId: "stripe", authKind: "api_key", values: { api_key: "sk_test_wrong" } })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED" });
    expect(await rowsOf(ctx)).toEqual({ connections: [], credentials: [], events: [], audit: [] });
  });
});

describe("databases", () => {
  let postgres: TestPostgres;
  let redis: TestRedis;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startTestPostgres(), startTestRedis()]);
  });
  afterAll(() => Promise.all([postgres?.stop(), redis?.stop()]));

  const postgresql = (values: Record<string, unknown> = {}) => {
    const { host, port, username, password, database } = postgres;
    return connectWithCredential(ctx, { mcpId: "postgresql", authKind: "database", values: { host, port, username, password, database, ...values } });
  };

  it("PostgreSQL is connected with a real login, and named by it", async () => {
    const view = await postgresql();
    expect(view).toMatchObject({ status: "active", health: "healthy", account: { id: `127.0.0.1:${postgres.port}/orders`, label: `app@127.0.0.1:${postgres.port}/orders` } });
    const rows = await rowsOf(ctx);
    expect(rows.credentials.map(({ field }) => field).toSorted()).toEqual(["database", "host", "password", "port", "tls", "username"]);
    expect(JSON.stringify([view, rows])).not.toContain(postgres.password);
  });

  it("PostgreSQL's refusal names the field, and nothing is stored", async () => {
    await expect(postgresql({ password: "wrong" })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED", details: { provider: "postgresql", fields: { password: expect.any(String) } } });
    await expect(postgresql({ database: "nowhere" })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED", details: { fields: { database: expect.any(String) } } });
    await expect(postgresql({ port: "70000" })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { port: expect.any(String) } } });
    expect((await rowsOf(ctx)).connections).toEqual([]);
  });

  it("Redis is connected with a real login", async () => {
    const { host, port, password } = redis;
    const view = await connectWithCredential(ctx, { mcpId: "redis", authKind: "database", values: { host, port, password } });
    expect(view).toMatchObject({ status: "active", account: { label: `127.0.0.1:${port}/0` } });
    await expect(connectWithCredential(ctx, { mcpId: "redis", authKind: "database", values: { host, port, password: "wrong" } })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED", details: { fields: { password: expect.any(String) } } });
    expect(JSON.stringify([view, await rowsOf(ctx)])).not.toContain(password);
  });
});

it("a sealed value does not open in another row", async () => {
  const first = await stripe();
  const second = await stripe({ api_key: "sk_test_of_another" });
  const [stolen] = await ctx.db.select().from(credential).where(eq(credential.connectionId, first.id));
  if (!stolen) throw new Error("there is no credential");
  await ctx.db.update(credential).set({ sealed: stolen.sealed }).where(and(eq(credential.connectionId, second.id), eq(credential.field, "api_key")));
  const [row] = await ctx.db.select().from(connection).where(eq(connection.id, second.id));
  if (!row) throw new Error("there is no row");
  await expect(async () => openCredential(runtime, row)).rejects.toThrow();
});
