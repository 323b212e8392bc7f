import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type LoopbackVendor, startLoopbackVendor } from "../stand-ins/loopback-vendor";
import { type Answer, ask, talk } from "./ask";
import { removeFolders, type ServerProcess, startServer } from "./server-process";
import { callByKey, connect, createOtherWorkspace, endpointsFile, listConnections, signIn } from "./workspace-client";

const key = "sk_test_bad_input";
let vendor: LoopbackVendor;
let server: ServerProcess;
let own: string;
let theirs: string;
/** Begun at once, because they last: callers that never finish what they send. */
let slowHeaders: Promise<string>;
let slowBody: Promise<string>;
let before: string;

beforeAll(async () => {
  vendor = await startLoopbackVendor();
  vendor.accepted.add(key);
  server = await startServer({ CONNECTOR_ENDPOINTS: await endpointsFile(vendor), GITHUB_CLIENT_ID: "app", GITHUB_CLIENT_SECRET: "secret of the app" });
  slowHeaders = talk(server.port, "GET /api/mcps HTTP/1.1\r\nHost: x\r\n", 60_000);
  slowBody = talk(server.port, `POST /api/mcps/stripe/connect/api-key HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.env["BOOTSTRAP_API_KEY"]}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"api_key":"`, 60_000);
  own = await connect(server, "stripe/connect/api-key", { api_key: key });
  const other = await createOtherWorkspace(server, await signIn(server));
  const made = await ask(server.port, "POST", "/api/mcps/stripe/connect/api-key", { headers: { authorization: `Bearer ${other.key}` }, body: { api_key: key } });
  theirs = (made.json as { connection: { id: string } }).connection.id;
});
afterAll(async () => {
  await server.stop("SIGKILL");
  await vendor.stop();
  await removeFolders();
});

// Whatever is thrown at it: nothing is stored, nothing is told, and it lives.
beforeEach(async () => {
  before = await listConnections(server);
});
afterEach(() => expectUnharmed());

async function expectUnharmed(): Promise<void> {
  expect(await listConnections(server)).toBe(before);
  expect((await ask(server.port, "GET", "/health")).json).toMatchObject({ status: "ok" });
  expect(server.logs()).not.toContain(key);
}

function expectError(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.json], answer.text).toEqual([
    status,
    { success: false, error: { code, message: expect.stringMatching(/[.]$/) as unknown, details: expect.any(Object) as unknown, requestId: expect.stringMatching(/^req_/) as unknown } },
  ]);
  expect(answer.text).not.toMatch(/\bat .*\.(m?js|ts):\d|node_modules|ECONN|syntax error|select /);
  expect(answer.text).not.toContain(vendor.origin);
}

