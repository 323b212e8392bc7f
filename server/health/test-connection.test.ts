import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, connection, credential } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { connectWithCredential } from "@/server/connections/connect-with-credential";
import { deleteConnection } from "@/server/connections/delete-connection";
import { listConnectionEvents } from "@/server/connections/list-connection-events";
import { circuits } from "@/server/gateway/circuit";
import { callRecorder } from "@/server/gateway/record-call";
import { refreshConnection } from "./refresh-connection";
import { testConnection } from "./test-connection";
import { answerAsStripe, startTestVendor, storeTestConnection, type TestVendor } from "@/server/connections/testing";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
const key = "sk_test_stored_key";

beforeAll(async () => {
  vendor = await startTestVendor();
  const hubspot = { apiBaseUrl: vendor.origin, tokenUrl: `${vendor.origin}/token` };
  ({ runtime, close } = await createTestRuntime({ env: { GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: "secret", HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret" }, overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin }, github: { apiBaseUrl: vendor.origin, tokenUrl: `${vendor.origin}/token` }, hubspot, salesforce: hubspot } } }));
});
beforeEach(async () => {
  vendor.requests.splice(0);
  answerAsStripe(vendor, { [key]: "Acme" });
  ctx = await createTestContext(runtime);
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const eventsOf = async (connectionId: string) => (await listConnectionEvents(ctx, { connectionId, limit: 50 })).events.map(({ kind, message }) => [kind, message]);
const rowOf = async (id: string) => (await ctx.db.select().from(connection).where(eq(connection.id, id)))[0];

describe("a check", () => {
  it("that goes well says so once, and leaves no line when nothing changed", async () => {
    const { id } = await storeTestConnection(ctx);
    const first = await testConnection(ctx, { connectionId: id });
    expect(first).toMatchObject({ status: "active", health: "healthy", lastHealthCheckAt: expect.any(String) });
    await testConnection(ctx, { connectionId: id });
    expect(await eventsOf(id)).toEqual([["connected", "Connected as Acme."]]);
  });

  it("finds a key that was revoked, and later that it works again", async () => {
    const { id } = await storeTestConnection(ctx);
    answerAsStripe(vendor, {});
    const broken = await testConnection(ctx, { connectionId: id });
    expect(broken).toMatchObject({ status: "invalid", health: "failing", needsAttention: true, attention: { action: "reconnect", message: expect.stringContaining("Stripe does not know this key") }, lastErrorDetail: expect.stringContaining("[secret]") });
    expect(JSON.stringify(broken)).not.toContain(key);
    await testConnection(ctx, { connectionId: id });
    answerAsStripe(vendor, { [key]: "Acme Ltd" });
    await ctx.db.update(connection).set({ accountId: "acct_Acme Ltd" }).where(eq(connection.id, id));
    expect(await testConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", health: "healthy", attention: null, lastError: null, lastErrorDetail: null, account: { label: "Acme Ltd" } });
    expect((await eventsOf(id)).map(([kind]) => kind)).toEqual(["health_changed", "health_changed", "connected"]);
    expect((await rowOf(id))?.errorCount).toBe(0);
  });

  it("that gets no answer is a hiccup twice, and an outage from the third time on", async () => {
    const { id } = await storeTestConnection(ctx);
    vendor.answer(() => ({ status: 503 }));
    const health = async () => (await testConnection(ctx, { connectionId: id })).health;
    expect([await health(), await health(), await health(), await health()]).toEqual(["degraded", "degraded", "failing", "failing"]);
    expect(await rowOf(id)).toMatchObject({ status: "active", errorCount: 4 });
    expect((await eventsOf(id)).map(([kind]) => kind)).toEqual(["health_changed", "health_changed", "connected"]);
  });

  it("by a busy vendor blames nobody", async () => {
    const { id } = await storeTestConnection(ctx);
    vendor.answer(() => ({ status: 429, headers: { "retry-after": "5" } }));
    expect(await testConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", health: "degraded", lastError: null });
    expect((await rowOf(id))?.errorCount).toBe(0);
  });

  it("goes like any other call: written down, and not sent while the breaker is open", async () => {
    const { id } = await storeTestConnection(ctx);
    await testConnection(ctx, { connectionId: id });
    await callRecorder(runtime).flush();
    const calls = await ctx.db.select().from(call).where(eq(call.connectionId, id));
    expect(calls.map(({ source, status, attempts, operation }) => ({ source, status, attempts, operation }))).toEqual(calls.map(() => ({ source: "check", status: 200, attempts: 1, operation: null })));
    expect(calls.length).toBe(vendor.requests.length);

    vendor.answer(() => ({ status: 503 }));
    while (circuits(runtime).of(id, new URL(vendor.origin).host).view().state === "closed") await testConnection(ctx, { connectionId: id });
    const asked = vendor.requests.length;
    expect(await testConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", lastErrorDetail: expect.stringContaining("nothing is sent to it right now") });
    expect(vendor.requests.length).toBe(asked);
  });

  it("is on record each time, with what it found", async () => {
    const { id } = await storeTestConnection(ctx);
    await testConnection(ctx, { connectionId: id });
    const found = await ctx.db.select().from(auditEntry).where(and(eq(auditEntry.target, id), eq(auditEntry.action, "connection.test")));
    expect(found).toMatchObject([{ data: { result: "ok", openedVersion: 1 } }]);
  });
});

describe("while a check waits for the vendor", () => {
  /** Answers as `status` says, but only after `meanwhile` is done. */
  function holdUntil(meanwhile: () => Promise<unknown>, status: number) {
    let isFirst = true;
    vendor.answer(async ({ headers }) => {
      const wasFirst = isFirst;
      isFirst = false;
      if (wasFirst) await meanwhile();
      return wasFirst ? { status } : { body: { id: "acct_Acme", business_profile: { name: headers.authorization?.slice(-6) } } };
    });
  }

  it("the connection is deleted: the check ends as for one that is not there, and brings nothing back", async () => {
    const { id } = await storeTestConnection(ctx);
    holdUntil(() => deleteConnection(ctx, { connectionId: id }), 200);
    await expect(testConnection(ctx, { connectionId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await rowOf(id)).toBeUndefined();
    expect(await ctx.db.select().from(credential).where(eq(credential.connectionId, id))).toEqual([]);
  });

  it("the connection is reconnected: the verdict on the old key does not touch the new one", async () => {
    const { id } = await storeTestConnection(ctx);
    holdUntil(() => connectWithCredential(ctx, { mcpId: "stripe", authKind: "api_key", values: { api_key: "sk_test_newer" }, connectionId: id }), 401);
    expect(await testConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", health: "healthy", lastError: null });
    expect(await rowOf(id)).toMatchObject({ credentialVersion: 2 });
  });
});

describe("a token", () => {
  const soon = () => new Date(Date.now() + 3_600_000);
  const hubspot = (more: Parameters<typeof storeTestConnection>[1] = {}) => storeTestConnection(ctx, { slug: "hubspot", kind: "oauth2", credential: { access_token: "old-access-token", refresh_token: "the-refresh-token" }, tokenExpiresAt: soon(), ...more });
  const good = { body: { portalId: 1, hub_id: 1, accountType: "STANDARD", uiDomain: "app.hubspot.com" } };

  function grantNewToken(newToken = "new-access-token") {
    vendor.answer(({ path, headers }) => {
      if (path === "/token") return { body: { access_token: newToken, refresh_token: "next-refresh-token", expires_in: 1800 } };
      return headers.authorization === `Bearer ${newToken}` ? good : { status: 401 };
    });
  }

  it("that the vendor refuses before its time is renewed once, and checked again", async () => {
    const { id } = await hubspot();
    grantNewToken();
    expect(await testConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", health: "healthy" });
    expect(vendor.requests.map(({ path }) => path).filter((path) => path === "/token")).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ credentialVersion: 2 });
  });

  it("that has run out is renewed first", async () => {
    const { id } = await hubspot({ tokenExpiresAt: new Date(Date.now() - 1_000) });
    grantNewToken();
    expect(await testConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", health: "healthy" });
    expect(vendor.requests[0]?.path).toBe("/token");
  });

  it("that cannot be renewed any more leaves its connection revoked, with what to do", async () => {
    const { id } = await hubspot();
    vendor.answer(({ path }) => (path === "/token" ? { status: 400, body: { error: "invalid_grant" } } : { status: 401 }));
    expect(await testConnection(ctx, { connectionId: id })).toMatchObject({ status: "revoked", health: "failing", attention: { action: "reconnect" } });
    await expect(refreshConnection(ctx, { connectionId: id })).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED", status: 424 });
  });

  it("is renewed when someone asks, also before its time", async () => {
    const { id } = await hubspot();
    grantNewToken();
    const view = await refreshConnection(ctx, { connectionId: id });
    expect(view).toMatchObject({ status: "active", tokenExpiresAt: expect.any(String) });
    expect((await eventsOf(id))[0]?.[0]).toBe("refreshed");
    expect(JSON.stringify([view, await rowOf(id), await eventsOf(id), await ctx.db.select().from(auditEntry).where(eq(auditEntry.target, id))])).not.toMatch(/access-token|refresh-token/);
  });

  it("without a refresh token is checked instead: asking to renew must not end it", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "github", kind: "oauth2", credential: { access_token: "gho_token" } });
    vendor.answer(() => ({ body: { id: 7, login: "acme" } }));
    expect(await refreshConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", health: "healthy" });
    vendor.answer(() => ({ status: 401, body: { message: "Bad credentials" } }));
    expect(await refreshConnection(ctx, { connectionId: id })).toMatchObject({ status: "revoked", attention: { action: "reconnect" } });
    expect(vendor.requests.every(({ path }) => path === "/user")).toBe(true);
  });

  it("of a key pair is got anew with the pair", async () => {
    const credentials = { client_id: "consumer-key", client_secret: "consumer-secret", access_token: "old" };
    const { id } = await storeTestConnection(ctx, { slug: "salesforce", kind: "client_credentials", credential: credentials, facts: { domain: "acme.my", instance_url: "https://acme.my.salesforce.com" }, tokenExpiresAt: soon() });
    vendor.answer(() => ({ body: { access_token: "new", instance_url: "https://acme.my.salesforce.com", expires_in: 600 } }));
    expect(await refreshConnection(ctx, { connectionId: id })).toMatchObject({ status: "active" });
    expect(await ctx.db.select().from(credential).where(eq(credential.connectionId, id))).toHaveLength(3);
  });

  it("with an end that nothing can push out shows as expired from then on", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "github", kind: "oauth2", credential: { access_token: "gho_token" }, tokenExpiresAt: new Date(Date.now() - 1_000) });
    vendor.answer(() => ({ body: { id: 7, login: "acme" } }));
    const view = await testConnection(ctx, { connectionId: id });
    expect(view).toMatchObject({ status: "expired", health: "failing", attention: { action: "reconnect" } });
  });
});

it("a key is re-checked when someone asks to renew it", async () => {
  const { id } = await storeTestConnection(ctx);
  expect(await refreshConnection(ctx, { connectionId: id })).toMatchObject({ status: "active", health: "healthy" });
  expect(vendor.requests).toHaveLength(1);
});
