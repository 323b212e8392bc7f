import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { TRPCClientError } from "@trpc/client";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import { createTestCookie } from "@/server/identity/testing";
import { startTestServer, type TestServer } from "@/server/lib/http/start-test-server";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { openTestBrowser } from "@/server/trpc/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { deleteOAuthApp } from "./delete-oauth-app";
import { saveOAuthApp } from "./save-oauth-app";
import { startTestVendor, type TestVendor, testClient } from "./testing-vendor";
import { testOAuthApp } from "./test-oauth-app";

type Asked = { url: string; form: URLSearchParams; authorization: string | undefined };

let server: TestServer;
let certified: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
/** The first workspace of the instance, whose owner speaks for all. */
let owner: WorkspaceContext & { actor: { kind: "user" } };
let asked: Asked[];
/** What the stand-in answers, by the secret it is given. */
let answer: (asked: Asked) => { status?: number; body: unknown; headers?: Record<string, string> };

const secret = "The-Right-Secret-0123456789";
const secretOf = ({ form, authorization }: Asked) => (authorization ? decodeURIComponent(Buffer.from(authorization.slice(6), "base64").toString().split(":")[1] ?? "") : (form.get("client_secret") ?? ""));

beforeAll(async () => {
  certified = await startTestVendor(["http://localhost:3000/api/oauth2/callback/linear"], "post");
  server = await startTestServer((request: IncomingMessage, response: ServerResponse) => {
    void text(request).then((body) => {
      const call = { url: request.url ?? "", form: new URLSearchParams(body), authorization: request.headers.authorization };
      asked.push(call);
      const { status = 200, body: said, headers = {} } = answer(call);
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(typeof said === "string" ? said : JSON.stringify(said));
    });
  });
  const at = (path: string) => ({ tokenUrl: `${server.origin}/${path}` });
  ({ runtime, close } = await createTestRuntime({
    env: { GITLAB_CLIENT_ID: "gitlab-id", GITLAB_CLIENT_SECRET: "gitlab-secret" },
    overrides: { connectorEndpoints: { github: at("github"), slack: at("slack"), hubspot: at("hubspot"), linear: { tokenUrl: `${certified.origin}/token` } } },
  }));
  owner = await createTestContext(runtime);
});
afterAll(async () => {
  await close();
  await server.close();
  await certified.close();
});
beforeEach(() => {
  asked = [];
});

async function test(connector: string, by?: WorkspaceContext) {
  const ctx = by ?? (await createTestContext(runtime));
  if (!by) await saveOAuthApp(ctx, { connector, clientId: "the-client-id", clientSecret: secret });
  return { ctx, found: await testOAuthApp(ctx, { connector }) };
}

async function readActions(ctx: WorkspaceContext, prefix: string): Promise<string[]> {
  const rows = await runtime.database.db.select().from(auditEntry).where(eq(auditEntry.workspaceId, ctx.workspace.id)).orderBy(auditEntry.seq);
  return rows.filter(({ action }) => action.startsWith(prefix)).map(({ action, data }) => `${action} ${String(data["connector"])} ${String(data["serves"])}`);
}

const invalid = (error: string, error_description = "The vendor's own words") => ({ status: 400, body: { error, error_description } });

