import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connection, credential, oauthFlow } from "@/db/schema/connections";
import { member } from "@/db/schema/workspaces";
import { cancelOAuthFlow } from "@/server/oauth/cancel-oauth-flow";
import { getOAuthFlow } from "@/server/oauth/get-oauth-flow";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import type { StartOAuthFlowInput } from "@/server/oauth/schema";
import { startOAuthFlow, type StartedFlow } from "@/server/oauth/start-oauth-flow";
import { testConnectors } from "@/server/oauth/testing-registry";
import { signInAtVendor, startTestVendor, testClient, testConnector, type TestVendor } from "@/server/oauth/testing-vendor";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { completeOAuthFlow, type OAuthCallback } from "./complete-oauth-flow";
import { openCredential } from "./open-credential";

vi.mock("@/server/catalog/registry", async (original) => (await import("@/server/oauth/testing-registry")).withTestConnectors(await original()));

type Context = Awaited<ReturnType<typeof createTestContext>>;

const slug = "testvendor";
const callback = (provider = slug) => `http://localhost:3000/api/oauth2/callback/${provider}`;
let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: Context;

beforeAll(async () => {
  vendor = await startTestVendor([callback()]);
  testConnectors.set(slug, testConnector(slug, vendor.origin));
  testConnectors.set("othervendor", { ...testConnector("othervendor", vendor.origin), name: "Othervendor" });
  const connectorEndpoints = { [slug]: { apiBaseUrl: vendor.origin }, othervendor: { apiBaseUrl: vendor.origin } };
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints } }));
  ctx = await createTestContext(runtime);
  await saveOAuthApp(ctx, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
});
afterAll(async () => {
  await close();
  await vendor.close();
});
afterEach(() => {
  vendor.person = { accountId: "ada", agrees: true };
  vendor.token = {};
});

const start = (input: Partial<StartOAuthFlowInput> = {}, by = ctx) => startOAuthFlow(by, { connector: slug, inputs: {}, ...input });
const comeBack = async (flow: StartedFlow) => (await signInAtVendor(flow.authorizationUrl, callback())).searchParams;
const finish = (query: URLSearchParams, changes: Partial<OAuthCallback> = {}) =>
  completeOAuthFlow(runtime, { provider: slug, query, browser: { sessionId: ctx.actor.sessionId, flowCookie: null }, ipAddress: "127.0.0.1", userAgent: "tests", ...changes });
const readFlow = async (flowId: string) => (await runtime.database.db.select().from(oauthFlow).where(eq(oauthFlow.id, flowId)))[0];
const countConnections = () => runtime.database.db.$count(connection, eq(connection.workspaceId, ctx.workspace.id));
const exchanges = () => vendor.tokenCalls.filter(({ grantType }) => grantType === "authorization_code");

/** Nothing may be stored, and nothing asked of the vendor. */
async function expectRefused(query: URLSearchParams, sentence: RegExp, changes: Partial<OAuthCallback> = {}): Promise<void> {
  const before = [await countConnections(), exchanges().length];
  const outcome = await finish(query, changes);
  expect(outcome.status).toBe("failed");
  expect(outcome.message).toMatch(sentence);
  expect([await countConnections(), exchanges().length]).toEqual(before);
}

