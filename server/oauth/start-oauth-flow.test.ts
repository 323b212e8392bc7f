import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connection, oauthApp, oauthFlow } from "@/db/schema/connections";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { cancelOAuthFlow } from "./cancel-oauth-flow";
import { getOAuthFlow } from "./get-oauth-flow";
import { saveOAuthApp } from "./save-oauth-app";
import type { StartOAuthFlowInput } from "./schema";
import { startOAuthFlow } from "./start-oauth-flow";
import { testConnectors } from "./testing-registry";
import { testConnector } from "./testing-vendor";

vi.mock("@/server/catalog/registry", async (original) => (await import("./testing-registry")).withTestConnectors(await original()));

const slug = "testvendor";
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
beforeAll(async () => {
  testConnectors.set(slug, testConnector(slug, "https://vendor.example.com"));
  testConnectors.set("unregistered", testConnector("unregistered", "https://vendor.example.com"));
  ({ runtime, close } = await createTestRuntime());
  ctx = await createTestContext(runtime);
  await saveOAuthApp(ctx, { connector: slug, clientId: "client", clientSecret: "secret" });
});
afterAll(() => close());

const start = (input: Partial<StartOAuthFlowInput> = {}, by = ctx) => startOAuthFlow(by, { connector: slug, inputs: {}, ...input });
const readFlow = async (flowId: string) => (await runtime.database.db.select().from(oauthFlow).where(eq(oauthFlow.id, flowId)))[0];

async function addConnection(facts: Partial<typeof connection.$inferInsert> = {}): Promise<string> {
  const id = newId("connection");
  const values: typeof connection.$inferInsert = { id, workspaceId: ctx.workspace.id, connector: slug, authKind: "oauth2", name: "Ada", status: "active", health: "healthy", visibility: "workspace", scopes: ["openid", "offline_access"], createdBy: ctx.actor.id, consentGivenAt: new Date() };
  await runtime.database.db.insert(connection).values({ ...values, ...facts });
  return id;
}

