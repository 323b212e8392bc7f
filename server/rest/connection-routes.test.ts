import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { connection, credential } from "@/db/schema/connections";
import { answerAsStripe, storeTestConnection } from "@/server/connections/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { connectionOf, createRestTest, type RestTest } from "./testing";

let test: RestTest;
beforeAll(async () => {
  test = await createRestTest({ env: { GITHUB_CLIENT_ID: "github-app", GITHUB_CLIENT_SECRET: "app secret" } });
});
afterAll(() => test.close());
beforeEach(() => answerAsStripe(test.vendor, { sk_test_stored_key: "Acme", sk_test_new: "Acme", sk_test_other: "Other" }));

const instant = z.iso.datetime().nullable();
/** The contract's shape, written by hand. */
const contract = z.looseObject({
  id: z.string().regex(/^con_/),
  mcpId: z.string(),
  name: z.string(),
  authKind: z.string(),
  status: z.enum(["active", "expired", "invalid", "revoked", "pending", "error"]),
  health: z.enum(["healthy", "degraded", "failing", "unknown"]),
  visibility: z.enum(["workspace", "private"]),
  account: z.strictObject({ id: z.string().nullable(), label: z.string().nullable() }),
  scopes: z.array(z.string()),
  settings: z.record(z.string(), z.string()),
  tokenExpiresAt: instant,
  lastUsedAt: instant,
  lastHealthCheckAt: instant,
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
const listed = z.strictObject({ success: z.literal(true), connections: z.array(contract), nextCursor: z.string().nullable() });
const single = z.strictObject({ success: z.literal(true), connection: contract });

const change = (id: string, columns: Partial<typeof connection.$inferInsert>) => test.runtime.database.db.update(connection).set(columns).where(eq(connection.id, id));

describe("GET /api/connections/{id}", () => {
  it("answers in the contract's shape, without anything secret", async () => {
    const { id } = await storeTestConnection(test.ctx, { credential: { api_key: "sk_test_canary" } });
    const answer = await test.call("GET", `/api/connections/${id}`);
    expect(single.parse(answer.body).connection).toMatchObject({ id, mcpId: "stripe", name: "Acme", authKind: "api_key", status: "active", account: { id: "acct_Acme", label: "Acme" }, scopes: [], settings: {}, tokenExpiresAt: null, lastUsedAt: null, lastError: null });
    expect(answer.text).not.toContain("canary");
    expect(Object.keys(connectionOf(answer)).filter((key) => /secret|credential|token$|sealed|password|oauthApp|createdBy$|ipAddress|userAgent|workspaceId/i.test(key))).toEqual([]);
  });

  it("keeps the vendor's words for admins", async () => {
    const { id } = await storeTestConnection(test.ctx);
    await change(id, { lastError: "It was refused.", lastErrorDetail: "vendor: no such key" });
    const reader = await createTestKey(test.ctx, { scopes: ["connections:read"] });
    expect((await test.call("GET", `/api/connections/${id}`)).text).toContain("vendor: no such key");
    const forReader = await test.call("GET", `/api/connections/${id}`, { key: reader });
    expect(connectionOf(forReader)).toMatchObject({ lastError: "It was refused.", lastErrorDetail: null });
  });
});

describe("GET /api/connections", () => {
  let owner: WorkspaceContext;
  let key: string;
  let ids: string[];
  const list = async (query = "") => {
    const answer = await test.call("GET", `/api/connections${query}`, { key });
    expect(answer.status, answer.text).toBe(200);
    return listed.parse(answer.body);
  };
  const idsOf = async (query: string) => (await list(query)).connections.map(({ id }) => id);

  beforeAll(async () => {
    owner = await createTestContext(test.runtime);
    key = await createTestKey(owner);
    ids = [];
    for (const slug of ["stripe", "stripe", "mailchimp", "sendgrid", "stripe"]) ids.unshift((await storeTestConnection(owner, { slug, credential: { api_key: "k-us1" } })).id);
    await storeTestConnection(owner, { visibility: "private" });
    const [newest = "", second = "", third = ""] = ids;
    await change(newest, { status: "revoked" });
    await change(second, { health: "degraded" });
    await change(third, { refreshExpiresAt: new Date(Date.now() - 1_000) });
  });

  it("lists the newest first, and leaves out what the caller may not know of", async () => {
    expect(await idsOf("")).toEqual(ids);
  });

  it("goes through pages without losing or repeating one", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: z.output<typeof listed> = await list(`?limit=2${cursor === null ? "" : `&cursor=${cursor}`}`);
      expect(page.connections.length).toBeLessThanOrEqual(2);
      seen.push(...page.connections.map(({ id }) => id));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null && pages < 10);
    expect([seen, pages]).toEqual([ids, 3]);
    expect((await list("?limit=5")).nextCursor).toBeNull();
  });

  it("filters by connector, status and health, together too", async () => {
    const [newest, second, third, fourth, oldest] = ids;
    expect(await idsOf("?mcpId=mailchimp")).toEqual([third]);
    expect(await idsOf("?mcpId=unknown")).toEqual([]);
    expect(await idsOf("?status=revoked")).toEqual([newest]);
    expect(await idsOf("?status=expired")).toEqual([third]);
    expect(await idsOf("?status=active")).toEqual([second, fourth, oldest]);
    expect(await idsOf("?health=degraded")).toEqual([second]);
    expect(await idsOf("?health=failing")).toEqual([newest, third]);
    expect(await idsOf("?health=failing&status=revoked&mcpId=stripe")).toEqual([newest]);
    expect(await idsOf("?health=failing&limit=1")).toEqual([newest]);
  });

  it.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=-1", "limit"],
    ["limit=1.5", "limit"],
    ["limit=many", "limit"],
    ["limit=", "limit"],
    ["limit=1&limit=2", "limit"],
    ["status=gone", "status"],
    ["status=", "status"],
    ["health=fine", "health"],
    ["mcpId=%00", "mcpId"],
    [`mcpId=${"m".repeat(101)}`, "mcpId"],
    [`cursor=${"c".repeat(201)}`, "cursor"],
  ])("refuses ?%s and names the field", async (query, field) => {
    const answer = await test.call("GET", `/api/connections?${query}`, { key });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: "INVALID_REQUEST", details: { fields: { [field]: expect.any(String) as unknown } } } });
  });

  it.each(["nonsense", "%00", "con_", "' or 1=1 --", "wsp_00000000000000000000000000"])("refuses a cursor that no list gave out: %s", async (cursor) => {
    const answer = await test.call("GET", `/api/connections?cursor=${encodeURIComponent(cursor)}`, { key });
    expect(answer.body).toMatchObject({ error: { code: "INVALID_REQUEST" } });
  });

  it("takes a cursor of another workspace for what it is: a place in time", async () => {
    const theirs = await storeTestConnection(test.ctx);
    expect(await idsOf(`?cursor=${theirs.id}`)).toEqual(ids);
  });
});