describe("a sign-in that goes well", () => {
  it("ends in a verified, sealed connection", async () => {
    const flow = await start({ returnTo: "/connections", name: "Ada's" });
    const sent = new URL(flow.authorizationUrl);
    expect(sent.origin).toBe(vendor.origin);
    expect(sent.searchParams.get("state")).toBe(flow.state);
    expect(sent.searchParams.get("code_challenge_method")).toBe("S256");
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "pending", connectionId: null });

    const outcome = await finish(await comeBack(flow));
    expect(outcome).toEqual({ flowId: flow.flowId, status: "connected", connectorName: "Testvendor", message: "Testvendor is connected as ada@vendor.test.", returnTo: "/connections", isHosted: false });
    const status = await getOAuthFlow(ctx, flow);
    expect(status).toMatchObject({ status: "connected", message: null });
    const [row] = await runtime.database.db.select().from(connection).where(eq(connection.id, status.connectionId ?? ""));
    expect(row).toMatchObject({ name: "Ada's", status: "active", authKind: "oauth2", accountId: "ada", accountLabel: "ada@vendor.test", createdBy: ctx.actor.id, scopes: ["openid", "email", "offline_access"] });
    expect((row?.tokenExpiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
    const opened = row ? await openCredential(runtime, row) : {};
    expect(Object.keys(opened).toSorted()).toEqual(["access_token", "refresh_token"]);
    const sealed = await runtime.database.db.select().from(credential).where(eq(credential.connectionId, row?.id ?? ""));
    expect(JSON.stringify(sealed)).not.toContain(opened["access_token"]?.reveal());
  });

  it("proves the client by Basic and the flow by its verifier, and stores neither state nor verifier in the clear", async () => {
    const flow = await start();
    await finish(await comeBack(flow));
    const call = exchanges().at(-1);
    const verifier = new URLSearchParams(call?.body).get("code_verifier") ?? "";
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(call?.authorization).toMatch(/^Basic /);
    expect(call?.body).not.toContain("client_secret");
    const stored = JSON.stringify(await readFlow(flow.flowId));
    for (const secret of [flow.state, verifier]) expect(stored).not.toContain(secret);
  });

  it("reconnects in place, and not as somebody else", async () => {
    const first = await start();
    await finish(await comeBack(first));
    const connectionId = (await readFlow(first.flowId))?.resultConnectionId ?? "";
    const again = await start({ connectionId });
    expect(await finish(await comeBack(again))).toMatchObject({ status: "connected" });
    expect((await readFlow(again.flowId))?.resultConnectionId).toBe(connectionId);

    vendor.person = { accountId: "grace", agrees: true };
    const count = await countConnections();
    const other = await start({ connectionId });
    const outcome = await finish(await comeBack(other));
    expect(outcome.message).toBe("You signed in to Testvendor as grace@vendor.test, but this connection belongs to ada@vendor.test. Sign in there as ada@vendor.test and reconnect, or connect grace@vendor.test as a new connection.");
    const [row] = await runtime.database.db.select().from(connection).where(eq(connection.id, connectionId));
    expect([row?.accountId, row?.credentialVersion, await countConnections()]).toEqual(["ada", 2, count]);
  });

  it("notes a required permission that was not granted", async () => {
    const real = testConnectors.get(slug);
    const [option] = real?.auth ?? [];
    if (!real || option?.kind !== "oauth2") throw new Error("no definition");
    const extra = { value: "repo:write", meaning: "Change your repositories", isSensitive: true, isDefault: true, isRequired: true };
    const flow = await start();
    const query = await comeBack(flow);
    testConnectors.set(slug, { ...real, auth: [{ ...option, scopes: [...option.scopes, extra] }] });
    const outcome = await finish(query);
    testConnectors.set(slug, real);
    expect(outcome.status).toBe("connected");
    expect(outcome.message).toContain("did not grant everything that was asked for: Change your repositories.");
    expect((await getOAuthFlow(ctx, flow)).message).toContain("Change your repositories");
  });
});

describe("a callback that is not the flow's own", () => {
  it("is refused without a state, and with one that nobody gave out", async () => {
    await expectRefused(new URLSearchParams("code=abc"), /none was under way/);
    await expectRefused(new URLSearchParams(`code=abc&state=${"A".repeat(43)}`), /not known here/);
  });

  it("is refused in another session, and leaves the flow to the one that started it", async () => {
    const flow = await start();
    const query = await comeBack(flow);
    const stranger = await createTestContext(runtime);
    for (const sessionId of [stranger.actor.sessionId, null]) {
      await expectRefused(query, /another browser/, { browser: { sessionId, flowCookie: "x".repeat(43) } });
    }
    expect(await finish(query)).toMatchObject({ status: "connected", flowId: flow.flowId });
  });

  it("is refused after ten minutes", async () => {
    const flow = await start();
    const query = await comeBack(flow);
    await runtime.database.db.update(oauthFlow).set({ expiresAt: new Date(Date.now() - 1) }).where(eq(oauthFlow.id, flow.flowId));
    await expectRefused(query, /longer than ten minutes/);
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "failed", message: expect.stringContaining("ten minutes") });
  });

  it("is refused the second time", async () => {
    const flow = await start();
    const query = await comeBack(flow);
    await finish(query);
    await expectRefused(query, /is finished/);
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "connected" });
  });

  it("is refused at the address of another connector, and ends the flow", async () => {
    const flow = await start();
    await expectRefused(await comeBack(flow), /address of another connector/, { provider: "othervendor" });
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "failed", detail: "came back to othervendor" });
  });

  it("is refused from another issuer, or from none", async () => {
    for (const change of [(query: URLSearchParams) => query.set("iss", "https://evil.test"), (query: URLSearchParams) => query.delete("iss")]) {
      const query = await comeBack(await start());
      expect(query.get("iss")).toBe(vendor.origin);
      change(query);
      await expectRefused(query, /does not come from Testvendor/);
    }
  });

  it("is refused once whoever started it may no longer connect", async () => {
    const guest = await createTestContext(runtime, { role: "member", joining: ctx });
    const query = await comeBack(await start({}, guest));
    await runtime.database.db.update(member).set({ role: "viewer" }).where(and(eq(member.userId, guest.actor.id), eq(member.workspaceId, ctx.workspace.id)));
    await expectRefused(query, /may no longer connect/, { browser: { sessionId: guest.actor.sessionId, flowCookie: null } });
  });

  it("is refused after the wizard was cancelled", async () => {
    const flow = await start();
    const query = await comeBack(flow);
    expect(await cancelOAuthFlow(ctx, flow)).toMatchObject({ status: "failed" });
    await expectRefused(query, /has ended already/);
  });

  it("wins once when two come at the same time", async () => {
    const flow = await start();
    const query = await comeBack(flow);
    const before = [await countConnections(), exchanges().length] as const;
    // Opens the pool's connections, without which the first callback would be through before the others can ask.
    await Promise.all([1, 2, 3].map(() => runtime.database.db.execute(sql`select pg_sleep(0.05)`)));
    const outcomes = await Promise.all([finish(query), finish(query), finish(query)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["connected", "failed", "failed"]);
    expect([await countConnections(), exchanges().length]).toEqual([before[0] + 1, before[1] + 1]);
  });
});

