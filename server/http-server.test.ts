import { type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { clientAddressHeader } from "@/server/workspaces/request-facts";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createHttpServer } from "./http-server";

let runtime: Runtime;
let closeRuntime: () => Promise<void>;
let server: ReturnType<typeof createHttpServer>;
/** What the code behind the server gets to see, and how it answers. */
let seen: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

beforeAll(async () => {
  ({ runtime, close: closeRuntime } = await createTestRuntime({ env: { PUBLIC_URL: "http://127.0.0.1:3000", TRUSTED_PROXIES: "127.0.0.1" }, overrides: { isProduction: true } }));
});
afterAll(() => closeRuntime());
beforeEach(async () => {
  seen = [];
  answer = (_request, response) => void response.end("next");
  server = createHttpServer(runtime, { headersTimeout: 200, connectionsCheckingInterval: 50, bodyWithinMs: 200 });
  server.serve(async (request, response) => {
    seen.push(request);
    await answer(request, response);
  });
  await server.listen(0, "127.0.0.1");
});
afterEach(() => server.close(0));

type Sent = { method?: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; headers: IncomingMessage["headers"]; text: string };

/** Unlike `fetch`, it sends any path and any Host as they are. */
function ask(path: string, { method = "GET", headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port: server.port(), path, method, headers: { host: "127.0.0.1:3000", ...headers } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Writes text to a connection and gives back all that comes until it is closed. */
function talk(text: string, { keepsOpen = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(server.port(), "127.0.0.1", () => (keepsOpen ? socket.write(text) : socket.end(text)));
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
  });
}

function expectRefusal(text: string, status: number): void {
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(text).toMatch(/content-type: application\/json/i);
  expect(JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4))).toEqual({
    success: false,
    error: { code: "INVALID_REQUEST", message: expect.any(String) as unknown, details: {}, requestId: expect.stringMatching(/^req_/) as unknown },
  });
  expect(seen).toHaveLength(0);
}

