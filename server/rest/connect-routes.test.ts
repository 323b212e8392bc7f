import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { credential } from "@/db/schema/connections";
import { startTestRedis, type TestRedis } from "@/server/auth-kinds/database/testing-redis";
import { storeTestConnection } from "@/server/connections/testing";
import { createTestCookie } from "@/server/identity/testing";
import { type Answer, connectionOf, createRestTest, publicUrl, type RestTest, withoutRequestId } from "./testing";

const canary = "canary_8f2b1c";
let test: RestTest;
let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis({ password: `${canary}_redis` });
  test = await createRestTest({ env: { GITHUB_CLIENT_ID: "github-app", GITHUB_CLIENT_SECRET: `${canary}_app`, SHOPIFY_CLIENT_ID: "shopify-app", SHOPIFY_CLIENT_SECRET: `${canary}_app` } });
  const { connectorEndpoints } = test.runtime.env;
  connectorEndpoints["google-workspace"] = { tokenUrl: `${test.vendor.origin}/token`, apiBaseUrl: test.vendor.origin };
});
afterAll(async () => {
  await test.close();
  await redis.stop();
});
beforeEach(() => answerAll());

/** Every vendor at once: whoever sends the canary is let in. */
function answerAll(): void {
  test.vendor.answer(({ headers, path, body }) => {
    if (path === "/token") return { body: { access_token: `${canary}_token`, expires_in: 3600, token_type: "bearer", scope: "read_products" } };
    const decoded = Buffer.from((headers.authorization ?? "").replace("Basic ", ""), "base64").toString();
    const isKnown = [headers.authorization, headers["x-shopify-access-token"], decoded, body].some((value) => String(value).includes(canary));
    if (!isKnown) return { status: 401, body: { error: { message: `Invalid key: ${headers.authorization ?? ""}` } } };
    return { body: { id: "acct_1", sid: "AC0123456789abcdef0123456789abcdef", friendly_name: "Acme", login: "acme", email: "acme@example.com", business_profile: { name: "Acme" }, account_id: "1", account_name: "Acme", data: { shop: { id: "gid://1", name: "Acme" } }, sub: "1", name: "Acme" } };
  });
}

const connect = (slug: string, kind: string, body: unknown, more = {}) => test.call("POST", `/api/mcps/${slug}/connect/${kind}`, { body, ...more });
const count = () => test.runtime.database.db.$count(credential);
/** A refusal: this status and code, nothing stored, nothing told. */
async function expectRefusal(asking: Promise<Answer>, status: number, code: string): Promise<Answer> {
  const before = await count();
  const answer = await asking;
  expect([answer.status, answer.body]).toMatchObject([status, { success: false, error: { code } }]);
  expect(answer.text).not.toContain(canary);
  expect(await count()).toBe(before);
  return answer;
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });
const keyFile = { type: "service_account", client_email: "robot@acme.iam.gserviceaccount.com", private_key: privateKey, private_key_id: "1", token_uri: "https://evil.example/" };

describe("each kind of credential", () => {
  it.each([
    ["stripe", "api-key", { api_key: `sk_test_${canary}` }, { authKind: "api_key", account: { id: "acct_1", label: "Acme" } }],
    ["twilio", "basic", { username: "AC0123456789abcdef0123456789abcdef", password: canary }, { authKind: "basic", account: { id: "AC0123456789abcdef0123456789abcdef", label: "Acme" } }],
    ["github", "bearer", { token: `ghp_${canary}` }, { authKind: "bearer", account: { id: "acct_1", label: "acme" } }],
    ["shopify", "client-credentials", { shop: "acme", client_id: "0123456789", client_secret: canary }, { authKind: "client_credentials", inputs: { shop: "acme" } }],
    ["google-workspace", "service-account", { service_account_json: keyFile, subject: "ada@acme.example" }, { authKind: "service_account" }],
  ])("%s connects by %s", async (slug, kind, body, expected) => {
    const answer = await connect(slug, kind, body);
    expect(answer.text).not.toContain(canary);
    expect(answer.status, answer.text).toBe(200);
    const made = connectionOf(answer);
    expect(made).toMatchObject({ mcpId: slug, status: "active", health: "healthy", visibility: expect.stringMatching(/workspace|private/) as unknown, ...expected });
    expect(connectionOf(await test.call("GET", `/api/connections/${made.id}`))).toEqual(made);
  });

  it("a database is really logged in to", async () => {
    const answer = await connect("redis", "database", { host: "127.0.0.1", port: redis.port, password: redis.password, database: 0 });
    expect(answer.status, answer.text).toBe(200);
    expect(connectionOf(answer)).toMatchObject({ mcpId: "redis", authKind: "database", account: { label: `127.0.0.1:${redis.port}/0` } });
    const refused = await expectRefusal(connect("redis", "database", { host: "127.0.0.1", port: redis.port, password: "wrong" }), 422, "INVALID_API_KEY");
    expect(refused.body).toMatchObject({ error: { details: { provider: "redis", fields: { password: expect.any(String) as unknown } } } });
  });

  it("takes a name and a visibility beside the values", async () => {
    const made = connectionOf(await connect("stripe", "api-key", { api_key: `sk_test_${canary}_2`, name: " Main ", visibility: "private" }));
    expect(made).toMatchObject({ name: "Main", visibility: "private" });
  });

  it("reconnects in place", async () => {
    const made = connectionOf(await connect("stripe", "api-key", { api_key: `sk_test_${canary}_3`, name: "Kept" }));
    const again = connectionOf(await connect("stripe", "api-key", { api_key: `sk_test_${canary}_4`, connectionId: made.id }));
    expect(again).toMatchObject({ id: made.id, name: "Kept" });
    await expectRefusal(connect("mailchimp", "api-key", { api_key: `${canary}-us1`, connectionId: made.id }), 409, "CONFLICT");
  });
});

