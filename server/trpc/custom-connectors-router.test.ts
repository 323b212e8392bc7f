import { TRPCClientError } from "@trpc/client";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { oauthApp } from "@/db/schema/connections";
import { customConnector } from "@/db/schema/custom-connectors";
import { auditEntry } from "@/db/schema/workspaces";
import { startTestVendor, type TestVendor } from "@/server/connections/testing";
import { maxConnectors } from "@/server/custom-connectors/limits.schema";
import type { ConnectorDraftInput } from "@/server/custom-connectors/schema";
import { keyDraft, testDraft } from "@/server/custom-connectors/testing";
import { callRecorder } from "@/server/gateway/record-call";
import { serveProxy } from "@/server/gateway/serve-proxy";
import { createTestCookie } from "@/server/identity/testing";
import { startTestServer } from "@/server/lib/http/start-test-server";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { openTestBrowser, type TestBrowser } from "./testing";

const slug = "custom-acme-billing";
const secret = "canary-key-1234567890";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
let admin: TestBrowser;
let viewer: TestBrowser;
let member: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { [slug]: { apiBaseUrl: vendor.origin } } } }));
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const browserOf = async ({ actor, workspace }: Awaited<ReturnType<typeof createTestContext>>) => openTestBrowser(runtime, { cookie: await createTestCookie(runtime, actor.id), workspace: workspace.slug });

beforeEach(async () => {
  const made = await createTestContext(runtime);
  ctx = made;
  admin = await browserOf(made);
  member = await browserOf(await createTestContext(runtime, { role: "member", joining: made }));
  viewer = await browserOf(await createTestContext(runtime, { role: "viewer", joining: made }));
  stranger = await browserOf(await createTestContext(runtime));
  vendor.requests.splice(0);
  vendor.answer(({ headers, path }) => {
    if (headers["x-api-key"] !== `Key ${secret}`) return { status: 401, body: { error: "no" } };
    return { body: path.startsWith("/v2/me") ? { id: 7, profile: { name: "Acme GmbH" } } : { path, version: headers["acme-version"] } };
  });
});

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof TRPCClientError)) throw new Error("the call was expected to fail");
  const { requestId: _requestId, ...app } = error.data.app;
  return { status: error.data.httpStatus, ...app };
}

const create = (changes: Partial<ConnectorDraftInput> = {}, by = admin) => by.trpc.customConnectors.create.mutate({ draft: { ...keyDraft, ...changes } });
const connect = (by: TestBrowser, value = secret) => by.trpc.connections.connect.mutate({ mcpId: slug, authKind: "api_key", values: { api_key: value } });
const auditOf = async () => (await ctx.db.select().from(auditEntry).where(eq(auditEntry.workspaceId, ctx.workspace.id)).orderBy(auditEntry.seq)).filter(({ action }) => action.startsWith("custom_connector."));

