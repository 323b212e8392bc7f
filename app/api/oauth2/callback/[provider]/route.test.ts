import { runInNewContext } from "node:vm";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connection, oauthFlow } from "@/db/schema/connections";
import { POST as press } from "@/app/connect/[state]/begin/route";
import { createTestCookie } from "@/server/identity/testing";
import { getAuth } from "@/server/identity/auth";
import { getConnectPage } from "@/server/oauth/get-connect-page";
import { getOAuthFlow } from "@/server/oauth/get-oauth-flow";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import { startOAuthFlow, type StartedFlow } from "@/server/oauth/start-oauth-flow";
import { testConnectors } from "@/server/oauth/testing-registry";
import { signInAtVendor, startTestVendor, testClient, testConnector, type TestVendor } from "@/server/oauth/testing-vendor";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createApiKey } from "@/server/workspaces/create-api-key";
import { createTestContext } from "@/server/workspaces/testing";
import { GET } from "./route";

vi.mock("@/server/catalog/registry", async (original) => (await import("@/server/oauth/testing-registry")).withTestConnectors(await original()));

const slug = "testvendor";
const publicUrl = "http://localhost:3000";
const callbackUrl = `${publicUrl}/api/oauth2/callback/${slug}`;
let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
/** A person with a real sign-in session, and an API key of their workspace. */
let ctx: WorkspaceContext;
let keyCtx: WorkspaceContext;
let cookie: string;

beforeAll(async () => {
  vendor = await startTestVendor([callbackUrl]);
  testConnectors.set(slug, testConnector(slug, vendor.origin));
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { [slug]: { apiBaseUrl: vendor.origin } } } }));
  const person = await createTestContext(runtime);
  cookie = await createTestCookie(runtime, person.actor.id);
  const session = await (await getAuth(runtime)).readSession(new Headers({ cookie }));
  ctx = { ...person, actor: { kind: "user", id: person.actor.id, sessionId: session?.sessionId ?? "" } };
  const key = await createApiKey(ctx, { name: "Embedding", scopes: ["connections:write"], expiresAt: null });
  keyCtx = { ...person, actor: { kind: "api_key", id: key.id } };
  await saveOAuthApp(ctx, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const start = (by = ctx, input: { returnTo?: string } = {}) => startOAuthFlow(by, { connector: slug, inputs: {}, ...input });
const open = (url: URL | string, cookies = cookie) => GET(new Request(url, { headers: { cookie: cookies } }), { params: Promise.resolve({ provider: slug }) });
const begin = (flow: StartedFlow, headers: Record<string, string> = { origin: publicUrl }) =>
  press(new Request(`${publicUrl}/connect/${flow.state}/begin`, { method: "POST", headers }), { params: Promise.resolve({ state: flow.state }) });

/** What the page's script does in a browser with or without a window that opened it. */
function runScript(html: string, hasOpener: boolean) {
  const [, script = ""] = /<script nonce="[^"]+">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const done: unknown[] = [];
  class Channel {
    constructor(readonly name: string) {}
    postMessage(message: unknown) {
      done.push(["broadcast", this.name, message]);
    }
  }
  const window = { BroadcastChannel: Channel, close: () => done.push(["close"]), opener: hasOpener ? { postMessage: (message: unknown, origin: string) => done.push(["opener", origin, message]) } : null };
  runInNewContext(script, {
    window,
    BroadcastChannel: Channel,
    history: { replaceState: (_state: unknown, _title: string, url: string) => done.push(["address", url]) },
    location: { pathname: "/api/oauth2/callback/testvendor", replace: (url: string) => done.push(["goes to", url]) },
    document: { getElementById: () => null },
    setTimeout: (work: () => void) => work(),
  });
  return JSON.parse(JSON.stringify(done)) as unknown[];
}

describe("the popup's page", () => {
  it("reports the end to the window that waits, without code or state, and closes", async () => {
    const flow = await start();
    const back = await signInAtVendor(flow.authorizationUrl, callbackUrl);
    const html = await (await open(back)).text();
    expect(html).toContain("Testvendor is connected");
    const report = { type: "patchbay:oauth", flowId: flow.flowId, status: "connected" };
    expect(runScript(html, true)).toEqual([["address", "/api/oauth2/callback/testvendor"], ["broadcast", "patchbay-oauth", report], ["opener", publicUrl, report], ["close"]]);
    for (const secret of [flow.state, back.searchParams.get("code") ?? ""]) expect(html).not.toContain(secret);
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "connected" });
  });

  it("runs nothing but its own script, and is neither kept, framed nor passed on", async () => {
    const response = await open(`${callbackUrl}?state=nothing&code=x`);
    const policy = response.headers.get("content-security-policy") ?? "";
    const [, nonce = ""] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
    expect(policy).toBe(`default-src 'none'; img-src 'self'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
    expect(nonce).toHaveLength(24);
    expect([response.headers.get("referrer-policy"), response.headers.get("cache-control"), response.headers.get("cross-origin-opener-policy")]).toEqual(["no-referrer", "no-store", "unsafe-none"]);
    const html = await response.text();
    expect(html).toContain("was not connected");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(runScript(html, true)).toEqual([["address", "/api/oauth2/callback/testvendor"]]);
  });

  it("shows what a vendor says as text", async () => {
    const flow = await start();
    const evil = '"><script>alert(1)</script>';
    const html = await (await open(`${callbackUrl}?${new URLSearchParams({ state: flow.state, iss: vendor.origin, error: evil, error_description: evil })}`)).text();
    expect(html).not.toContain("<script>alert");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(runScript(html, false)).toContainEqual(["broadcast", "patchbay-oauth", { type: "patchbay:oauth", flowId: flow.flowId, status: "failed" }]);
  });

  it("goes back to our own path where no popup was possible", async () => {
    const flow = await start(ctx, { returnTo: "/connectors/testvendor?tab=setup#x" });
    const html = await (await open(await signInAtVendor(flow.authorizationUrl, callbackUrl))).text();
    const path = `/connectors/testvendor?tab=setup&flow=${flow.flowId}#x`;
    expect(runScript(html, false)).toContainEqual(["goes to", path]);
    expect(html).toContain(`href="${path.replaceAll("&", "&#38;")}"`);
  });

  it("refuses whoever is not signed in as the starter", async () => {
    const flow = await start();
    const back = await signInAtVendor(flow.authorizationUrl, callbackUrl);
    const stranger = await createTestCookie(runtime, (await createTestContext(runtime)).actor.id);
    for (const other of ["", stranger]) {
      const html = await (await open(back, other)).text();
      expect(html).toContain("another browser");
      expect(html).not.toContain(flow.flowId);
    }
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "pending" });
  });
});

