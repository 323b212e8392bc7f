import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connection } from "@/db/schema/connections";
import type { Connector, Field, OAuth2 } from "@/server/catalog/connector";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import { startOAuthFlow } from "@/server/oauth/start-oauth-flow";
import { testConnectors } from "@/server/oauth/testing-registry";
import { testConnector } from "@/server/oauth/testing-vendor";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { completeOAuthFlow } from "./complete-oauth-flow";
import type { ConnectionRow } from "./connection-cache";
import { openCredential } from "./open-credential";
import { freshCredential, refreshConnectionToken } from "./refresh-connection-token";
import { startTestVendor, type TestVendor, type VendorAnswer, type VendorRequest } from "./testing";

vi.mock("@/server/catalog/registry", async (original) => (await import("@/server/oauth/testing-registry")).withTestConnectors(await original()));

const slug = "quirkvendor";
let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: Awaited<ReturnType<typeof createTestContext>>;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { [slug]: { apiBaseUrl: vendor.origin } } } }));
});
beforeEach(async () => {
  ctx = await createTestContext(runtime);
  vendor.requests.splice(0);
  define({});
  await saveOAuthApp(ctx, { connector: slug, clientId: "app-1", clientSecret: "canary-app-secret" });
});
afterAll(async () => {
  await close();
  await vendor.close();
});

function define(changes: Partial<OAuth2>, more: Partial<Connector> = {}): void {
  const plain = testConnector(slug, "", { issuer: undefined, pkce: "none", scopes: [{ value: "read", meaning: "Read", isSensitive: false, isDefault: true, isRequired: true }], refresh: { mode: "none", accessTtlSeconds: null }, ...changes });
  testConnectors.set(slug, { ...plain, verify: { method: "GET", path: "/me", account: { id: ["id"], label: ["name"] } }, ...more });
}

/** By path; `/me` answers to whoever sends `token`. */
function answers(paths: Record<string, (request: VendorRequest) => VendorAnswer>, knows: (request: VendorRequest) => boolean): void {
  vendor.answer((request) => {
    const path = request.path.split("?", 1)[0] ?? "";
    const found = paths[path];
    if (found) return found(request);
    if (!path.startsWith("/me")) return { status: 404 };
    return knows(request) ? { body: { id: "acme", name: "Acme" } } : { status: 401, body: { error: "canary" } };
  });
}

async function signIn(inputs: Record<string, string> = {}) {
  const { state } = await startOAuthFlow(ctx, { connector: slug, inputs });
  return completeOAuthFlow(runtime, { provider: slug, query: new URLSearchParams({ code: "canary-code", state }), browser: { sessionId: ctx.actor.sessionId, flowCookie: null }, ipAddress: null, userAgent: null });
}

async function storedRow(): Promise<ConnectionRow> {
  const [row] = await ctx.db.select().from(connection).where(eq(connection.workspaceId, ctx.workspace.id)).orderBy(asc(connection.id));
  if (!row) throw new Error("nothing is stored");
  return row;
}

const countStored = () => ctx.db.$count(connection, eq(connection.workspaceId, ctx.workspace.id));
const queryOf = (request: VendorRequest | undefined) => Object.fromEntries(new URL(`http://vendor${request?.path ?? ""}`).searchParams);
const tokenOf = async (row: ConnectionRow) => (await openCredential(runtime, row))["access_token"]?.reveal();

describe("what the URLs need and only the API tells", () => {
  const lookup = { method: "GET" as const, url: "https://vendor.example.com/sites", pick: { site_id: "0.id" }, missing: "Your account has no site. Ask for access to one, then start again." };
  const more: Partial<Connector> = {
    facts: [{ name: "site_id", pattern: "[a-z0-9-]{1,40}" }],
    api: { baseUrl: "https://vendor.example.com", hosts: [], headers: { "x-site": "{site_id}" } },
    verify: { method: "GET", path: "/me/{site_id}", account: { id: ["id"], label: ["name"] } },
  };
  const token = () => ({ body: { access_token: "canary-token" } });

  it("is asked with the fresh token, kept, and stands in addresses and headers", async () => {
    define({ lookup }, more);
    answers({ "/token": token, "/sites": ({ headers }) => (headers.authorization === "Bearer canary-token" ? { body: [{ id: "site-1" }, { id: "site-2" }] } : { status: 401 }) }, ({ path, headers }) => path === "/me/site-1" && headers["x-site"] === "site-1");
    expect(await signIn()).toMatchObject({ status: "connected", message: expect.stringContaining("Acme") });
    expect((await storedRow()).inputs).toEqual({ site_id: "site-1" });
  });

  it("may be the item of a list that the person named", async () => {
    const named = { ...lookup, pick: { site_id: "id" }, choose: { path: "url", equals: "https://{site}.example.com" } };
    const input: Field = { key: "site", label: "Site", secret: false, required: false, example: "acme" };
    define({ lookup: named }, { ...more, inputs: [input] });
    const sites = { body: [{ id: "site-1", url: "https://other.example.com" }, { id: "site-2", url: "https://acme.example.com" }] };
    answers({ "/token": token, "/sites": () => sites }, () => true);
    expect(await signIn({ site: "Acme" })).toMatchObject({ status: "connected" });
    expect((await storedRow()).inputs).toEqual({ site: "Acme", site_id: "site-2" });
    expect(await signIn({ site: "foreign" })).toMatchObject({ status: "failed", message: expect.stringContaining("Your account has no site") });
    expect(await signIn({})).toMatchObject({ status: "connected" });
    expect(await ctx.db.select({ inputs: connection.inputs }).from(connection).where(eq(connection.workspaceId, ctx.workspace.id))).toContainEqual({ inputs: { site_id: "site-1" } });
  });

  it.each<[string, VendorAnswer, RegExp]>([
    ["an account that has none", { body: [] }, /Your account has no site/],
    ["a refusal", { status: 403, body: { error: "canary" } }, /does not say which account this is/],
    ["a vendor that is down", { status: 503, body: "canary" }, /does not answer properly right now/],
    ["a value that fits no address", { body: [{ id: "../canary" }] }, /told a value that is not one of its own/],
  ])("ends in words for %s, and nothing is stored", async (_what, answer, message) => {
    define({ lookup }, more);
    answers({ "/token": token, "/sites": () => answer }, () => true);
    const outcome = await signIn();
    expect(outcome).toMatchObject({ status: "failed", message: expect.stringMatching(message) });
    expect(JSON.stringify(outcome)).not.toContain("canary");
    expect(await countStored()).toBe(0);
  });
});