describe("a vendor that says no", () => {
  it("because the person declined", async () => {
    vendor.person = { accountId: "ada", agrees: false };
    const flow = await start();
    const query = await comeBack(flow);
    expect(query.get("error")).toBe("access_denied");
    await expectRefused(query, /^Access was declined at Testvendor/);
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "failed", detail: "access_denied: the person said no" });
    const reader = await createTestContext(runtime, { role: "member", joining: ctx });
    await expect(getOAuthFlow(reader, flow)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("because the verifier is another flow's", async () => {
    const [flow, other] = [await start(), await start()];
    const query = await comeBack(flow);
    // What an attacker does who swaps codes: the honest flow's verifier does not fit the other's code.
    const swapped = await comeBack(other);
    query.set("code", swapped.get("code") ?? "");
    const count = await countConnections();
    const outcome = await finish(query);
    expect([outcome.status, exchanges().at(-1)?.status, await countConnections()]).toEqual(["failed", 400, count]);
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ detail: expect.stringContaining("invalid_grant") });
  });

  it("because the code was used already", async () => {
    const [flow, other] = [await start(), await start()];
    const query = await comeBack(flow);
    const code = query.get("code") ?? "";
    await finish(query);
    // The same code under a fresh state: the vendor itself refuses it.
    const second = await comeBack(other);
    second.set("code", code);
    expect((await finish(second)).message).toBe("Testvendor says that this sign-in was used up or took too long. Start again.");
  });

  it("because the OAuth app's secret is wrong", async () => {
    const other = await createTestContext(runtime);
    await saveOAuthApp(other, { connector: slug, clientId: testClient.id, clientSecret: "not-the-secret" });
    const flow = await start({}, other);
    const outcome = await finish(await comeBack(flow), { browser: { sessionId: other.actor.sessionId, flowCookie: null } });
    expect(outcome.message).toBe("Testvendor does not accept this workspace's OAuth app: its client ID or secret is wrong. An admin can correct it under Settings, OAuth apps.");
    expect((await getOAuthFlow(other, flow)).detail).toContain("invalid_client");
  });

  it("because it is down", async () => {
    const flow = await start();
    const query = await comeBack(flow);
    vendor.token = { status: 500 };
    expect((await finish(query)).message).toMatch(/does not answer properly right now/);
  });

  it("because the token does not open the account", async () => {
    const flow = await start();
    const query = await comeBack(flow);
    const real = testConnectors.get(slug);
    if (!real?.verify) throw new Error("no definition");
    testConnectors.set(slug, { ...real, verify: { ...real.verify, path: "/token" } });
    const outcome = await finish(query);
    testConnectors.set(slug, real);
    expect(outcome.status).toBe("failed");
    expect((await readFlow(flow.flowId))?.resultConnectionId).toBeNull();
  });
});