describe("a credential that is not taken", () => {
  it("is 422 when the vendor refuses it, with the vendor named and its words kept back", async () => {
    const { body, text } = await expectRefusal(connect("stripe", "api-key", { api_key: "sk_test_wrong" }), 422, "INVALID_API_KEY");
    expect(body).toMatchObject({ error: { details: { provider: "stripe" }, message: expect.stringContaining("Stripe does not know this key") as unknown } });
    expect(text).not.toContain("sk_test_wrong");
    expect(text).not.toContain("Invalid key");
  });

  it("may be an account whose name holds control characters", async () => {
    test.vendor.answer(() => ({ body: { id: "acct_1", business_profile: { name: "A\u0000c\u0007me" } } }));
    expect(connectionOf(await connect("stripe", "api-key", { api_key: `sk_test_${canary}_named` }))).toMatchObject({ account: { label: "A c me" } });
  });

  it("is 503 when the vendor is down, 429 when it asks to wait", async () => {
    test.vendor.answer(() => ({ status: 500, body: "<html>" }));
    await expectRefusal(connect("stripe", "api-key", { api_key: `sk_test_${canary}` }), 503, "SERVICE_UNAVAILABLE");
    test.vendor.answer(() => ({ status: 429, headers: { "retry-after": "7" } }));
    const answer = await expectRefusal(connect("stripe", "api-key", { api_key: `sk_test_${canary}` }), 429, "RATE_LIMIT_EXCEEDED");
    expect(answer.headers.get("retry-after")).toBe("7");
  });

  it.each([
    ["nothing", {}, "api_key"],
    ["a number too large for text", { api_key: [1] }, "api_key"],
    ["an object", { api_key: { a: canary } }, "api_key"],
    ["null", { api_key: null }, "api_key"],
    ["spaces", { api_key: "   " }, "api_key"],
    ["a line break", { api_key: "sk_test_1\r\nx-evil: 1" }, "api_key"],
    ["a NUL", { api_key: "sk_test_1\u0000" }, "api_key"],
    ["far too much", { api_key: "k".repeat(10_000) }, "api_key"],
    ["an unknown name", { api_key: `sk_${canary}`, apikey: "x" }, "apikey"],
    ["a name of another kind", { api_key: `sk_${canary}`, host: "127.0.0.1" }, "host"],
    ["a prototype", JSON.parse(`{"api_key":"sk_${canary}","constructor":"x"}`), "constructor"],
    ["a name that is a number", { api_key: `sk_${canary}`, name: 5 }, "name"],
    ["an empty name", { api_key: `sk_${canary}`, name: " " }, "name"],
    ["a name with a NUL", { api_key: `sk_${canary}`, name: "a\u0000b" }, "name"],
    ["a long name", { api_key: `sk_${canary}`, name: "n".repeat(81) }, "name"],
    ["an unknown visibility", { api_key: `sk_${canary}`, visibility: "public" }, "visibility"],
    ["a connectionId that is none", { api_key: `sk_${canary}`, connectionId: 1 }, "connectionId"],
  ])("is 400 when it is %s, and the field is named", async (_what, body, field) => {
    const seen = test.vendor.requests.length;
    const answer = await expectRefusal(connect("stripe", "api-key", body), 400, "INVALID_REQUEST");
    expect(answer.body).toMatchObject({ error: { details: { fields: { [field]: expect.any(String) as unknown } } } });
    expect(test.vendor.requests).toHaveLength(seen);
  });

  it("cannot come in through a prototype", async () => {
    await expectRefusal(test.call("POST", "/api/mcps/stripe/connect/api-key", { text: `{"__proto__":{"api_key":"sk_${canary}"}}`, headers: { "content-type": "application/json" } }), 400, "INVALID_REQUEST");
  });

  it.each(["con_nonsense", "a".repeat(500)])("is 404 when connectionId is malformed: %s", async (connectionId) => {
    await expectRefusal(connect("stripe", "api-key", { api_key: `sk_${canary}`, connectionId }), 404, "NOT_FOUND");
  });

  it.each([
    ["stripe", "basic", { username: "a", password: "b" }],
    ["github", "api-key", { api_key: "k" }],
    ["postgresql", "bearer", { token: "t" }],
  ])("is 400 when %s has no way in by %s", async (slug, kind, body) => {
    await expectRefusal(connect(slug, kind, body), 400, "INVALID_REQUEST");
  });

  it.each(["nope", "Stripe", "a".repeat(300), "__proto__", "stripe%00"])("is 404 when there is no connector %s", async (slug) => {
    for (const kind of ["api-key", "basic", "bearer", "client-credentials", "service-account", "database", "oauth/start"]) await expectRefusal(connect(slug, kind, {}), 404, "NOT_FOUND");
    await expectRefusal(test.call("POST", `/api/mcps/${slug}/test-connection`, { body: { authKind: "api_key" } }), 404, "NOT_FOUND");
  });
});