describe("testOAuthApp", () => {
  it("proves an app that is accepted, by comparing with a secret that is wrong", async () => {
    answer = (call) => (secretOf(call) === secret ? invalid("invalid_grant") : { status: 401, body: { error: "invalid_client" } });
    const { ctx, found } = await test("hubspot");
    expect(found).toMatchObject({ verdict: "accepted", source: "workspace", message: "HubSpot CRM knows the client ID and accepts the secret." });
    expect(asked.map((call) => [call.form.get("grant_type"), call.form.get("client_id"), call.form.get("redirect_uri")])).toEqual(["right", "wrong"].map(() => ["authorization_code", "the-client-id", "http://localhost:3000/api/oauth2/callback/hubspot"]));
    const [right, wrong] = asked.map(secretOf);
    expect([right, wrong === right, wrong?.replace(/\w/g, "x")]).toEqual([secret, false, secret.replace(/\w/g, "x")]);
    expect(asked[0]?.form.get("code")).not.toBe(asked[1]?.form.get("code"));
    const entries = await runtime.database.db.select().from(auditEntry).where(and(eq(auditEntry.workspaceId, ctx.workspace.id), eq(auditEntry.action, "oauth_app.test")));
    expect(entries.map(({ data }) => data)).toEqual([expect.objectContaining({ connector: "hubspot", source: "workspace", result: "accepted" })]);
    expect(JSON.stringify([entries, found])).not.toContain(secret);
  });

  it("says so where the vendor looks at the code first", async () => {
    answer = () => invalid("invalid_grant");
    const { found } = await test("hubspot");
    expect(found).toMatchObject({ verdict: "unclear", message: expect.stringContaining("before it looks at the app") as unknown });
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["invalid_client", 401, /refuses the client ID or the secret/],
    ["unauthorized_client", 400, /does not know the client ID, or does not let the app/],
  ])("refuses at %s, asking once", async (error, status, words) => {
    answer = () => ({ status, body: { error, error_description: `You sent ${secret}` } });
    const { found } = await test("hubspot");
    expect([found.verdict, asked.length]).toEqual(["refused", 1]);
    expect(found.message).toMatch(words);
    expect(found.detail).toContain("You sent");
    expect(JSON.stringify(found), "what the vendor repeats of our secret").not.toContain(secret);
  });

  it.each([
    ["github", { error: "incorrect_client_credentials" }, { error: "incorrect_client_credentials" }, "refused"],
    ["github", { error: "bad_verification_code" }, { error: "incorrect_client_credentials" }, "accepted"],
    ["github", { error: "redirect_uri_mismatch" }, { error: "incorrect_client_credentials" }, "callback_unknown"],
    ["slack", { ok: false, error: "bad_client_secret" }, { ok: false, error: "bad_client_secret" }, "refused"],
    ["slack", { ok: false, error: "invalid_client_id" }, { ok: false, error: "invalid_client_id" }, "refused"],
    ["slack", { ok: false, error: "invalid_code" }, { ok: false, error: "bad_client_secret" }, "accepted"],
    ["slack", { ok: false, error: "invalid_code" }, { ok: false, error: "invalid_code" }, "unclear"],
  ])("%s answers 200 with %j, and %j to a wrong secret: %s", async (connector, right, wrong, verdict) => {
    answer = (call) => ({ body: secretOf(call) === secret ? right : wrong });
    expect((await test(connector)).found.verdict).toBe(verdict);
  });

  it.each([
    ["a bare 401 to both", () => ({ status: 401, body: "" }), "unclear"],
    ["a bare 401 to the wrong one alone", (call: Asked) => (secretOf(call) === secret ? { status: 400, body: "" } : { status: 401, body: "" }), "accepted"],
    ["a token for a made-up code", () => ({ body: { access_token: "never-asked-for" } }), "unclear"],
    ["a page", () => ({ status: 200, body: "<html>hello</html>" }), "unreachable"],
    ["an outage", () => ({ status: 503, body: "" }), "unreachable"],
    ["slow down", () => ({ status: 429, body: "", headers: { "retry-after": "17" } }), "unreachable"],
  ])("with %s", async (_name, answers: typeof answer, verdict) => {
    answer = answers;
    const { found } = await test("hubspot");
    expect(found.verdict).toBe(verdict);
    expect(JSON.stringify(found)).not.toContain("never-asked-for");
  });

  it("is right about a certified authorization server", async () => {
    const ctx = await createTestContext(runtime);
    await saveOAuthApp(ctx, { connector: "linear", clientId: testClient.id, clientSecret: testClient.secret });
    expect((await testOAuthApp(ctx, { connector: "linear" })).verdict).toBe("accepted");
    await saveOAuthApp(ctx, { connector: "linear", clientId: testClient.id, clientSecret: "AnotherSecret" });
    expect((await testOAuthApp(ctx, { connector: "linear" })).verdict).toBe("refused");
    await saveOAuthApp(ctx, { connector: "linear", clientId: "nobody", clientSecret: "AnotherSecret" });
    expect((await testOAuthApp(ctx, { connector: "linear" })).verdict).toBe("refused");
  });

  it("asks for what the token address is made of, and lets nobody lead another's secret astray", async () => {
    await expect(testOAuthApp(owner, { connector: "gitlab", inputs: { host: "not a host" } })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    const stranger = await createTestContext(runtime);
    await expect(testOAuthApp(stranger, { connector: "gitlab", inputs: { host: "evil.example" } })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(asked).toEqual([]);
  });
});

describe("who may test", () => {
  it("is admins, through the door, for their own workspace's app alone", async () => {
    answer = () => invalid("invalid_grant");
    const { ctx } = await test("hubspot");
    for (const role of ["member", "viewer"] as const) {
      const other = await createTestContext(runtime, { role, joining: ctx });
      const browser = openTestBrowser(runtime, { cookie: await createTestCookie(runtime, other.actor.id) });
      await expect(browser.trpc.oauth.testApp.mutate({ connector: "hubspot" })).rejects.toMatchObject({ data: { httpStatus: 403 } });
      await expect(browser.trpc.oauth.diagnoseCallback.query({})).rejects.toMatchObject({ data: { httpStatus: 403 } });
    }
    const stranger = await createTestContext(runtime);
    const browser = openTestBrowser(runtime, { cookie: await createTestCookie(runtime, stranger.actor.id) });
    const failures = await Promise.all(["hubspot", "salesforce", "no-such"].map((connector) => browser.trpc.oauth.testApp.mutate({ connector }).then(() => null, (error: unknown) => (error instanceof TRPCClientError ? error.data.httpStatus : error))));
    expect(failures, "another workspace's app is like none").toEqual([404, 404, 404]);
  });

  it("has ten turns a minute", async () => {
    answer = () => ({ status: 401, body: { error: "invalid_client" } });
    const { ctx } = await test("hubspot");
    for (let turn = 1; turn < 10; turn += 1) await testOAuthApp(ctx, { connector: "hubspot" });
    await expect(testOAuthApp(ctx, { connector: "hubspot" })).rejects.toMatchObject({ code: "RATE_LIMIT_EXCEEDED", details: { retryAfterSeconds: expect.any(Number) as unknown } });
    expect(asked).toHaveLength(10);
  });
});

describe("an app for the whole instance", () => {
  const app = { connector: "github", clientId: "for-all", clientSecret: secret, serves: "instance" as const };

  it("is the owner's of the first workspace, and nobody else's", async () => {
    const admin = await createTestContext(runtime, { role: "admin", joining: owner });
    const other = await createTestContext(runtime);
    for (const ctx of [admin, other]) {
      await expect(saveOAuthApp(ctx, app)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(deleteOAuthApp(ctx, { connector: "github", serves: "instance", force: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(saveOAuthApp({ ...owner, actor: { kind: "api_key", id: "key_x" } }, app), "a key").rejects.toMatchObject({ code: "FORBIDDEN" });
    await saveOAuthApp(owner, app);
    answer = () => ({ body: { error: "incorrect_client_credentials" } });
    expect((await testOAuthApp(other, { connector: "github" })).source).toBe("instance");
    const browser = openTestBrowser(runtime, { cookie: await createTestCookie(runtime, owner.actor.id) });
    const { apps, isInstanceOwner } = await browser.trpc.oauth.listApps.query();
    expect([isInstanceOwner, apps.find(({ connector }) => connector === "github")?.source]).toEqual([true, "instance"]);
    await deleteOAuthApp(owner, { connector: "github", serves: "instance" });
    expect(await readActions(owner, "oauth_app.")).toEqual(["oauth_app.save github instance", "oauth_app.delete github instance"]);
    await expect(testOAuthApp(other, { connector: "github" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not taken away in silence from connections elsewhere, of which only the number is told", async () => {
    const { id } = await saveOAuthApp(owner, app);
    const other = await createTestContext(runtime);
    await runtime.database.db.insert(connection).values({ id: newId("connection"), workspaceId: other.workspace.id, connector: "github", authKind: "oauth2", status: "active", health: "healthy", visibility: "workspace", scopes: [], createdBy: other.actor.id, consentGivenAt: new Date(), name: "Of another workspace", oauthAppId: id });
    expect(await saveOAuthApp(owner, { ...app, clientId: "for-all-anew" })).toMatchObject({ id, staleConnections: 1 });
    const refusal: unknown = await deleteOAuthApp(owner, { connector: "github", serves: "instance" }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/^One connection depends on this OAuth app, in another workspace\./) as unknown, details: { connections: {}, elsewhere: 1 } });
    expect(String(refusal)).not.toContain("Of another workspace");
    await expect(deleteOAuthApp(other, { connector: "github" }), "it is not theirs").rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await deleteOAuthApp(owner, { connector: "github", serves: "instance", force: true })).toMatchObject({ dependents: [], dependentsElsewhere: 1 });
  });
});
