import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoopbackVendor, startLoopbackVendor } from "../stand-ins/loopback-vendor";
import { type Answer, ask, heard } from "./ask";
import { removeFolders, type ServerProcess, startServer } from "./server-process";
import { callByKey, connect, cookiesOf, endpointsFile, listConnections, mutate, signIn } from "./workspace-client";

const key = "sk_test_browser_safety";
let vendor: LoopbackVendor;
let server: ServerProcess;
let cookie: string;
let own: string;

beforeAll(async () => {
  vendor = await startLoopbackVendor();
  vendor.accepted.add(key);
  server = await startServer({ CONNECTOR_ENDPOINTS: await endpointsFile(vendor), GITHUB_CLIENT_ID: "app", GITHUB_CLIENT_SECRET: "secret of the app" });
  own = await connect(server, "stripe/connect/api-key", { api_key: key });
  cookie = await signIn(server);
});
afterAll(async () => {
  await server.stop("SIGKILL");
  await vendor.stop();
  await removeFolders();
});

const get = (path: string, headers: Record<string, string> = {}) => ask(server.port, "GET", path, { headers });
const asOurs = (headers: Record<string, string> = {}) => ({ cookie, origin: server.url, ...headers });

describe("pages", () => {
  it.each(["/sign-in", "/", "/connections", "/connectors/stripe", "/api-docs", "/no-such-page", "/connect/opening?connector=github", "/connect/unknown-state"])("%s runs nothing but its own scripts", async (path) => {
    const page = await get(path, { cookie: path === "/sign-in" ? "" : cookie, accept: "text/html" });
    expect(page.headers["content-type"]).toContain("text/html");
    const policy = String(page.headers["content-security-policy"]);
    const [, nonce = ""] = /script-src 'self' 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'/.exec(policy) ?? [];
    expect(nonce).not.toBe("");
    expect(policy).not.toMatch(/unsafe-eval|\*|http:|https:|script-src[^;]*unsafe-inline/);
    for (const [tag] of page.text.matchAll(/<(script|style)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(page.text).not.toMatch(/\son(click|load|error)=|href="javascript:/i);
    expect(page.headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "x-frame-options": "DENY" });
    expect(page.headers["x-powered-by"]).toBeUndefined();
  });

  it("have another nonce each time, and keep no caller's", async () => {
    const policies = [await get("/sign-in"), await get("/sign-in"), await get("/sign-in", { "x-nonce": "guessed", "content-security-policy": "script-src 'nonce-guessed'" })];
    expect(new Set(policies.map(({ headers }) => headers["content-security-policy"])).size).toBe(3);
    expect(policies.map(({ text }) => text).join()).not.toContain("guessed");
  });

  it("of signed-in people are kept by no cache", async () => {
    expect((await get("/connections", { cookie })).headers["cache-control"]).toMatch(/no-store|private/);
  });

  it("opened under another loopback name move to PUBLIC_URL's, and nowhere else", async () => {
    const host = `localhost:${server.port}`;
    const moved = await get("/connections?status=active", { host });
    expect([moved.status, moved.headers["location"]]).toEqual([307, `${server.url}/connections?status=active`]);
    for (const path of ["//evil.example/", "/\\evil.example", "///evil.example", "/.//evil.example", "/%2f%2fevil.example"]) {
      const { location } = (await get(path, { host })).headers;
      expect(new URL(String(location), "http://elsewhere.invalid").origin, path).toBe(server.url);
    }
  });

  it("with two slashes in their address lead nowhere else", async () => {
    for (const path of ["//evil.example/", "/\\evil.example", "//evil.example/%2e%2e", "/\\/evil.example"]) {
      const { location = "/" } = (await get(path)).headers;
      expect(new URL(String(location), server.url).origin, path).toBe(server.url);
    }
  });
});

describe("a forged Host", () => {
  const forged = ["evil.example", "evil.example:443", "evil.example@127.0.0.1", "127.0.0.1.evil.example"];
  const claims = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-port": "444", forwarded: "host=evil.example;proto=https", "x-host": "evil.example", "x-original-host": "evil.example", "x-rewrite-url": "/evil.example", "x-original-url": "/evil.example" };

  it("is followed by no link, redirect, cookie or callback", async () => {
    heard.length = 0;
    for (const host of forged) {
      const headers = { ...claims, host };
      for (const path of ["/", "/sign-in", "/connections", "/setup", "/no-such-page", "/health", "/api/openapi.json", "/api/oauth2/callback/github?state=x&code=y", "/connect/opening?connector=github", "/api/auth/get-session", "/icon.svg"]) await get(path, { ...headers, cookie });
      const started = await ask(server.port, "POST", "/api/mcps/github/connect/oauth/start", { headers: { ...headers, ...asOurs() }, body: {} });
      const { authorizationUrl } = started.json as { authorizationUrl: string };
      expect(new URL(authorizationUrl).searchParams.get("redirect_uri")).toBe(`${server.url}/api/oauth2/callback/github`);
      const byKey = await callByKey(server, "POST", "/api/mcps/github/connect/oauth/start", { headers, body: {} });
      expect((byKey.json as { authorizationUrl: string }).authorizationUrl).toMatch(new RegExp(`^${server.url}/connect/`));
      const [session = ""] = cookiesOf(await ask(server.port, "POST", "/api/auth/sign-in/email", { headers: { ...headers, origin: server.url }, body: { email: server.env["BOOTSTRAP_OWNER_EMAIL"], password: server.env["BOOTSTRAP_OWNER_PASSWORD"] } }));
      expect(session).not.toMatch(/domain/i);
    }
    expect(heard.length).toBeGreaterThan(40);
    expect(heard.filter((answer) => answer.slice(answer.indexOf("\n")).includes("evil.example"))).toEqual([]);
  });
});

describe("cookies", () => {
  it("of a session are HttpOnly, SameSite=Lax and ours alone", async () => {
    const answer = await ask(server.port, "POST", "/api/auth/sign-in/email", { headers: { origin: server.url }, body: { email: server.env["BOOTSTRAP_OWNER_EMAIL"], password: server.env["BOOTSTRAP_OWNER_PASSWORD"] } });
    const [session = "", ...others] = cookiesOf(answer);
    expect(session).toMatch(/^patchbay\.session_token=/);
    expect(others).toEqual([]);
    expect(session.split("; ").slice(1).sort()).toEqual(["HttpOnly", expect.stringMatching(/^Max-Age=\d+$/), "Path=/", "SameSite=Lax"]);
    expect(answer.text).not.toContain(decodeURIComponent(session.split(";", 1)[0]?.split("=")[1] ?? "?"));
  });

  it("are Secure, and pages are for https alone, when PUBLIC_URL is https", async () => {
    const secure = await startServer({ PUBLIC_URL: "https://patchbay.example.com" });
    const origin = { origin: "https://patchbay.example.com" };
    const answer = await ask(secure.port, "POST", "/api/auth/sign-in/email", { headers: origin, body: { email: secure.env["BOOTSTRAP_OWNER_EMAIL"], password: secure.env["BOOTSTRAP_OWNER_PASSWORD"] } });
    expect(cookiesOf(answer)[0]).toMatch(/^__Secure-patchbay\.session_token=.*; Secure/);
    const page = await ask(secure.port, "GET", "/sign-in");
    expect(page.headers["strict-transport-security"]).toMatch(/max-age=\d{7,}/);
    expect((await ask(secure.port, "GET", "/", { headers: { host: `localhost:${secure.port}` } })).headers["location"] ?? "/").toMatch(/^\//);
    await secure.stop();
  });
});

describe("writes by cookie need our Origin", () => {
  const forgeries: Record<string, string>[] = [{}, { origin: "https://evil.example" }, { origin: "null" }, { origin: "http://127.0.0.1" }, { origin: "http://127.0.0.1:1", referer: "http://127.0.0.1/" }, { "sec-fetch-site": "same-origin" }];

  it.each([
    ["REST", "POST", "/api/mcps/stripe/connect/api-key", { api_key: key }],
    ["REST", "DELETE", "/api/connections/{own}", undefined],
    ["tRPC", "POST", "/api/trpc/workspaces.create", { name: "Forged" }],
    ["tRPC", "POST", "/api/trpc/connections.delete", { connectionId: "{own}" }],
    ["sign-in", "POST", "/api/auth/sign-out", {}],
  ])("%s: %s %s", async (_face, method, path, body) => {
    const before = await listConnections(server);
    for (const headers of forgeries) {
      for (const type of ["application/json", "text/plain"]) {
        const answer = await ask(server.port, method, path.replace("{own}", own), { headers: { cookie, "content-type": type, ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body).replace("{own}", own) }) });
        expect(answer.status, `${type} ${JSON.stringify(headers)} ${answer.text}`).toBeGreaterThanOrEqual(400);
      }
    }
    expect(await listConnections(server)).toBe(before);
    expect((await get("/api/connections", { cookie })).status).toBe(200);
  });

  it("and reads need none, but no other origin may see them", async () => {
    const answer = await get("/api/connections", { cookie, origin: "https://evil.example" });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("signing in from another site is refused", async () => {
    const body = { email: server.env["BOOTSTRAP_OWNER_EMAIL"], password: server.env["BOOTSTRAP_OWNER_PASSWORD"] };
    const answer = await ask(server.port, "POST", "/api/auth/sign-in/email", { headers: { origin: "https://evil.example", cookie: "x=1" }, body });
    expect(answer.status).toBe(403);
    expect(cookiesOf(answer)).toEqual([]);
  });
});

describe("the proxy", () => {
  const call = (method: string, headers: Record<string, string>) => ask(server.port, method, `/api/proxy/${own}/v1/customers`, { headers });
  const refused = (answer: Answer, status: number) => expect([answer.status, answer.headers["x-patchbay-error"] !== undefined]).toEqual([status, true]);

  it("takes a session only where the browser itself says that our own page asks", async () => {
    expect((await call("GET", { cookie, "sec-fetch-site": "same-origin" })).status).toBe(200);
    for (const site of ["cross-site", "same-site", "none", "same-origin, cross-site", ""]) refused(await call("GET", { cookie, ...(site === "" ? {} : { "sec-fetch-site": site }) }), 401);
    refused(await call("POST", { cookie, "sec-fetch-site": "same-origin" }), 403);
    refused(await call("POST", { cookie, "sec-fetch-site": "same-origin", origin: "https://evil.example" }), 403);
    expect((await call("POST", asOurs({ "sec-fetch-site": "same-origin" }))).status).toBe(200);
  });

  it("gives answers that cannot run here, and tells the vendor nothing of the session", async () => {
    const answer = await call("GET", { cookie, "sec-fetch-site": "same-origin", referer: `${server.url}/connections` });
    expect(answer.headers).toMatchObject({ "content-security-policy": "sandbox", "x-content-type-options": "nosniff", "cross-origin-resource-policy": "same-origin", "cache-control": "private" });
    const told = JSON.stringify(vendor.received.at(-1)?.headers);
    for (const ours of [cookie, server.url, "sec-fetch", "x-patchbay"]) expect(told).not.toContain(ours);
  });
});

describe("returnTo", () => {
  const elsewhere = ["//evil.example", "/\\evil.example", "https://evil.example", "https:evil.example", "javascript:alert(1)", "data:text/html,x", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "%2f%2fevil.example", " //evil.example", "evil.example", "/\u0000/evil.example"];

  it.each(elsewhere)("%j leads nowhere from a sign-in at a vendor", async (returnTo) => {
    const byRest = await ask(server.port, "POST", "/api/mcps/github/connect/oauth/start", { headers: asOurs(), body: { returnTo } });
    expect([byRest.status, byRest.json]).toMatchObject([400, { error: { code: "INVALID_REQUEST" } }]);
    expect((await mutate(server, cookie, "oauth.startFlow", { connector: "github", returnTo })).status).toBe(400);
  });

  it.each(elsewhere)("%j leads nowhere from our own sign-in", async (returnTo) => {
    const path = `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
    const signedIn = await get(path, { cookie });
    const target = signedIn.headers["location"] ?? /url=([^"]+)"/.exec(signedIn.text)?.[1] ?? "/";
    expect(new URL(String(target), server.url).origin).toBe(server.url);
    expect((await get(path)).text).not.toMatch(/(href|action)="[^"]*evil\.example/);
  });
});