describe("POST /api/mcps/{id}/test-connection", () => {
  const check = (body: unknown) => test.call("POST", "/api/mcps/stripe/test-connection", { body });

  it("says whose account it is and stores nothing", async () => {
    const before = await count();
    const answer = await check({ authKind: "api_key", api_key: `sk_test_${canary}` });
    expect(answer.body).toEqual({ success: true, account: { id: "acct_1", label: "Acme" } });
    expect(await count()).toBe(before);
  });

  it("refuses as connecting does", async () => {
    await expectRefusal(check({ authKind: "api_key", api_key: "wrong" }), 422, "INVALID_API_KEY");
    await expectRefusal(check({ api_key: "k" }), 400, "INVALID_REQUEST");
    await expectRefusal(check({ authKind: "oauth2" }), 400, "INVALID_REQUEST");
    await expectRefusal(check({ authKind: 5 }), 400, "INVALID_REQUEST");
    await expectRefusal(check({ authKind: "basic", username: "a", password: "b" }), 400, "INVALID_REQUEST");
  });
});

describe("POST /api/mcps/{id}/connect/oauth/start", () => {
  const start = (body: unknown, more = {}) => test.call("POST", "/api/mcps/github/connect/oauth/start", { body, ...more });

  it("gives a key a page of ours, and a session the vendor's", async () => {
    const byKey = await start({});
    const { state } = byKey.body as { state: string };
    expect(byKey.body).toEqual({ success: true, authorizationUrl: `${publicUrl}/connect/${state}`, state: expect.stringMatching(/^[\w-]{43}$/) as unknown, flowId: expect.stringMatching(/^flw_/) as unknown });

    const cookie = await createTestCookie(test.runtime, test.ctx.actor.id);
    const bySession = await start({ scopes: ["gist"] }, { key: null, headers: { cookie, origin: publicUrl } });
    const url = new URL((bySession.body as { authorizationUrl: string }).authorizationUrl);
    expect(url.origin + url.pathname).toBe("https://github.com/login/oauth/authorize");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ client_id: "github-app", redirect_uri: `${publicUrl}/api/oauth2/callback/github`, response_type: "code", code_challenge_method: "S256", scope: "read:user gist" });
    expect(bySession.text).not.toContain(canary);
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "\\/evil.example", "/\t/evil.example", "/\n/evil.example", "evil.example", "", " /x", "/x\\y"])("does not go back to %j", async (returnTo) => {
    const answer = await expectRefusal(start({ returnTo }), 400, "INVALID_REQUEST");
    expect(answer.body).toMatchObject({ error: { details: { fields: { returnTo: expect.any(String) as unknown } } } });
  });

  it.each([
    [{ scopes: "repo" }, "scopes"],
    [{ scopes: [1] }, "scopes.0"],
    [{ shop: "acme" }, "shop"],
    [{ name: "" }, "name"],
  ])("names the field of %j", async (body, field) => {
    const answer = await expectRefusal(start(body), 400, "INVALID_REQUEST");
    expect(answer.body).toMatchObject({ error: { details: { fields: { [field]: expect.any(String) as unknown } } } });
  });

  it("refuses scopes that are not offered, and a connector without a sign-in", async () => {
    await expectRefusal(start({ scopes: ["root"] }), 400, "INVALID_REQUEST");
    await expectRefusal(test.call("POST", "/api/mcps/stripe/connect/oauth/start", { body: {} }), 400, "INVALID_REQUEST");
  });

  it("says that an OAuth app is missing, and who can add it", async () => {
    const answer = await expectRefusal(test.call("POST", "/api/mcps/slack/connect/oauth/start", { body: {} }), 409, "CONFLICT");
    expect(answer.body).toMatchObject({ error: { details: { reason: "oauth_app_missing", provider: "slack" } } });
  });

  it.each(["evil.com/", "evil.com", "evil.com#", "a.b", "acme@evil.com", "127.0.0.1", "[::1]", "..", "acme:80", "acme%2f", "https://evil.com/acme", "acme\\", "", "a".repeat(101)])("takes no shop that leads elsewhere: %s", async (shop) => {
    await expectRefusal(test.call("POST", "/api/mcps/shopify/connect/oauth/start", { body: { shop } }), 400, "INVALID_REQUEST");
    await expectRefusal(connect("shopify", "api-key", { shop, api_key: canary }), 400, "INVALID_REQUEST");
  });

  it("does not reconnect what was connected otherwise", async () => {
    const { id } = await storeTestConnection(test.ctx, { slug: "github", kind: "bearer", credential: { token: "t" } });
    await expectRefusal(start({ connectionId: id }), 400, "INVALID_REQUEST");
    const malformed = await expectRefusal(start({ connectionId: "a".repeat(300) }), 404, "NOT_FOUND");
    expect(withoutRequestId(malformed)).toContain("There is no such connection");
  });
});