describe("what goes on to Next", () => {
  it("has the Host of PUBLIC_URL and nothing that a client may not claim", async () => {
    const claims = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7", forwarded: "host=evil.example", "x-patchbay-client-address": "6.6.6.6", "x-patchbay-anything": "1", "x-nonce": "guessed", "content-security-policy": "script-src 'nonce-guessed'" };
    await ask("/", { headers: claims });
    const headers: IncomingMessage["headers"] = seen[0]?.headers ?? {};
    expect(headers.host).toBe("127.0.0.1:3000");
    expect(headers[clientAddressHeader]).toBe("203.0.113.7");
    expect(headers["x-nonce"]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(Object.keys(headers).filter((name) => name.startsWith("x-forwarded") || name === "forwarded" || name === "x-patchbay-anything")).toEqual([]);
    expect(JSON.stringify(headers)).not.toMatch(/evil|guessed|6\.6\.6\.6/);
  });

  it("has a new nonce each time, the same in the page's policy and for Next", async () => {
    const [one, other] = [await ask("/"), await ask("/connections")];
    const policy = String(one.headers["content-security-policy"]);
    expect(policy).toContain(`script-src 'self' 'nonce-${String(seen[0]?.headers["x-nonce"])}' 'strict-dynamic';`);
    expect(policy).not.toContain("unsafe-eval");
    for (const rule of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy).toContain(rule);
    expect(seen[0]?.headers["content-security-policy"]).toBe(policy);
    expect(other.headers["content-security-policy"]).not.toBe(policy);
  });

  it("answers pages with the browser's safeguards, and data without sniffing", async () => {
    expect((await ask("/")).headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin-allow-popups" });
    const { headers } = await ask("/api/mcps");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers).not.toHaveProperty("content-security-policy");
  });
});

describe("a page under another loopback name", () => {
  const move = async (path: string, host = "localhost:3000", method = "GET") => {
    const { status, headers } = await ask(path, { method, headers: { host } });
    return [status, headers.location];
  };

  it("moves to PUBLIC_URL's, with path and query", async () => {
    expect(await move("/connections?status=active")).toEqual([307, "http://127.0.0.1:3000/connections?status=active"]);
    expect(await move("/x", "[::1]:3000")).toEqual([307, "http://127.0.0.1:3000/x"]);
    expect(await move("/x", "localhost:3000", "HEAD")).toEqual([307, "http://127.0.0.1:3000/x"]);
  });

  it.each(["//evil.example/", "///evil.example/", "/\\evil.example/", "//user@evil.example", "/%2f/evil.example", "/.//evil.example", "/@evil.example"])("never leads elsewhere: %s", async (path) => {
    const [status, location] = await move(path);
    expect([status, new URL(String(location)).origin]).toEqual([307, "http://127.0.0.1:3000"]);
  });

  it.each([
    ["another host", "/", "evil.example:3000", "GET"],
    ["a host that looks like one", "/", "localhost.evil.example:3000", "GET"],
    ["another port", "/", "localhost:4000", "GET"],
    ["no Host that can be read", "/", "[:::3000", "GET"],
    ["the API", "/api/mcps", "localhost:3000", "GET"],
    ["a form that is posted", "/", "localhost:3000", "POST"],
  ])("stays for %s", async (_what, path, host, method) => {
    expect(await move(path, host, method)).toEqual([200, undefined]);
  });
});

describe("what is refused before anything reads it", () => {
  it("a body over 1 MB, with an answer that arrives, on a connection that goes on", async () => {
    const body = "x".repeat(10_000_000);
    const { status, text, headers } = await ask("/api/mcps/stripe/connect/api-key", { method: "POST", body, headers: { "content-length": String(body.length) } });
    expect([status, JSON.parse(text)]).toMatchObject([413, { success: false, error: { code: "INVALID_REQUEST", message: expect.stringContaining("1 MB") as unknown, requestId: expect.stringMatching(/^req_/) as unknown } }]);
    expect(headers["x-patchbay-error"]).toBe("INVALID_REQUEST");
    expect(seen).toHaveLength(0);
    expect((await ask("/")).text).toBe("next");
  });

  it("a body without a length", async () => {
    expectRefusal(await talk("POST /api/mcps HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n"), 400);
  });

  it.each(["http://169.254.169.254/latest/meta-data/", "https://evil.example/", "*", "http:/x"])("a target that is no path: %s", async (target) => {
    expectRefusal(await talk(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`), 400);
  });

  it.each(["/api/connections/%ff", "/api/mcps/%E0%A4%A", "/%", "/connectors/%zz?a=1"])("an address that cannot be decoded: %s", async (path) => {
    const { status, text } = await ask(path);
    expect([status, JSON.parse(text)]).toMatchObject([404, { success: false, error: { code: "NOT_FOUND" } }]);
    expect((await ask("/?q=%ff")).text).toBe("next");
  });

  it("methods that nothing here has", async () => {
    for (const method of ["TRACE", "PROPFIND", "PURGE"]) {
      const { status, headers } = await ask("/", { method });
      expect([status, headers.allow]).toEqual([400, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"]);
    }
    expect(seen).toHaveLength(0);
  });

  it.each([
    ["no HTTP", "hello\r\n\r\n", 400],
    ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
    ["a length and chunks", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
    ["a negative length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400],
    ["a header with a NUL", "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n", 400],
    ["headers without end", `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ])("what is not HTTP: %s", async (_what, text, status) => {
    expectRefusal(await talk(text), status);
  });

  it("an expectation that nothing here can meet", async () => {
    expectRefusal(await talk("POST /api/mcps HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"), 400);
  });

  it("no line of a head, however many there are", async () => {
    const flood = Array.from({ length: 1_500 }, (_, index) => `x${index}:1\r\n`).join("");
    await talk(`GET / HTTP/1.1\r\nHost: x\r\n${flood}X-Last: here\r\nConnection: close\r\n\r\n`);
    expect(seen[0]?.headers).toMatchObject({ "x1499": "1", "x-last": "here" });
  });

  it("another protocol over the same connection", async () => {
    for (const target of ["/", "/api/proxy/x/y", "/_next/hmr", "http://169.254.169.254/"]) {
      expectRefusal(await talk(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, { keepsOpen: true }), 400);
    }
  });
});

describe("a caller that takes its time", () => {
  it("is told and let go when its headers do not come", async () => {
    expectRefusal(await talk("GET / HTTP/1.1\r\nHost: x\r\n", { keepsOpen: true }), 408);
    expectRefusal(await talk("", { keepsOpen: true }), 408);
  });

  it("is told and let go when its body does not come", async () => {
    answer = (request) => void request.resume().on("error", () => undefined);
    const text = await talk("POST /api/mcps HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf", { keepsOpen: true });
    expect(text).toMatch(/^HTTP\/1.1 400 [\s\S]*did not arrive/);
  });

  it("is waited for when the answer takes long, once its body is there", async () => {
    answer = async (request, response) => {
      request.resume();
      await delay(500);
      response.end("late");
    };
    expect((await ask("/api/mcps", { method: "POST", body: "{}", headers: { "content-length": "2" } })).text).toBe("late");
  });
});

describe("the proxy", () => {
  it("is answered here and not by Next", async () => {
    const { status, headers, text } = await ask("/api/proxy/con_1/v1/x");
    expect([status, headers["x-patchbay-error"], JSON.parse(text)]).toMatchObject([401, "INVALID_API_KEY", { success: false }]);
    expect(seen).toHaveLength(0);
  });

  it.each(["/api/proxy", "/api/Proxy/x", "/api/%70roxy/x/y", "//api/proxy/x/y"])("is nowhere else: %s", async (path) => {
    expect((await ask(path)).text).toBe("next");
  });
});

it("a defect behind it ends one answer and is logged", async () => {
  const error = vi.spyOn(runtime.log, "error").mockImplementation(() => undefined);
  answer = () => Promise.reject(new Error("broken"));
  await expect(ask("/")).rejects.toThrow("socket hang up");
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
  answer = (_request, response) => void response.end("next");
  expect((await ask("/")).text).toBe("next");
});

describe("closing", () => {
  it("lets an answer under way finish, then does not wait for the connection it came on", async () => {
    answer = async (_request, response) => {
      response.write("first ");
      await delay(300);
      response.end("last");
    };
    const asked = talk("GET / HTTP/1.1\r\nHost: x\r\n\r\n", { keepsOpen: true });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    const startedAt = performance.now();
    await server.close(5_000);
    expect(await asked).toContain("last");
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it("cuts what takes longer", async () => {
    answer = (_request, response) => void response.write("for ever");
    const asked = talk("GET / HTTP/1.1\r\nHost: x\r\n\r\n", { keepsOpen: true });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    await server.close(200);
    expect(await asked).toContain("for ever");
  });
});