describe("POST /api/connections/{id}/test", () => {
  it("writes down that it works", async () => {
    const { id } = await storeTestConnection(test.ctx);
    const answer = await test.call("POST", `/api/connections/${id}/test`);
    expect(single.parse(answer.body).connection).toMatchObject({ id, status: "active", health: "healthy", lastHealthCheckAt: expect.any(String) as unknown });
  });

  it("takes whatever characters a vendor puts into its refusal", async () => {
    const { id } = await storeTestConnection(test.ctx);
    test.vendor.answer(() => ({ status: 401, body: { error: { code: "no\u0000pe", message: "no \u0000 such \u001b[31mkey" } } }));
    const answer = await test.call("POST", `/api/connections/${id}/test`);
    expect([answer.status, connectionOf(answer)]).toMatchObject([200, { status: "invalid", lastErrorDetail: expect.stringContaining("no   such  [31mkey") as unknown }]);
  });

  it("says that it does not, as an answer and not as an error", async () => {
    const { id } = await storeTestConnection(test.ctx, { credential: { api_key: "sk_test_revoked" } });
    const answer = await test.call("POST", `/api/connections/${id}/test`);
    expect(answer.status).toBe(200);
    expect(connectionOf(answer)).toMatchObject({ status: "invalid", health: "failing", lastError: expect.stringContaining("Stripe does not know this key") as unknown });
    expect(answer.text).not.toContain("sk_test_revoked");
  });
});