describe("startOAuthFlow", () => {
  it("needs the permission, the connector, its OAuth app, and known scopes and inputs", async () => {
    const viewer = await createTestContext(runtime, { role: "viewer", joining: ctx });
    await expect(start({}, viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(start({ connector: "nothing" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(start({ connector: "postgresql" })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    await expect(start({ connector: "unregistered" })).rejects.toMatchObject({ code: "CONFLICT", details: { reason: "oauth_app_missing", provider: "unregistered" } });
    await expect(start({ scopes: ["admin"] })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    await expect(start({ inputs: { shop: "x" } })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    await expect(start({}, { ...ctx, actor: { kind: "system", id: "health" } })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("leads an app's secret to a host of its own only where somebody who answers for the app went first", async () => {
    const admin = await createTestContext(runtime);
    const member = await createTestContext(runtime, { role: "member", joining: admin });
    await saveOAuthApp(admin, { connector: "gitlab", clientId: "client", clientSecret: "secret" });
    const at = (host: string | undefined, by: WorkspaceContext) => start({ connector: "gitlab", inputs: host === undefined ? {} : { host } }, by);
    await expect(at("git.example.com", member)).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("An admin of this workspace has to connect there first"), details: { fields: { host: expect.any(String) } } });
    for (const host of [undefined, "gitlab.com"]) await expect(at(host, member)).resolves.toMatchObject({ authorizationUrl: expect.stringContaining("https://gitlab.com/") });
    await expect(at("git.example.com", admin)).resolves.toMatchObject({ authorizationUrl: expect.stringContaining("https://git.example.com/") });

    const [app] = await runtime.database.db.select().from(oauthApp).where(eq(oauthApp.workspaceId, admin.workspace.id));
    await addConnection({ workspaceId: admin.workspace.id, connector: "gitlab", oauthAppId: app?.id ?? null, inputs: { host: "git.example.com" }, createdBy: admin.actor.id });
    await expect(at("git.example.com", member)).resolves.toMatchObject({ authorizationUrl: expect.stringContaining("https://git.example.com/") });
    await expect(at("evil.example", member)).rejects.toMatchObject({ code: "FORBIDDEN" });
    // What one workspace did says nothing about the app of another.
    const others = await createTestContext(runtime);
    await saveOAuthApp(others, { connector: "gitlab", clientId: "client", clientSecret: "secret" });
    await expect(at("git.example.com", await createTestContext(runtime, { role: "member", joining: others }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses an input that would lead to another host, before anything is stored", async () => {
    await saveOAuthApp(ctx, { connector: "shopify", clientId: "client", clientSecret: "secret" });
    const count = await runtime.database.db.$count(oauthFlow);
    for (const shop of ["evil.test/x", "evil.test#", "a@evil.test", "", "127.0.0.1"]) {
      await expect(start({ connector: "shopify", inputs: { shop } })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    }
    expect(await runtime.database.db.$count(oauthFlow)).toBe(count);
    const { authorizationUrl } = await start({ connector: "shopify", inputs: { shop: "acme.myshopify.com" } });
    expect(new URL(authorizationUrl).host).toBe("acme.myshopify.com");
  });

  it("asks for the defaults, or for what the connection to reconnect had", async () => {
    const scopesOf = async (input: Partial<StartOAuthFlowInput>) => new URL((await start(input)).authorizationUrl).searchParams.get("scope");
    expect(await scopesOf({})).toBe("openid email offline_access");
    expect(await scopesOf({ connectionId: await addConnection() })).toBe("openid offline_access");
    expect(await scopesOf({ connectionId: await addConnection(), scopes: ["email"] })).toBe("openid email offline_access");
  });

  it("reconnects only a connection that the actor sees, made by the same sign-in", async () => {
    const mine = await addConnection({ visibility: "private" });
    const colleague = await createTestContext(runtime, { role: "admin", joining: ctx });
    const stranger = await createTestContext(runtime);
    await saveOAuthApp(stranger, { connector: slug, clientId: "client", clientSecret: "secret" });
    for (const other of [colleague, stranger]) await expect(start({ connectionId: mine }, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const connectionId of ["con_x", newId("connection"), newId("oauthFlow")]) await expect(start({ connectionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(start({ connectionId: await addConnection({ connector: "github" }) })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    await expect(start({ connectionId: await addConnection({ authKind: "bearer" }) })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    expect((await readFlow((await start({ connectionId: mine })).flowId))?.connectionId).toBe(mine);
  });

  it("forgets flows that ended more than a day ago", async () => {
    const old = await start();
    await runtime.database.db.update(oauthFlow).set({ expiresAt: sql`now() - interval '25 hours'` }).where(eq(oauthFlow.id, old.flowId));
    await start();
    expect(await readFlow(old.flowId)).toBeUndefined();
  });
});

describe("getOAuthFlow", () => {
  it("tells who started it, and nobody else", async () => {
    const flow = await start();
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "pending", connector: slug, message: null });
    const colleague = await createTestContext(runtime, { role: "admin", joining: ctx });
    const elsewhere = { ...ctx, workspace: (await createTestContext(runtime)).workspace };
    for (const other of [colleague, elsewhere]) {
      await expect(getOAuthFlow(other, flow)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(cancelOAuthFlow(other, flow)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(getOAuthFlow(ctx, { flowId: "flw_1" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await readFlow(flow.flowId))?.status).toBe("pending");
  });

  it("reports a flow whose server stopped midway as failed once its time is up", async () => {
    const flow = await start();
    await runtime.database.db.update(oauthFlow).set({ status: "exchanging" }).where(eq(oauthFlow.id, flow.flowId));
    expect(await cancelOAuthFlow(ctx, flow)).toMatchObject({ status: "exchanging" });
    await runtime.database.db.update(oauthFlow).set({ expiresAt: new Date(Date.now() - 1) }).where(eq(oauthFlow.id, flow.flowId));
    expect(await getOAuthFlow(ctx, flow)).toMatchObject({ status: "failed", message: "The connection could not be stored in time. Try again." });
  });
});
