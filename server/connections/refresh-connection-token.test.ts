import { asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connection, connectionEvent, refreshLease } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import type { AuthOption, Connector } from "@/server/catalog/connector";
import { Secret } from "@/server/lib/secret";
import { deleteOAuthApp } from "@/server/oauth/delete-oauth-app";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import { startOAuthFlow } from "@/server/oauth/start-oauth-flow";
import { testConnectors } from "@/server/oauth/testing-registry";
import { signInAtVendor, startTestVendor, testClient, testConnector, type TestVendor } from "@/server/oauth/testing-vendor";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { completeOAuthFlow } from "./complete-oauth-flow";
import type { ConnectionRow } from "./connection-cache";
import { openCredential } from "./open-credential";
import { freshCredential, refreshConnectionToken } from "./refresh-connection-token";
import { takeRefreshLease } from "./refresh-lease";
import { sealCredential } from "./seal-credential";
import { storeRefreshedToken } from "./store-refreshed-token";

vi.mock("@/server/catalog/registry", async (original) => (await import("@/server/oauth/testing-registry")).withTestConnectors(await original()));

const slug = "testvendor";
const callbackUrl = `http://localhost:3000/api/oauth2/callback/${slug}`;
let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext & { actor: { kind: "user"; sessionId: string } };
let connector: Connector;
let option: AuthOption;

beforeAll(async () => {
  vendor = await startTestVendor([callbackUrl]);
  connector = testConnector(slug, vendor.origin);
  testConnectors.set(slug, connector);
  const [first] = connector.auth;
  if (!first) throw new Error("no option");
  option = first;
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { [slug]: { apiBaseUrl: vendor.origin } } } }));
  ctx = await createTestContext(runtime);
  await saveOAuthApp(ctx, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
});
afterAll(async () => {
  await close();
  await vendor.close();
});
afterEach(() => {
  vendor.token = {};
});

/** What another process on the same database is to the code: everything but the memory. */
function otherProcess(): Runtime {
  const made = new Map<string, unknown>();
  return {
    ...runtime,
    singleton: <T>(key: string, make: () => T): T => {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as T;
    },
  };
}

const readRow = async (id: string): Promise<ConnectionRow> => {
  const [row] = await runtime.database.db.select().from(connection).where(eq(connection.id, id));
  if (!row) throw new Error("no connection");
  return row;
};
const eventsOf = (id: string) => runtime.database.db.select().from(connectionEvent).where(eq(connectionEvent.connectionId, id)).orderBy(asc(connectionEvent.id));
const refreshes = () => vendor.tokenCalls.filter(({ grantType }) => grantType === "refresh_token");
const secondsLeft = (row: ConnectionRow) => ((row.tokenExpiresAt?.getTime() ?? 0) - Date.now()) / 1000;

/** A real connection through the real vendor, with a token that is about to run out. */
async function connect(leftMs = -1_000, owner = ctx): Promise<ConnectionRow> {
  const flow = await startOAuthFlow(owner, { connector: slug, inputs: {} });
  const { searchParams } = await signInAtVendor(flow.authorizationUrl, callbackUrl);
  await completeOAuthFlow(runtime, { provider: slug, query: searchParams, browser: { sessionId: owner.actor.sessionId, flowCookie: null }, ipAddress: null, userAgent: null });
  const [row] = await runtime.database.db.select().from(connection).where(eq(connection.workspaceId, owner.workspace.id)).orderBy(asc(connection.id)).then((rows) => rows.slice(-1));
  return change(row?.id ?? "", { tokenExpiresAt: new Date(Date.now() + leftMs) });
}

async function change(id: string, values: Partial<ConnectionRow>): Promise<ConnectionRow> {
  await runtime.database.db.update(connection).set(values).where(eq(connection.id, id));
  return readRow(id);
}

const refresh = (row: ConnectionRow, options: { isForced?: boolean; leaseMs?: number } = {}, by = runtime) => refreshConnectionToken(by, { row, connector, option }, options);