describe("a connector of one's own", () => {
  it("is connected, checked, called, shown in the history and deleted like any other", async () => {
    expect(await create()).toEqual({ slug, version: 1 });
    const card = (await member.trpc.catalog.list.query()).find(({ id }) => id === slug);
    expect(card).toMatchObject({ name: "Acme Billing", isCustom: true, connected: false, authKinds: ["api_key"], logo: { light: expect.stringMatching(/^data:image\/svg\+xml,/) } });
    expect((await viewer.trpc.catalog.get.query({ connector: slug })).fields.api_key?.map(({ key }) => key)).toEqual(["api_key"]);
    expect((await member.trpc.catalog.states.query())[slug]).toBe("not_configured");

    expect(await failureOf(connect(member, "wrong"))).toMatchObject({ status: 422, details: { fields: { api_key: expect.stringContaining("Acme Billing") } } });
    const made = await connect(member);
    expect(made).toMatchObject({ mcpId: slug, connectorName: "Acme Billing", name: "Acme GmbH", health: "healthy", account: { id: "7", label: "Acme GmbH" } });
    expect(vendor.requests.at(-1)).toMatchObject({ path: "/v2/me", headers: { "acme-version": "2026-01-01" } });
    expect(await member.trpc.connections.test.mutate({ connectionId: made.id })).toMatchObject({ health: "healthy" });
    expect(await member.trpc.connections.refresh.mutate({ connectionId: made.id })).toMatchObject({ health: "healthy" });
    expect((await member.trpc.connections.list.query({ limit: 5 })).connections[0]).toMatchObject({ connectorName: "Acme Billing", logo: card?.logo });

    const gateway = await startTestServer((request, response) => serveProxy(runtime, request, response));
    const key = await createTestKey(ctx, { scopes: ["calls:run"] });
    const foreign = await createTestKey(await createTestContext(runtime), { scopes: ["calls:run"] });
    const call = (by: string) => fetch(`${gateway.origin}/api/proxy/${made.id}/invoices?open=1`, { headers: { authorization: `Bearer ${by}` } });
    expect(await (await call(key)).json()).toEqual({ path: "/v2/invoices?open=1", version: "2026-01-01" });
    expect((await call(foreign)).status).toBe(404);
    await gateway.close();
    await callRecorder(runtime).flush();
    const { calls } = await member.trpc.activity.list.query({ limit: 5 });
    expect(calls[0]).toMatchObject({ connector: { id: slug, name: "Acme Billing", logo: card?.logo }, path: "/v2/invoices", status: 200 });
    expect(await member.trpc.activity.get.query({ callId: calls[0]?.id ?? "" })).toMatchObject({ connector: { name: "Acme Billing" } });

    expect(await failureOf(admin.trpc.customConnectors.delete.mutate({ slug }))).toMatchObject({ status: 409, message: expect.stringContaining("One connection uses"), details: { reason: "connector_in_use" } });
    await member.trpc.connections.delete.mutate({ connectionId: made.id });
    expect(await admin.trpc.customConnectors.delete.mutate({ slug })).toEqual({ slug });
    expect((await member.trpc.catalog.list.query()).some(({ id }) => id === slug)).toBe(false);
    expect(await failureOf(member.trpc.catalog.get.query({ connector: slug }))).toMatchObject({ status: 404 });
    expect((await auditOf()).map(({ action }) => action)).toEqual(["custom_connector.create", "custom_connector.delete"]);
  });

  it("is changed at once, its addresses only while nobody's credential is at stake", async () => {
    await create();
    const { version } = await admin.trpc.customConnectors.update.mutate({ slug, version: 1, draft: testDraft({ name: "Acme" }) });
    expect((await member.trpc.catalog.get.query({ connector: slug })).name).toBe("Acme");
    expect(await failureOf(admin.trpc.customConnectors.update.mutate({ slug, version: 1, draft: testDraft() }))).toMatchObject({ status: 409, message: expect.stringContaining("Somebody else") });

    await connect(member);
    const elsewhere = testDraft({ api: { baseUrl: "https://evil.example.com/v2", headers: { "acme-version": "2026-01-01" } } });
    expect(await failureOf(admin.trpc.customConnectors.update.mutate({ slug, version, draft: elsewhere }))).toMatchObject({ status: 409, details: { fields: { "api.baseUrl": expect.any(String) } } });
    expect(await admin.trpc.customConnectors.update.mutate({ slug, version, draft: testDraft({ name: "Acme again" }) })).toEqual({ slug, version: version + 1 });
    expect(await admin.trpc.customConnectors.get.query({ slug })).toMatchObject({ version: version + 1, connections: 1, draft: { name: "Acme again", api: { baseUrl: "https://api.acme.example.com/v2" } } });
    expect((await auditOf()).at(-1)?.data).toMatchObject({ slug, name: "Acme again", changedRoutes: [] });
  });

  it("does not take a credential that was proven at other addresses", async () => {
    await create();
    const before = await ctx.db.select().from(customConnector).where(eq(customConnector.workspaceId, ctx.workspace.id));
    vendor.answer(async () => {
      // While the vendor thinks, another process changes the definition.
      await ctx.db.update(customConnector).set({ version: 9 }).where(eq(customConnector.id, before[0]?.id ?? ""));
      return { body: { id: 7, profile: { name: "Acme" } } };
    });
    expect(await failureOf(connect(member))).toMatchObject({ status: 409, message: expect.stringContaining("while it was being connected") });
    expect((await member.trpc.connections.list.query({ limit: 5 })).connections).toEqual([]);
  });

  it("loses its OAuth app with it", async () => {
    await create({ auth: { kind: "oauth2", authorizeUrl: "https://acme.example.com/auth", tokenUrl: "https://acme.example.com/token" } });
    expect((await admin.trpc.oauth.listApps.query()).apps.find(({ connector }) => connector === slug)).toMatchObject({ source: "none", variables: [], connectorName: "Acme Billing" });
    await admin.trpc.oauth.saveApp.mutate({ connector: slug, clientId: "client", clientSecret: "secret" });
    const moved = testDraft({ auth: { kind: "oauth2", authorizeUrl: "https://acme.example.com/auth", tokenUrl: "https://evil.example.com/token" } });
    expect(await failureOf(admin.trpc.customConnectors.update.mutate({ slug, version: 1, draft: moved }))).toMatchObject({ status: 409, message: expect.stringContaining("an OAuth app") });
    await admin.trpc.customConnectors.delete.mutate({ slug });
    expect(await ctx.db.select().from(oauthApp).where(and(eq(oauthApp.workspaceId, ctx.workspace.id), eq(oauthApp.connector, slug)))).toEqual([]);
  });
});