describe("PATCH /api/connections/{id}/refresh", () => {
  it("checks what has no token to renew", async () => {
    const { id } = await storeTestConnection(test.ctx);
    expect(connectionOf(await test.call("PATCH", `/api/connections/${id}/refresh`))).toMatchObject({ id, health: "healthy" });
  });

  it("renews a token, and the new one is the one that is kept", async () => {
    const { id } = await storeTestConnection(test.ctx, { slug: "github", kind: "oauth2", credential: { access_token: "old", refresh_token: "r1" }, tokenExpiresAt: new Date(Date.now() - 1_000) });
    test.vendor.answer(({ path, body }) => (path === "/token" && body.includes("r1") ? { body: { access_token: "new", refresh_token: "r2", expires_in: 3_600 } } : { status: 400, body: { error: "bad_refresh_token" } }));
    const answer = await test.call("PATCH", `/api/connections/${id}/refresh`);
    expect(connectionOf(answer)).toMatchObject({ status: "active", tokenExpiresAt: expect.any(String) as unknown });
    expect(Date.parse(String(connectionOf(answer)["tokenExpiresAt"]))).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it("is 424 when only reconnecting helps, and the connection says so", async () => {
    const { id } = await storeTestConnection(test.ctx, { slug: "github", kind: "oauth2", credential: { access_token: "old", refresh_token: "gone" }, tokenExpiresAt: new Date(Date.now() - 1_000) });
    test.vendor.answer(() => ({ status: 400, body: { error: "bad_refresh_token", error_description: "canary of the vendor" } }));
    const answer = await test.call("PATCH", `/api/connections/${id}/refresh`);
    expect([answer.status, answer.body]).toMatchObject([424, { error: { code: "REAUTHORIZATION_REQUIRED", details: { connectionId: id, provider: "github" } } }]);
    expect(answer.text).not.toContain("canary");
    expect(connectionOf(await test.call("GET", `/api/connections/${id}`))).toMatchObject({ health: "failing", status: expect.stringMatching(/expired|revoked/) as unknown });
  });

  it("is 503 with Retry-After when the vendor is down", async () => {
    const { id } = await storeTestConnection(test.ctx, { slug: "github", kind: "oauth2", credential: { access_token: "old", refresh_token: "r" }, tokenExpiresAt: new Date(Date.now() - 1_000) });
    test.vendor.answer(() => ({ status: 500 }));
    const answer = await test.call("PATCH", `/api/connections/${id}/refresh`);
    expect([answer.status, answer.body]).toMatchObject([503, { error: { code: "SERVICE_UNAVAILABLE" } }]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("POST /api/connections/{id}/rotate", () => {
  const rotate = (id: string, body: unknown) => test.call("POST", `/api/connections/${id}/rotate`, { body });
  const sealed = async (id: string) => (await test.runtime.database.db.select({ sealed: credential.sealed }).from(credential).where(eq(credential.connectionId, id))).map((row) => row.sealed);

  it("puts a proven key in place of the old one", async () => {
    const { id } = await storeTestConnection(test.ctx);
    const before = await sealed(id);
    const answer = await rotate(id, { api_key: "sk_test_new" });
    expect(single.parse(answer.body).connection).toMatchObject({ id, status: "active", rotation: { lastRotatedAt: expect.any(String) as unknown } });
    expect(await sealed(id)).not.toEqual(before);
  });

  it.each([
    [{ api_key: "sk_test_refused" }, 422, "INVALID_API_KEY"],
    [{ api_key: "sk_test_other" }, 409, "CONFLICT"],
    [{ api_key: "sk_test_stored_key" }, 409, "CONFLICT"],
    [{}, 400, "INVALID_REQUEST"],
    [{ api_key: 1.5, name: "x" }, 400, "INVALID_REQUEST"],
    [[], 400, "INVALID_REQUEST"],
  ])("keeps the old one for %j", async (body, status, code) => {
    const { id } = await storeTestConnection(test.ctx);
    const before = await sealed(id);
    const answer = await rotate(id, body);
    expect([answer.status, answer.body]).toMatchObject([status, { error: { code } }]);
    expect(await sealed(id)).toEqual(before);
  });

  it("has nothing to replace where a browser signed in", async () => {
    const { id } = await storeTestConnection(test.ctx, { slug: "github", kind: "oauth2", credential: { access_token: "t" } });
    expect((await rotate(id, { access_token: "x" })).status).toBe(400);
  });
});

describe("DELETE /api/connections/{id}", () => {
  it("destroys the credential and says what is left to do", async () => {
    const { id } = await storeTestConnection(test.ctx);
    const answer = await test.call("DELETE", `/api/connections/${id}`);
    expect(answer.body).toEqual({ success: true, revoked: false, note: expect.stringContaining("still works at Stripe") as unknown });
    expect(await test.runtime.database.db.$count(credential, eq(credential.connectionId, id))).toBe(0);
    expect((await test.call("GET", `/api/connections/${id}`)).status).toBe(404);
    expect((await test.call("DELETE", `/api/connections/${id}`)).status).toBe(404);
  });

  it("ends a sign-in's grant at the vendor", async () => {
    const { id } = await storeTestConnection(test.ctx, { slug: "github", kind: "oauth2", credential: { access_token: "granted" }, account: "Grantee" });
    test.vendor.answer(() => ({ status: 204, body: "" }));
    expect((await test.call("DELETE", `/api/connections/${id}`)).body).toEqual({ success: true, revoked: true, note: null });
    expect(test.vendor.requests.at(-1)).toMatchObject({ method: "DELETE", path: "/applications/github-app/grant" });
  });
});