describe("a token that runs out", () => {
  it("is renewed before the call, and the rotated refresh token stored", async () => {
    const row = await connect(30_000);
    const before = await openCredential(runtime, row);
    const fresh = await freshCredential(runtime, row, connector, option);
    expect(fresh["access_token"]?.reveal()).not.toBe(before["access_token"]?.reveal());
    expect(fresh["refresh_token"]?.reveal()).not.toBe(before["refresh_token"]?.reveal());
    const after = await readRow(row.id);
    expect(after.credentialVersion).toBe(row.credentialVersion + 1);
    expect(secondsLeft(after)).toBeGreaterThan(3_500);
    expect((await eventsOf(row.id)).map(({ kind }) => kind)).toEqual(["connected", "refreshed"]);
    const audit = await runtime.database.db.select().from(auditEntry).where(eq(auditEntry.target, row.id));
    expect(audit.map(({ action, actorKind }) => `${action} ${actorKind}`)).toEqual(["connection.create user", "connection.refresh system"]);
    // The stored token works: the next refresh uses it.
    await expect(refresh(after, { isForced: true })).resolves.toMatchObject({ credentialVersion: row.credentialVersion + 2 });
  });

  it("is left alone while it is good for more than a minute", async () => {
    const row = await connect(90_000);
    const count = refreshes().length;
    await freshCredential(runtime, row, connector, option);
    expect(refreshes()).toHaveLength(count);
  });

  it("is asked for once by twenty callers in two processes", async () => {
    const row = await connect();
    const count = refreshes().length;
    vendor.token = { delayMs: 150 };
    const processes = [otherProcess(), otherProcess()];
    const callers = Array.from({ length: 20 }, async (_, index) => freshCredential(processes[index % 2] ?? runtime, row, connector, option));
    const tokens = new Set((await Promise.all(callers)).map((fields) => fields["access_token"]?.reveal()));
    expect(tokens.size).toBe(1);
    expect(refreshes()).toHaveLength(count + 1);
    expect((await readRow(row.id)).credentialVersion).toBe(row.credentialVersion + 1);
  });

  it("is asked for once although the vendor is slower than the lease", async () => {
    const row = await connect();
    const count = refreshes().length;
    vendor.token = { delayMs: 2_500 };
    const [one, other] = [otherProcess(), otherProcess()];
    const rows = await Promise.all([refresh(row, { leaseMs: 1_000 }, one), refresh(row, { leaseMs: 1_000 }, other)]);
    expect(refreshes()).toHaveLength(count + 1);
    expect(rows.map(({ credentialVersion }) => credentialVersion)).toEqual([row.credentialVersion + 1, row.credentialVersion + 1]);
  });

  it("is renewed by the next one when its owner died", async () => {
    const row = await connect();
    await runtime.database.db.insert(refreshLease).values({ connectionId: row.id, owner: "gone", fence: 7, expiresAt: new Date(Date.now() + 400) });
    await expect(refresh(row)).resolves.toMatchObject({ credentialVersion: row.credentialVersion + 1 });
    const [lease] = await runtime.database.db.select().from(refreshLease).where(eq(refreshLease.connectionId, row.id));
    expect(lease?.fence).toBe(8);
  });
});

describe("a late writer", () => {
  const tokens = { accessToken: new Secret("late"), refreshToken: new Secret("late"), expiresAt: null, refreshExpiresAt: null, scopes: null, facts: {} };

  it("whose lease was taken over is refused", async () => {
    const row = await connect();
    const credential = await openCredential(runtime, row);
    const lease = await takeRefreshLease(runtime, row.id, 60_000);
    if (!lease) throw new Error("no lease");
    await runtime.database.db.update(refreshLease).set({ owner: "next", fence: lease.fence + 1 }).where(eq(refreshLease.connectionId, row.id));
    expect(await storeRefreshedToken(runtime, lease, row, credential, tokens, "Testvendor")).toBeNull();
    await lease.release();
    expect(await readRow(row.id)).toEqual(row);
    expect((await openCredential(runtime, row))["access_token"]?.reveal()).toBe(credential["access_token"]?.reveal());
  });

  it("whose connection was reconnected meanwhile is refused, and the newer credential counts", async () => {
    const row = await connect();
    vendor.token = { delayMs: 500 };
    const refreshing = refresh(row);
    await new Promise((resolve) => setTimeout(resolve, 250));
    const newer = await change(row.id, { credentialVersion: row.credentialVersion + 5, tokenExpiresAt: new Date(Date.now() + 3_600_000) });
    expect((await refreshing).credentialVersion).toBe(newer.credentialVersion);
    expect((await readRow(row.id)).credentialVersion).toBe(newer.credentialVersion);
  });
});