describe("at the door", () => {
  it("a stranger is answered as for a connector that there is not", async () => {
    await create();
    const doors = (browser: TestBrowser, id: string) => [
      browser.trpc.customConnectors.get.query({ slug: id }),
      browser.trpc.customConnectors.update.mutate({ slug: id, version: 1, draft: testDraft() }),
      browser.trpc.customConnectors.delete.mutate({ slug: id }),
      browser.trpc.catalog.get.query({ connector: id }),
      browser.trpc.connections.connect.mutate({ mcpId: id, authKind: "api_key", values: { api_key: secret } }),
      browser.trpc.connections.testCredential.mutate({ mcpId: id, authKind: "api_key", values: { api_key: secret } }),
      browser.trpc.oauth.startFlow.mutate({ connector: id, inputs: {} }),
      browser.trpc.oauth.saveApp.mutate({ connector: id, clientId: "client", clientSecret: "secret" }),
    ];
    const unknown = await Promise.all(doors(stranger, "custom-nothing").map(failureOf));
    expect(new Set(unknown.map(({ status }) => status))).toEqual(new Set([404]));
    expect(await Promise.all(doors(stranger, slug).map(failureOf))).toEqual(unknown);
    expect((await stranger.trpc.catalog.list.query()).some(({ isCustom }) => isCustom)).toBe(false);
    expect(Object.keys(await stranger.trpc.catalog.states.query())).not.toContain(slug);
    expect(vendor.requests).toEqual([]);
    // Its own of the same name is another one.
    await create({ name: "Acme Billing", description: "Something else" }, stranger);
    expect((await member.trpc.catalog.get.query({ connector: slug })).description).toBe("See invoices and customers");
  });

  it("viewers and members look, admins define", async () => {
    await create();
    for (const browser of [viewer, member]) {
      const { customConnectors } = browser.trpc;
      const refused = await Promise.all([create({ name: "Other" }, browser), customConnectors.get.query({ slug }), customConnectors.check.mutate({ draft: keyDraft }), customConnectors.update.mutate({ slug, version: 1, draft: testDraft() }), customConnectors.delete.mutate({ slug })].map(failureOf));
      expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["FORBIDDEN"]));
    }
    expect((await auditOf()).length).toBe(1);
  });

  it("says what is wrong at its field, and takes no id of the catalog", async () => {
    expect(await failureOf(create({ api: { baseUrl: "https://{shop}.example.com" } }))).toMatchObject({ status: 400, details: { fields: { "api.baseUrl": expect.stringContaining("{shop}") } } });
    const named = (id: string) => failureOf(admin.trpc.customConnectors.create.mutate({ slug: id, draft: keyDraft }));
    expect(await named("stripe")).toMatchObject({ status: 409, message: expect.stringContaining("a connector of the catalog") });
    expect(await named("acme")).toMatchObject({ status: 400, details: { fields: { slug: expect.any(String) } } });
    expect(await named("custom-../x")).toMatchObject({ status: 400, details: { fields: { slug: expect.any(String) } } });
    await create();
    expect(await failureOf(create())).toMatchObject({ status: 409, details: { fields: { name: expect.stringContaining(slug) } } });
  });

  it("stops at a hundred", async () => {
    await ctx.db.insert(customConnector).values(Array.from({ length: maxConnectors }, (_, place) => ({ id: newId("customConnector"), workspaceId: ctx.workspace.id, slug: `custom-x${place}`, definition: {}, createdBy: "tests" })));
    expect(await failureOf(create())).toMatchObject({ status: 409, message: expect.stringContaining("100") });
    // What this version cannot read is not shown, and nothing else suffers.
    expect((await admin.trpc.catalog.list.query()).some(({ isCustom }) => isCustom)).toBe(false);
    expect(await admin.trpc.customConnectors.delete.mutate({ slug: "custom-x1" })).toEqual({ slug: "custom-x1" });
  });

  it("tries addresses without a credential, and says which do not answer", async () => {
    const found = await admin.trpc.customConnectors.check.mutate({ draft: { ...keyDraft, api: { baseUrl: "https://patchbay-no-such-host.invalid" } } });
    expect(found).toEqual([{ field: "api.baseUrl", address: "https://patchbay-no-such-host.invalid", outcome: "silent", message: expect.any(String) }]);
    expect(vendor.requests).toEqual([]);
  });
});