describe("a link that an API key made", () => {
  it("says who asks for what, and is our own address with the flow's state", async () => {
    const flow = await start(keyCtx);
    expect(flow.authorizationUrl).toBe(`${publicUrl}/connect/${flow.state}`);
    expect(await getConnectPage(runtime, flow.state)).toEqual({
      connector: { slug, name: "Testvendor", logo: { light: "/connectors/testvendor.svg", dark: "/connectors/testvendor.svg" } },
      isSandbox: false,
      workspaceName: ctx.workspace.name,
      isReconnect: false,
      scopes: expect.arrayContaining([{ value: "email", meaning: "See your email address", isSensitive: false }]),
      ended: null,
    });
    expect(await getConnectPage(runtime, "nothing")).toBeNull();
    expect(await getConnectPage(runtime, (await start(ctx)).state)).toBeNull();
  });

  it("binds to the browser that pressed, and ends in a connection of the key's workspace", async () => {
    const flow = await start(keyCtx);
    const pressed = await begin(flow);
    const [setCookie = ""] = pressed.headers.getSetCookie();
    expect(setCookie).toMatch(/^patchbay-flow=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
    const html = await pressed.text();
    const [, next = ""] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html) ?? [];
    const vendorUrl = next.replaceAll("&#38;", "&");
    expect(new URL(vendorUrl).searchParams.get("state")).toBe(flow.state);
    const back = await signInAtVendor(vendorUrl, callbackUrl);

    // The starter's own session proves nothing here: only the browser that pressed may finish.
    expect(await (await open(back)).text()).toContain("another browser");
    const done = await (await open(back, setCookie.split(";", 1)[0])).text();
    expect(done).toContain("You can close this window.");
    expect(runScript(done, false)).not.toContainEqual(["close"]);
    const [row] = await runtime.database.db.select().from(oauthFlow).where(eq(oauthFlow.id, flow.flowId));
    const [made] = await runtime.database.db.select().from(connection).where(eq(connection.id, row?.resultConnectionId ?? ""));
    expect(made).toMatchObject({ workspaceId: keyCtx.workspace.id, createdBy: keyCtx.actor.id, accountId: "ada" });
    expect((await getConnectPage(runtime, flow.state))?.ended).toContain("is connected");
    expect(await getOAuthFlow(keyCtx, flow)).toMatchObject({ status: "connected", connectionId: made?.id });
    await expect(getOAuthFlow(ctx, flow)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await begin(flow)).status).toBe(409);
  });

  it("keeps one cookie for two links in one browser", async () => {
    const [one, other] = [await start(keyCtx), await start(keyCtx)];
    const [first = ""] = (await begin(one)).headers.getSetCookie().map((header) => header.split(";", 1)[0] ?? "");
    const [second] = (await begin(other, { origin: publicUrl, cookie: first })).headers.getSetCookie().map((header) => header.split(";", 1)[0]);
    expect(second).toBe(first);
    const [planted = ""] = (await begin(one, { origin: publicUrl, cookie: "patchbay-flow=chosen-by-someone" })).headers.getSetCookie();
    expect(planted).not.toContain("chosen-by-someone");
  });

  it("is pressed only on our own page, and refused when unknown or too old", async () => {
    const flow = await start(keyCtx);
    const forged: Record<string, string>[] = [{ origin: "https://evil.test" }, { origin: "null" }, {}];
    for (const headers of forged) {
      const response = await begin(flow, headers);
      expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
    }
    expect((await begin({ ...flow, state: "A".repeat(43) })).status).toBe(404);
    await runtime.database.db.update(oauthFlow).set({ expiresAt: new Date(Date.now() - 1) }).where(eq(oauthFlow.id, flow.flowId));
    expect((await begin(flow)).status).toBe(409);
    expect((await getConnectPage(runtime, flow.state))?.ended).toContain("older than ten minutes");
  });
});