describe("a body", () => {
  const post = (text: string, headers: Record<string, string> = {}) => test.call("POST", "/api/mcps/stripe/connect/api-key", { text, headers });
  const json = { "content-type": "application/json" };

  it.each([["{"], ["{'api_key':1}"], ["[1,]"], ["\u0000"], ["nul"]])("that is not JSON is 400: %j", async (text) => {
    const answer = await expectRefusal(post(text, json), 400, "INVALID_REQUEST");
    expect(answer.body).toMatchObject({ error: { message: "The request body is not valid JSON." } });
  });

  it.each([["[]"], ["null"], ['"text"'], ["1"], ["true"]])("that is no object is 400: %s", async (text) => {
    const answer = await expectRefusal(post(text, json), 400, "INVALID_REQUEST");
    expect(answer.body).toMatchObject({ error: { details: { fields: { body: expect.any(String) as unknown } } } });
  });

  it.each<Record<string, string>>([{}, { "content-type": "text/plain" }, { "content-type": "application/x-www-form-urlencoded" }, { "content-type": "multipart/form-data" }, { "content-type": "jsonish" }])("that is not said to be JSON is 400 with what to send: %j", async (headers) => {
    const answer = await expectRefusal(post(`{"api_key":"${canary}"}`, headers), 400, "INVALID_REQUEST");
    expect(answer.body).toMatchObject({ error: { message: "Send the body as JSON, with the header Content-Type: application/json." } });
  });

  it("that is empty is an empty form", async () => {
    for (const headers of [{}, json]) {
      const answer = await expectRefusal(test.call("POST", "/api/mcps/stripe/connect/api-key", { headers }), 400, "INVALID_REQUEST");
      expect(answer.text.length).toBeGreaterThan(0);
    }
  });

  it("may name its charset", async () => {
    expect((await post(`{"api_key":"sk_test_${canary}_utf8"}`, { "content-type": "application/json; charset=utf-8" })).status).toBe(200);
  });

  it("nested ten thousand deep is refused", async () => {
    const { status } = await post(`{"api_key":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, json);
    expect(status).toBe(400);
  });
});