describe("bodies", () => {
  const post = (sent: { body?: unknown; headers?: Record<string, string> }) => callByKey(server, "POST", "/api/mcps/stripe/connect/api-key", sent);

  it("of 10 MB are refused with 413, for every door but the proxy", async () => {
    const body = JSON.stringify({ api_key: "k".repeat(10_000_000) });
    for (const path of ["/api/mcps/stripe/connect/api-key", "/api/auth/sign-in/email", "/api/trpc/oauth.startFlow", "/api/nope", "/sign-in"]) {
      expectError(await callByKey(server, "POST", path, { body, headers: { "content-type": "application/json" } }), 413, "INVALID_REQUEST");
    }
  });

  it("of 10 MB go through the proxy", async () => {
    const body = "z".repeat(10_000_000);
    const answer = await callByKey(server, "POST", `/api/proxy/${own}/v1/files`, { body });
    expect(answer.status).toBe(200);
    expect(vendor.received.at(-1)?.body).toHaveLength(body.length);
  });

  it("without a length are refused", async () => {
    expectError(await post({ headers: { "transfer-encoding": "chunked", "content-type": "application/json" }, body: "" }), 400, "INVALID_REQUEST");
    const raw = await talk(server.port, "POST /api/mcps HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    expect(raw).toMatch(/^HTTP\/1.1 400 [\s\S]*"success":false/);
  });

  it.each(["{", "[]", "null", "5", '{"api_key":5e999}', `{"api_key":${"[".repeat(5_000)}`, '{"__proto__":{"api_key":"x"}}', '{"api_key":"\\u0000"}', '{"api_key":{"toString":1}}', '{"name":"\\u0000","api_key":"k"}'])("that make no sense are refused: %.40s", async (body) => {
    expectError(await post({ body, headers: { "content-type": "application/json" } }), 400, "INVALID_REQUEST");
  });

  it.each(["", "text/plain", "application/xml", "multipart/form-data; boundary=x"])("that are not said to be JSON are refused: %s", async (type) => {
    expectError(await post({ body: `{"api_key":"${key}"}`, headers: type === "" ? {} : { "content-type": type } }), 400, "INVALID_REQUEST");
  });

  it("refused by the vendor are 422", async () => {
    expectError(await post({ body: { api_key: "sk_test_wrong_canary" } }), 422, "INVALID_API_KEY");
    expect(server.logs()).not.toContain("sk_test_wrong_canary");
  });
});

describe("callers that never finish", () => {
  it("their headers are let go within seconds", async () => {
    expect(await slowHeaders).toMatch(/^HTTP\/1.1 408 [\s\S]*"success":false/);
  });

  it("their body are told so and let go", async () => {
    expect(await slowBody).toMatch(/^HTTP\/1.1 400 [\s\S]*did not arrive within 30 seconds/);
  });

  it("keep nobody else from being answered, a thousand of them", async () => {
    const { Socket } = await import("node:net");
    const sockets = Array.from({ length: 1_000 }, () => new Socket().on("error", () => undefined).connect(server.port, "127.0.0.1"));
    for (const socket of sockets) socket.write("POST /api/mcps HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
    expect((await ask(server.port, "GET", "/health/ready")).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe("addresses", () => {
  it.each(["/api/mcps/nope", "/api/mcps/..%2f..%2fetc", "/api/mcps/%00", "/api/connections/%ff", "/api/connections/%E0%A4%A", "/api/connections/..%2f..", "/api/nope", "/api/mcps/stripe/%2e%2e/%2e%2e/x"])("that lead nowhere are 404 in the contract's form: %s", async (path) => {
    expectError(await callByKey(server, "GET", path), 404, "NOT_FOUND");
  });

  it.each(["TRACE", "PROPFIND", "LOCK"])("%s is answered in the contract's form", async (method) => {
    expectError(await callByKey(server, method, "/api/mcps"), 400, "INVALID_REQUEST");
  });

  it("and methods that do not go together are 405", async () => {
    expectError(await callByKey(server, "PUT", "/api/mcps"), 405, "INVALID_REQUEST");
    expectError(await callByKey(server, "DELETE", "/health"), 405, "INVALID_REQUEST");
    expect((await callByKey(server, "OPTIONS", "/api/mcps")).headers["allow"]).toBe("GET, HEAD");
  });

  it("as proxies are asked for lead nowhere, upgraded or not", async () => {
    const metadata = "GET http://169.254.169.254/latest/meta-data/ HTTP/1.1\r\nHost: 169.254.169.254\r\n";
    for (const head of [metadata, `${metadata}Connection: Upgrade\r\nUpgrade: websocket\r\n`, "GET /api/mcps HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n", "CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: 169.254.169.254:80\r\n"]) {
      const raw = await talk(server.port, `${head}${head.includes("Upgrade") ? "" : "Connection: close\r\n"}\r\n`, 5_000);
      expect(raw, head).toMatch(/^(HTTP\/1.1 400 [\s\S]*"success":false[\s\S]*|)$/);
    }
  });
});

describe("ids of another workspace", () => {
  it.each([
    ["GET", (id: string) => `/api/connections/${id}`],
    ["PATCH", (id: string) => `/api/connections/${id}/refresh`],
    ["POST", (id: string) => `/api/connections/${id}/test`],
    ["POST", (id: string) => `/api/connections/${id}/rotate`],
    ["DELETE", (id: string) => `/api/connections/${id}`],
    ["GET", (id: string) => `/api/proxy/${id}/v1/customers`],
  ])("%s answers as for an unknown one, byte for byte", async (method, path) => {
    const seen = vendor.received.length;
    const same = async (id: string) => {
      const answer = await callByKey(server, method, path(id), method === "POST" ? { body: { api_key: "k" } } : {});
      expectError(answer, 404, "NOT_FOUND");
      const { date: _date, "x-request-id": _id, ...headers } = answer.headers;
      return JSON.stringify([headers, answer.text.replace(/req_\w+/, "")]);
    };
    expect(await same(theirs)).toBe(await same(`${theirs.slice(0, -4)}0000`));
    expect(vendor.received).toHaveLength(seen);
  });
});

describe("private addresses", () => {
  const spellings = [
    ["127.0.0.1", "localhost", "LOCALHOST", "localhost.", "db.localhost", "127.1", "0x7f.1", "0x7f000001", "0177.0.0.1", "2130706433", "127.0.0.1.", "0", "0.0.0.0"],
    ["::1", "[::1]", "::", "::ffff:127.0.0.1", "[::ffff:10.0.0.1]", "::ffff:7f00:1", "64:ff9b::7f00:1", "fe80::1", "fd00::1", "[fd00:ec2::254]"],
    ["10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "0xa9fea9fe", "224.0.0.1", "255.255.255.255"],
    ["127.0.0.1:5432", "user@127.0.0.1", "127.0.0.1/x", "127.0.0.1#", "http://127.0.0.1", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "127.0.0.1\u0000.example.com", "127.0.0.1%00", "fe80::1%25eth0", " ", "a b"],
  ].flat();

  it.each(["redis", "postgresql"])("are no hosts for %s, in any spelling", async (slug) => {
    for (const host of spellings) {
      const answer = await callByKey(server, "POST", `/api/mcps/${slug}/connect/database`, { body: { host, username: "u", password: "canary-of-the-database", database: "0" } });
      expectError(answer, 400, "INVALID_REQUEST");
      expect(answer.json, host).toMatchObject({ error: { details: { fields: { host: expect.any(String) as unknown } } } });
      expect(answer.text).not.toContain("canary-of-the-database");
    }
    expect(server.logs()).not.toContain("canary-of-the-database");
  });

  it("are no inputs of a connector either", async () => {
    const seen = vendor.received.length;
    for (const shop of ["evil.com/", "evil.com#", "evil.com?", "evil.com\\", "127.1", "[::ffff:10.0.0.1]", "0x7f.1", "localhost.", "a.b", "acme@evil.com", "acme:80", "acme.myshopify.com@evil.com/", "..", "%2e%2e"]) {
      const answer = await callByKey(server, "POST", "/api/mcps/shopify/connect/api-key", { body: { shop, api_key: "shpat_canary" } });
      if (shop.includes(".myshopify.com")) continue;
      expectError(answer, 400, "INVALID_REQUEST");
    }
    for (const path of ["//127.0.0.1/", "/..//127.0.0.1", "/\\127.0.0.1/", "/@127.0.0.1/", "/%2f%2f127.0.0.1"]) await callByKey(server, "GET", `/api/proxy/${own}${path}`);
    expect(vendor.received.slice(seen).every(({ headers }) => headers.host === new URL(vendor.origin).host)).toBe(true);
  });

  it("are no hosts to send a credential to", async () => {
    const seen = vendor.received.length;
    for (const host of ["127.0.0.1", "evil.example", "api.stripe.com.evil.example", "api.stripe.com@evil.example", "evil.example/api.stripe.com", "api.stripe.com:8080", "[::1]", "", "api.stripe.com#.evil.example"]) {
      expectError(await callByKey(server, "GET", `/api/proxy/${own}/v1/x`, { headers: { "x-patchbay-host": host } }), 400, "INVALID_REQUEST");
    }
    expect(vendor.received).toHaveLength(seen);
  });
});
