import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/workspaces";
import { createTestCookie } from "@/server/identity/testing";
import { newId } from "@/server/lib/ids";
import { storeTestConnection } from "@/server/connections/testing";
import type { KeyScope } from "@/server/workspaces/permission";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { type Answer, connectionOf, createRestTest, publicUrl, type RestTest, withoutRequestId } from "./testing";

let test: RestTest;
let own: string;
let cookie: string;
beforeAll(async () => {
  test = await createRestTest({ env: { GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: "secret" } });
  test.vendor.answer(() => ({ body: { id: "acct_1", email: "acme@example.com" } }));
  own = (await storeTestConnection(test.ctx)).id;
  cookie = await createTestCookie(test.runtime, test.ctx.actor.id);
});
afterAll(() => test.close());

type Route = [method: string, path: (connectionId: string) => string, body?: Record<string, unknown>];

const reads: Route[] = [
  ["GET", () => "/api/mcps"],
  ["GET", () => "/api/mcps/stripe"],
  ["GET", () => "/api/connections"],
  ["GET", (id) => `/api/connections/${id}`],
];
const connects: Route[] = [
  ["POST", () => "/api/mcps/github/connect/oauth/start", {}],
  ["POST", () => "/api/mcps/stripe/connect/api-key", { api_key: "sk_test_1" }],
  ["POST", () => "/api/mcps/twilio/connect/basic", { username: "AC01", password: "p" }],
  ["POST", () => "/api/mcps/github/connect/bearer", { token: "t" }],
  ["POST", () => "/api/mcps/shopify/connect/client-credentials", { shop: "acme", client_id: "12345678", client_secret: "s" }],
  ["POST", () => "/api/mcps/google-workspace/connect/service-account", { service_account_json: { client_email: "a@b.c", private_key: "k" } }],
  ["POST", () => "/api/mcps/redis/connect/database", { host: "127.0.0.1", port: "1" }],
  ["POST", () => "/api/mcps/stripe/test-connection", { authKind: "api_key", api_key: "sk_test_1" }],
];
const changes: Route[] = [
  ["PATCH", (id) => `/api/connections/${id}/refresh`],
  ["POST", (id) => `/api/connections/${id}/test`],
  ["POST", (id) => `/api/connections/${id}/rotate`, { api_key: "sk_test_2" }],
  ["DELETE", (id) => `/api/connections/${id}`],
];
const writes = [...connects, ...changes];
const named = (routes: Route[]) => routes.map((route) => [`${route[0]} ${route[1]("{id}")}`, route] as const);

const ask = ([method, path, body]: Route, options: { key?: string | null; headers?: Record<string, string>; id?: string } = {}): Promise<Answer> => {
  const { id = own, ...call } = options;
  return test.call(method, path(id), { ...call, ...(body ? { body } : {}) });
};
const withKey = async (scopes: KeyScope[]) => createTestKey(test.ctx, { scopes });
const bySession = (headers: Record<string, string> = {}) => ({ key: null, headers: { cookie, ...headers } });

describe("nobody", () => {
  it.each(named([...reads, ...writes]))("may not ask %s", async (_name, route) => {
    const answer = await ask(route, { key: null });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: { code: "INVALID_API_KEY" } });
  });

  it.each(named(writes))("is told so before the body is looked at: %s", async (_name, [method, path]) => {
    expect((await test.call(method, path(own), { key: null, text: "{", headers: { "content-type": "application/json" } })).status).toBe(401);
  });

  it.each(["Bearer", "Bearer ", "Basic YTpi", "Bearer a b", `Bearer ${"k".repeat(5_000)}`, "pb_key"])("gets in with Authorization: %s", async (authorization) => {
    expect((await ask(["GET", () => "/api/mcps"], { key: null, headers: { authorization } })).status).toBe(401);
  });

  it("gets in with a key that is wrong, expired or revoked, nor falls back to the cookie beside it", async () => {
    const expired = await createTestKey(test.ctx, { expiresAt: new Date(Date.now() - 1_000) });
    for (const key of ["pb_wrong", expired]) {
      const answer = await ask(["GET", () => "/api/mcps"], { key, headers: { cookie } });
      expect(answer.status).toBe(401);
      expect(answer.text).not.toContain(key);
    }
  });
});

describe("scopes and roles", () => {
  it.each(named(reads))("connections:read is enough for %s", async (_name, route) => {
    expect((await ask(route, { key: await withKey(["connections:read"]) })).status).toBe(200);
  });

  it.each(named(reads))("connections:write alone does not read: %s", async (_name, route) => {
    const answer = await ask(route, { key: await withKey(["connections:write", "calls:run"]) });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ error: { code: "FORBIDDEN", details: { permission: "connections:read" } } });
  });

  it.each(named(writes))("a key that only reads and calls may not: %s", async (_name, route) => {
    const before = test.vendor.requests.length;
    const answer = await ask(route, { key: await withKey(["connections:read", "calls:run", "tools:run"]) });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ error: { code: "FORBIDDEN", details: { permission: "connections:write" } } });
    expect(test.vendor.requests).toHaveLength(before);
  });

  it.each(named(writes))("a viewer may not: %s", async (_name, route) => {
    const viewer = await createTestContext(test.runtime, { role: "viewer", joining: test.ctx });
    const viewerCookie = await createTestCookie(test.runtime, viewer.actor.id);
    const answer = await ask(route, { key: null, headers: { cookie: viewerCookie, origin: publicUrl } });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ error: { code: "FORBIDDEN", message: "Your role in this workspace does not allow this. Ask an admin of the workspace." } });
  });
});