describe("a token that is exchanged for its successor", () => {
  const renew = { method: "GET" as const, url: "https://vendor.example.com/refresh", params: { grant_type: "ig_refresh_token", access_token: "{access_token}" } };
  const afterCode = { method: "GET" as const, url: "https://vendor.example.com/exchange", params: { grant_type: "ig_exchange_token", client_secret: "{client_secret}", access_token: "{access_token}" } };
  const day = 24 * 60 * 60;
  const exchange: Partial<OAuth2> = { refresh: { mode: "exchange", accessTtlSeconds: 60 * day }, exchange: { afterCode, renew } };
  let count = 0;

  beforeEach(() => {
    count = 0;
    define(exchange);
    answers(
      {
        "/token": () => ({ body: { access_token: "canary-short", expires_in: 3_600, scope: "read" } }),
        "/exchange": (request) => (queryOf(request)["access_token"] === "canary-short" ? { body: { access_token: "canary-long-0", expires_in: 60 * day } } : { status: 400, body: { error: { message: "canary" } } }),
        "/refresh": (request) => (queryOf(request)["access_token"] === `canary-long-${count}` ? { body: { access_token: `canary-long-${++count}`, expires_in: 60 * day } } : { status: 400, body: { error: "invalid_grant" } }),
      },
      ({ headers }) => (headers.authorization ?? "").startsWith("Bearer canary-long-"),
    );
  });

  const inDays = (row: ConnectionRow) => Math.round(((row.tokenExpiresAt?.getTime() ?? 0) - Date.now()) / (day * 1_000));
  const target = (row: ConnectionRow) => {
    const connector = testConnectors.get(slug);
    const option = connector?.auth[0];
    if (!connector || !option) throw new Error("no definition");
    return { row, connector, option };
  };
  const endsIn = async (row: ConnectionRow, days: number) => {
    const tokenExpiresAt = new Date(Date.now() + days * day * 1_000);
    await ctx.db.update(connection).set({ tokenExpiresAt, refreshExpiresAt: tokenExpiresAt }).where(eq(connection.id, row.id));
    return storedRow();
  };

  it("is long from the first moment, and ends for good when it ends", async () => {
    expect(await signIn()).toMatchObject({ status: "connected" });
    const row = await storedRow();
    expect(await tokenOf(row)).toBe("canary-long-0");
    expect([inDays(row), row.refreshExpiresAt]).toEqual([60, row.tokenExpiresAt]);
    expect(row.scopes).toEqual(["read"]);
    expect(queryOf(vendor.requests.find(({ path }) => path.startsWith("/exchange")))).toEqual({ grant_type: "ig_exchange_token", client_secret: "canary-app-secret", access_token: "canary-short" });
  });

  it("is renewed days before its end, once for all who call", async () => {
    await signIn();
    const row = await endsIn(await storedRow(), 12);
    const { connector, option } = target(row);
    await freshCredential(runtime, row, connector, option);
    expect(count).toBe(0);
    const late = await endsIn(row, 9);
    await Promise.all(Array.from({ length: 10 }, async () => freshCredential(runtime, late, connector, option)));
    expect(count).toBe(1);
    const after = await storedRow();
    expect(await tokenOf(after)).toBe("canary-long-1");
    expect([inDays(after), after.refreshExpiresAt]).toEqual([60, after.tokenExpiresAt]);
  });

  it("asks for a new sign-in when the vendor no longer knows it", async () => {
    await signIn();
    count = 7;
    await expect(refreshConnectionToken(runtime, target(await endsIn(await storedRow(), -1)), {})).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED" });
    expect((await storedRow()).status).toBe("expired");
  });

  it("is not stored when the exchange is refused", async () => {
    answers({ "/token": () => ({ body: { access_token: "canary-other" } }), "/exchange": () => ({ status: 400, body: { error: { message: "canary" } } }) }, () => true);
    const outcome = await signIn();
    expect(outcome.status).toBe("failed");
    expect(JSON.stringify(outcome)).not.toContain("canary");
    expect(await countStored()).toBe(0);
  });
});
