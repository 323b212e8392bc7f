import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTestCookie } from "@/server/identity/testing";
import { askOwnAddress } from "@/server/oauth/ask-own-address";
import { echoCookie, newEchoPath } from "@/server/oauth/callback-echo";
import { judgeClock } from "@/server/oauth/compare-vendor-clock";
import { describePublicUrl } from "@/server/oauth/describe-public-url";
import type { Finding } from "@/server/oauth/finding";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { openTestBrowser, type TestBrowser } from "@/server/trpc/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { findFreePort } from "./demo/find-free-port";
import { createHttpServer } from "./http-server";
import { parseEnv } from "./lib/env";

let runtime: Runtime;
let close: () => Promise<void>;
let server: ReturnType<typeof createHttpServer>;
let ctx: WorkspaceContext & { actor: { kind: "user" } };
let browser: TestBrowser;
/** What stands at PUBLIC_URL, when that is not the server itself. */
let front: Server | undefined;
let frontPort: number;
let serverPort: number;

beforeAll(async () => {
  frontPort = await findFreePort();
  // EGRESS_ALLOW stays empty: its own address is asked all the same, and nothing else.
  ({ runtime, close } = await createTestRuntime({ env: { PUBLIC_URL: `http://127.0.0.1:${frontPort}`, EGRESS_ALLOW: "", GITHUB_CLIENT_ID: "x", GITHUB_CLIENT_SECRET: "y" }, overrides: { connectorEndpoints: { github: { tokenUrl: "http://127.0.0.1:1/token" } } } }));
  server = createHttpServer(runtime);
  server.serve(async (_request, response) => void response.writeHead(404).end("next"));
  await server.listen(0, "127.0.0.1");
  serverPort = server.port();
  ctx = await createTestContext(runtime);
  browser = openTestBrowser(runtime, { cookie: await createTestCookie(runtime, ctx.actor.id) });
});
afterAll(async () => {
  await server.close(0);
  await close();
});
afterEach(async () => {
  front?.closeAllConnections();
  await new Promise((resolve) => (front ? front.close(resolve) : resolve(undefined)));
  front = undefined;
});

type Change = { request?: (headers: IncomingMessage["headers"]) => void; path?: (asked: string) => string; setCookie?: (line: string) => string | null };

/** A reverse proxy that changes what it passes on. */
function passOn(change: Change = {}): Promise<void> {
  return stand((request, response) => {
    const headers = { ...request.headers };
    change.request?.(headers);
    const asked = request.url ?? "/";
    const onward = httpRequest({ host: "127.0.0.1", port: serverPort, path: change.path?.(asked) ?? asked, method: request.method, headers }, (answer) => {
      const cookies = (answer.headers["set-cookie"] ?? []).map((line) => (change.setCookie ? change.setCookie(line) : line)).filter((line) => line !== null);
      response.writeHead(answer.statusCode ?? 500, { ...answer.headers, "set-cookie": cookies });
      answer.pipe(response);
    });
    request.pipe(onward);
  });
}