describe("a session", () => {
  it.each(named(reads))("reads by its cookie alone: %s", async (_name, route) => {
    expect((await ask(route, bySession())).status).toBe(200);
  });

  it.each(named(writes))("changes nothing without our Origin: %s", async (_name, route) => {
    const elsewhere: Record<string, string>[] = [{}, { origin: "https://evil.example" }, { origin: "null" }, { origin: `${publicUrl}.evil.example` }, { origin: "http://localhost:3001" }, { referer: `${publicUrl}/` }];
    for (const headers of elsewhere) {
      const answer = await ask(route, bySession(headers));
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ error: { code: "FORBIDDEN" } });
    }
  });

  it("changes things from our own pages", async () => {
    const answer = await ask(["POST", () => "/api/mcps/stripe/connect/api-key", { api_key: "sk_test_session" }], bySession({ origin: publicUrl }));
    expect(answer.status).toBe(200);
    expect((await test.call("DELETE", `/api/connections/${connectionOf(answer).id}`, bySession({ origin: publicUrl }))).status).toBe(200);
  });

  it("acts in the workspace that X-Workspace names, and only in its own", async () => {
    const other = await createTestContext(test.runtime);
    const theirs = await storeTestConnection(other);
    expect((await ask(["GET", () => "/api/connections"], bySession({ "x-workspace": test.ctx.workspace.slug }))).text).toContain(own);
    const foreign = await ask(["GET", () => "/api/connections"], bySession({ "x-workspace": other.workspace.slug }));
    const unknown = await ask(["GET", () => "/api/connections"], bySession({ "x-workspace": "no-such-workspace" }));
    expect(foreign.status).toBe(404);
    expect(withoutRequestId(foreign)).toBe(withoutRequestId(unknown));
    expect(foreign.text).not.toContain(theirs.id);
  });

  it("is over when it is signed out or made up", async () => {
    expect((await ask(["GET", () => "/api/mcps"], { key: null, headers: { cookie: "patchbay.session_token=made-up.c2lnbmF0dXJl" } })).status).toBe(401);
  });
});

describe("a stranger", () => {
  const everyRoute = [...reads.slice(3), ...changes];

  it.each(named(everyRoute))("learns nothing from an id of another workspace: %s", async (_name, route) => {
    const stranger = await createTestContext(test.runtime);
    const theirs = (await storeTestConnection(stranger)).id;
    const hidden = (await storeTestConnection(await createTestContext(test.runtime, { role: "owner", joining: test.ctx }), { visibility: "private" })).id;
    const before = test.vendor.requests.length;
    const answers = [];
    for (const id of [newId("connection"), theirs, hidden, "nonsense", "con_", theirs.toUpperCase(), `${theirs}%00`, "a".repeat(300)]) answers.push(withoutRequestId(await ask(route, { id })));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 .*"NOT_FOUND"/);
    expect(test.vendor.requests).toHaveLength(before);
    expect((await test.call("GET", `/api/connections/${theirs}`, { key: await createTestKey(stranger) })).status).toBe(200);
  });

  it.each([
    ["POST /api/mcps/stripe/connect/api-key", "/api/mcps/stripe/connect/api-key", { api_key: "sk_test_1" }],
    ["POST /api/mcps/github/connect/oauth/start", "/api/mcps/github/connect/oauth/start", {}],
  ])("cannot reconnect a connection of another workspace: %s", async (_name, path, body) => {
    const theirs = (await storeTestConnection(await createTestContext(test.runtime))).id;
    const before = test.vendor.requests.length;
    const foreign = await test.call("POST", path, { body: { ...body, connectionId: theirs } });
    const unknown = await test.call("POST", path, { body: { ...body, connectionId: newId("connection") } });
    expect(foreign.status).toBe(404);
    expect(withoutRequestId(foreign)).toBe(withoutRequestId(unknown));
    expect(test.vendor.requests).toHaveLength(before);
  });

  it("does not see another workspace's connections in the list", async () => {
    const stranger = await createTestContext(test.runtime);
    const answer = await test.call("GET", "/api/connections", { key: await createTestKey(stranger) });
    expect(answer.body).toEqual({ success: true, connections: [], nextCursor: null });
  });
});

it("is named in the audit trail by the request id that the answer carries", async () => {
  const answer = await test.call("POST", `/api/connections/${own}/test`);
  const rows = await test.runtime.database.db.select({ data: auditEntry.data }).from(auditEntry);
  expect(JSON.stringify(rows)).toContain(answer.headers.get("x-request-id"));
});