describe("a grant that is gone", () => {
  it("ends in a sentence, an event, and no further request", async () => {
    const row = await connect();
    const stolen = await openCredential(runtime, row);
    await refresh(row);
    // Somebody uses the rotated token again: the vendor revokes the whole family.
    const reuse = await fetch(`${vendor.origin}/token`, {
      method: "POST",
      headers: { authorization: vendor.tokenCalls.at(-1)?.authorization ?? "", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: stolen["refresh_token"]?.reveal() ?? "" }),
    });
    expect(reuse.status).toBe(400);
    const running = await change(row.id, { tokenExpiresAt: new Date(Date.now() - 1_000) });
    const message = "Testvendor no longer accepts this connection: the access was withdrawn or has expired there. Reconnect to go on.";
    await expect(refresh(running)).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED", message });
    const after = await readRow(row.id);
    expect(after).toMatchObject({ status: "revoked", health: "failing", healthReason: message, lastError: message, credentialVersion: running.credentialVersion });
    expect(after.lastErrorDetail).toContain("invalid_grant");
    expect((await eventsOf(row.id)).at(-1)).toMatchObject({ kind: "refresh_failed", message, actorKind: "system" });
    const count = refreshes().length;
    await expect(refresh(after, { isForced: true })).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED" });
    expect(refreshes()).toHaveLength(count);
  });

  it("is not the end when another process has rotated the token meanwhile", async () => {
    const row = await connect();
    vendor.token = { delayMs: 400, status: 400, body: '{"error":"invalid_grant"}' };
    const refreshing = refresh(row);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await change(row.id, { credentialVersion: row.credentialVersion + 1, tokenExpiresAt: new Date(Date.now() + 3_600_000) });
    await expect(refreshing).resolves.toMatchObject({ credentialVersion: row.credentialVersion + 1, status: "active" });
  });

  it("is said to be so when the vendor gave no refresh token, and only once the token has run out", async () => {
    const row = await connect(30_000);
    const credential = await openCredential(runtime, row);
    const lease = await takeRefreshLease(runtime, row.id);
    if (!lease) throw new Error("no lease");
    await runtime.database.db.transaction((tx) => sealCredential(tx, runtime, row, { access_token: credential["access_token"] ?? new Secret("") }));
    await lease.release();
    const fresh = otherProcess();
    expect((await freshCredential(fresh, row, connector, option))["access_token"]?.reveal()).toBe(credential["access_token"]?.reveal());
    await expect(refresh(row, { isForced: true }, otherProcess())).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await readRow(row.id)).status).toBe("active");
    const over = await change(row.id, { tokenExpiresAt: new Date(Date.now() - 1) });
    await expect(refresh(over, {}, otherProcess())).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED" });
    expect((await readRow(row.id)).status).toBe("expired");
  });

  it("takes a new OAuth app to mend when the one it came from was removed", async () => {
    const owner = await createTestContext(runtime);
    await saveOAuthApp(owner, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
    const row = await connect(-1_000, owner);
    await deleteOAuthApp(owner, { connector: slug, force: true });
    await expect(refresh(row)).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED", message: expect.stringContaining("OAuth app") });
    expect((await readRow(row.id)).status).toBe("expired");
  });
});

describe("a vendor in trouble", () => {
  it("marks nothing, is left in peace for a moment, and is asked again after", async () => {
    const row = await connect();
    vendor.token = { status: 500 };
    const count = refreshes().length;
    await expect(refresh(row)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", details: { retryAfterSeconds: 5 } });
    await expect(refresh(row)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect(refreshes()).toHaveLength(count + 1);
    expect(await readRow(row.id)).toEqual(row);
    vendor.token = {};
    await expect(refresh(row, { isForced: true })).resolves.toMatchObject({ status: "active", credentialVersion: row.credentialVersion + 1 });
  });

  it("says how long to wait, and the caller is told", async () => {
    const row = await connect();
    vendor.token = { status: 429, headers: { "retry-after": "17" } };
    await expect(refresh(row)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", details: { retryAfterSeconds: 17 } });
    expect((await readRow(row.id)).status).toBe("active");
  });

  it("does not stop calls while the old token lasts; someone who asks for a new one is told", async () => {
    const row = await connect(30_000);
    const { access_token: old } = await openCredential(runtime, row);
    vendor.token = { status: 503 };
    expect((await freshCredential(runtime, row, connector, option))["access_token"]?.reveal()).toBe(old?.reveal());
    await expect(refresh(row, { isForced: true })).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  });

  it("that refuses the OAuth app is an admin's matter, and over once that is mended", async () => {
    const owner = await createTestContext(runtime);
    await saveOAuthApp(owner, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
    const row = await connect(-1_000, owner);
    await saveOAuthApp(owner, { connector: slug, clientId: testClient.id, clientSecret: "changed at the vendor" });
    await expect(refresh(row)).rejects.toMatchObject({ code: "VENDOR_ERROR", message: expect.stringContaining("Settings, OAuth apps") });
    expect(await readRow(row.id)).toMatchObject({ status: "error", health: "failing", errorCount: 1 });
    await saveOAuthApp(owner, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
    await refresh(row, { isForced: true });
    expect(await readRow(row.id)).toMatchObject({ status: "active", health: "unknown", lastError: null, errorCount: 0 });
  });
});