function stand(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<void> {
  const standing = createServer(listener);
  front = standing;
  return new Promise((resolve) => standing.listen(frontPort, "127.0.0.1", resolve));
}

async function diagnose(input: { connector?: string } = {}): Promise<Map<string, Finding>> {
  const { findings } = await browser.trpc.oauth.diagnoseCallback.query(input);
  return new Map(findings.map((finding) => [finding.id, finding]));
}

const levels = (findings: Map<string, Finding>, ...ids: string[]) => ids.map((id) => findings.get(id)?.level);

describe("the server's half", () => {
  it("is content when its own address leads here, although egress would not go there", async () => {
    expect(() => runtime.egress.checkUrl(runtime.env.publicUrl)).toThrow();
    await passOn();
    const found = await diagnose({ connector: "github" });
    expect(levels(found, "public-url", "https", "reaches", "proxy-passes", "set-cookie")).toEqual(["ok", "warning", "ok", "ok", "ok"]);
    expect(found.get("redirect-uri")?.copy?.value).toBe(`${runtime.env.publicUrl}/api/oauth2/callback/github`);
  });

  it("notices nobody there", async () => {
    const found = await diagnose();
    expect(found.get("reaches")).toMatchObject({ level: "warning", text: expect.stringContaining("refused the connection") as unknown });
  });

  it("notices another server, also one that repeats what it is asked", async () => {
    await stand((request, response) => response.end(JSON.stringify({ proof: request.url })));
    expect((await diagnose()).get("reaches")).toMatchObject({ level: "problem", text: expect.stringContaining("Another server answers") as unknown });
  });

  it.each([
    [502, /does not get through/],
    [401, /refuses requests/],
    [404, /Another server answers/],
  ])("notices HTTP %d", async (status, words) => {
    await stand((_request, response) => response.writeHead(status).end("<html></html>"));
    expect((await diagnose()).get("reaches")).toMatchObject({ level: "problem", text: expect.stringMatching(words) as unknown });
  });

  it("notices where it is sent on to, and goes nowhere", async () => {
    let visits = 0;
    const elsewhere = createServer((_request, response) => {
      visits += 1;
      response.end("{}");
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const address = elsewhere.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await stand((_request, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/login` }).end());
    expect((await diagnose()).get("reaches")).toMatchObject({ level: "problem", text: expect.stringContaining(`127.0.0.1:${port}`) as unknown });
    expect(visits).toBe(0);
    elsewhere.close();
  });

  it("names https when that is where it is sent on to", async () => {
    await stand((_request, response) => response.writeHead(308, { location: "https://127.0.0.1/x" }).end());
    expect((await diagnose()).get("reaches")).toMatchObject({ level: "problem", copy: { value: "PUBLIC_URL=https://127.0.0.1" } });
  });

  it.each<[string, Change, string, Finding["level"], RegExp]>([
    ["query", { path: (asked) => asked.split("?")[0] ?? "" }, "proxy-passes", "problem", /takes the query off/],
    ["cookies", { request: (headers) => delete headers.cookie }, "proxy-passes", "problem", /takes cookies off/],
    ["set-cookie", { setCookie: () => null }, "set-cookie", "problem", /takes cookies off its answers/],
    ["a strict cookie", { setCookie: (line) => line.replace("Lax", "Strict") }, "set-cookie", "problem", /SameSite=Strict/],
    ["a secure cookie over http", { setCookie: (line) => `${line}; Secure` }, "set-cookie", "problem", /marked Secure/],
  ])("notices a proxy that changes: %s", async (_name, change, id, level, words) => {
    await passOn(change);
    expect((await diagnose()).get(id)).toMatchObject({ level, text: expect.stringMatching(words) as unknown });
  });

  it("notices trouble with TLS", async () => {
    await passOn();
    const secure = { ...runtime, env: { ...runtime.env, publicUrl: `https://127.0.0.1:${frontPort}` } };
    expect(await askOwnAddress(secure), "plain http behind an https address").toEqual([expect.objectContaining({ id: "reaches", level: "warning", text: expect.stringContaining("does not speak TLS as expected") as unknown })]);
    const folder = await mkdtemp(path.join(tmpdir(), "patchbay-doctor-"));
    const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert], { stdio: "ignore" });
    const selfSigned = createTlsServer({ key: await readFile(key), cert: await readFile(cert) }, (_request, response) => response.end());
    const port = await findFreePort();
    await new Promise<void>((resolve) => selfSigned.listen(port, "127.0.0.1", resolve));
    expect(await askOwnAddress({ ...runtime, env: { ...runtime.env, publicUrl: `https://127.0.0.1:${port}` } })).toEqual([expect.objectContaining({ level: "warning", text: expect.stringContaining("has a certificate that cannot be trusted") as unknown })]);
    selfSigned.closeAllConnections();
    await new Promise((resolve) => selfSigned.close(resolve));
    await rm(folder, { recursive: true });
  });

  it("knows no connector without OAuth", async () => {
    await expect(diagnose({ connector: "postgresql" })).rejects.toMatchObject({ data: { httpStatus: 400 } });
    await expect(diagnose({ connector: "no-such" })).rejects.toMatchObject({ data: { httpStatus: 404 } });
  });
});

describe("PUBLIC_URL as it is written", () => {
  const production = { NODE_ENV: "production", CREDENTIAL_VAULT_SECRET: "x".repeat(32), CREDENTIAL_VAULT_SALT: "y".repeat(16) };
  it.each<[Record<string, string>, Finding["level"], Finding["level"]]>([
    [{ ...production, PUBLIC_URL: "https://patchbay.example.com" }, "ok", "ok"],
    [{ ...production, API_BASE_URL: "https://patchbay.example.com" }, "ok", "ok"],
    [{ ...production, PUBLIC_URL: "http://patchbay.example.com" }, "ok", "problem"],
    [{ ...production }, "problem", "warning"],
    [{}, "warning", "warning"],
    [{ PUBLIC_URL: "http://localhost:3000" }, "ok", "warning"],
    [{ PUBLIC_URL: "http://127.0.0.1.example.com" }, "ok", "problem"],
  ])("%j", (env, setting, scheme) => {
    expect(describePublicUrl(parseEnv(env)).map(({ level }) => level)).toEqual([setting, scheme]);
  });
});

describe("the clock", () => {
  it.each([
    [0, "ok"],
    [59_000, "ok"],
    [-59_000, "ok"],
    [120_000, "warning"],
    [-3_600_000, "problem"],
  ])("%d ms off", (aheadMs, level) => expect(judgeClock("GitHub", aheadMs).level).toBe(level));

  it("says which of the two is behind", () => {
    expect(judgeClock("GitHub", 120_000).text).toContain("2 minutes behind GitHub's");
    expect(judgeClock("GitHub", -60_500).text).toContain("a minute ahead of GitHub's");
  });
});

describe("an echo address", () => {
  const ask = (asked: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${serverPort}${asked}`, { headers });

  it("answers what arrived, and no more than that", async () => {
    const answer = await ask(`${newEchoPath(runtime)}?state=mark`, { cookie: `patchbay.session_token=not-told; ${echoCookie}=told`, "x-forwarded-proto": "https, http", "x-forwarded-host": "people.example", "x-forwarded-for": "203.0.113.9", authorization: "Bearer not-told" });
    const told: unknown = await answer.json();
    expect(told).toMatchObject({ forwardedProto: "https", forwardedHost: "people.example", hasForwardedFor: true, isTrustedProxy: false, peer: "127.0.0.1", mark: "mark", cookie: "told", host: `127.0.0.1:${serverPort}` });
    expect(JSON.stringify(told)).not.toContain("not-told");
    expect([answer.headers.get("cache-control"), answer.headers.get("x-content-type-options"), answer.headers.get("set-cookie")]).toEqual(["no-store", "nosniff", expect.stringMatching(/^patchbay-echo=.{16}; Path=\/api\/oauth2\/echo\/; Max-Age=120; HttpOnly; SameSite=Lax$/)]);
  });

  it("is one that was given out here, and lately", async () => {
    const fresh = newEchoPath(runtime);
    const old = newEchoPath(runtime, Date.now() - 130_000);
    const [expiry = "", nonce = "", mac = ""] = fresh.slice("/api/oauth2/echo/".length).split(".");
    const later = `${(Date.now() + 999_999).toString(36)}.${nonce}.${mac}`;
    for (const wrong of [old, `/api/oauth2/echo/${later}`, `/api/oauth2/echo/${expiry}.${nonce}`, `/api/oauth2/echo/${expiry}.${nonce}.`, `/api/oauth2/echo/${expiry}.${nonce}.${"x".repeat(43)}`, `${fresh}x`, "/api/oauth2/echo/", "/api/oauth2/echo/%C3%A4"]) expect((await ask(wrong)).status, wrong).toBe(404);
    expect((await ask(fresh)).status).toBe(200);
  });
});
