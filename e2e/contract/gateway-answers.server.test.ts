import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetPeak, residentMegabytes } from "../fixtures/process-memory";
import type { Answer } from "./ask";
import { expectGatewayError, expectUnharmed, type GatewayWorld, startGatewayWorld } from "./gateway-world";
import { callByKey } from "./workspace-client";

let world: GatewayWorld;
/** Begun at once, because they last: vendors that never get to the end of a head. */
let slowHead: Promise<Answer>;
let endlessHints: Promise<Answer>;
const begunAt = Date.now();
const slowToAnswerMs = 100_000;

beforeAll(async () => {
  world = await startGatewayWorld();
  const { vendor, call } = world;
  vendor.answerHead(({ url, socket }) => {
    if (url !== "/v1/slow-head" && url !== "/v1/hints") return false;
    socket.write("HTTP/1.1 ");
    const [first, next] = url === "/v1/hints" ? ["103 Early Hints\r\n\r\n", hint] : ["200 OK\r\n", "x"];
    socket.write(first);
    const drip = setInterval(() => socket.write(next), 1_000);
    socket.once("close", () => clearInterval(drip));
    return true;
  });
  slowHead = call("POST", "/v1/slow-head");
  endlessHints = call("POST", "/v1/hints");
});
afterAll(() => world.stop());
afterEach(() => expectUnharmed(world));

const hint = "HTTP/1.1 103 Early Hints\r\nlink: </a.css>; rel=preload\r\n\r\n";
const ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

/** What a caller gets when the vendor writes just these bytes and hangs up, or resets. A POST, which is made once. */
function callGiven(bytes: string, { method = "POST", resets = false } = {}): Promise<Answer> {
  world.vendor.answer((_request, _response, socket) => {
    if (!resets) return socket.end(bytes, "latin1");
    return socket.write(bytes, "latin1", () => setTimeout(() => socket.resetAndDestroy(), 50));
  });
  return world.call(method, "/v1/x");
}

describe("a vendor that hangs up", () => {
  it.each([true, false])("before its head is told as such (reset: %s)", async (resets) => {
    for (const bytes of ["", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\ncontent-le"]) {
      expectGatewayError(await callGiven(bytes, { resets }), 503, "SERVICE_UNAVAILABLE");
      await expectUnharmed(world);
    }
  });

  it.each([true, false])("in the middle of its body cuts the answer, which never looks whole (reset: %s)", async (resets) => {
    for (const body of ["content-length: 100\r\n\r\nhalf", "transfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n", "transfer-encoding: chunked\r\n\r\nff\r\nhalf"]) {
      await expect(callGiven(`HTTP/1.1 200 OK\r\n${body}`, { resets }), body).rejects.toThrow("aborted");
      await expectUnharmed(world);
    }
  });

  it("after a body without a length has said all", async () => {
    expect(await callGiven("HTTP/1.1 200 OK\r\n\r\nall of it")).toMatchObject({ status: 200, text: "all of it" });
    expect(await callGiven("HTTP/1.0 200 OK\r\n\r\nall of it")).toMatchObject({ status: 200, text: "all of it" });
  });
});

describe("an answer that cannot be read", () => {
  it.each([
    ["is of another protocol", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["is TLS", "\x15\x03\x01\x00\x02\x02\x46"],
    ["is nothing at all like HTTP", "\x00\xff\xfe<html>"],
    ["has two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 5\r\n\r\nhello"],
    ["has a length and chunks", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["has a negative length", "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\nhello"],
    ["has a length that is no number", "HTTP/1.1 200 OK\r\ncontent-length: 0x5\r\n\r\nhello"],
    ["has a length past all numbers", "HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999999\r\n\r\nhello"],
    ["has a header with a space in its name", "HTTP/1.1 200 OK\r\nx a: 1\r\ncontent-length: 0\r\n\r\n"],
    ["has a header with a NUL", "HTTP/1.1 200 OK\r\nx-a: 1\x002\r\ncontent-length: 0\r\n\r\n"],
    ["has a header of 100 KB", `HTTP/1.1 200 OK\r\nx-a: ${"a".repeat(100_000)}\r\ncontent-length: 0\r\n\r\n`],
    ["has 10,000 headers", `HTTP/1.1 200 OK\r\n${Array.from({ length: 10_000 }, (_, index) => `x-${index}: 1\r\n`).join("")}content-length: 0\r\n\r\n`],
    ["has a status of two digits", "HTTP/1.1 20 OK\r\ncontent-length: 0\r\n\r\n"],
    ["has a status of four digits", "HTTP/1.1 2000 OK\r\ncontent-length: 0\r\n\r\n"],
    ["has a status in letters", "HTTP/1.1 OK OK\r\ncontent-length: 0\r\n\r\n"],
    ["has no status", "HTTP/1.1\r\ncontent-length: 0\r\n\r\n"],
    ["has status 000", "HTTP/1.1 000 None\r\ncontent-length: 0\r\n\r\n"],
    ["has status 099", "HTTP/1.1 099 None\r\ncontent-length: 0\r\n\r\n"],
    ["switches protocols unasked", "HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"],
    ["is of a version to come", "HTTP/7.0 200 OK\r\ncontent-length: 0\r\n\r\n"],
  ])("because it %s is told in the contract's form", async (_what, bytes) => {
    const answer = await callGiven(bytes);
    const code = String(answer.headers["x-patchbay-error"]);
    expect(code).toMatch(/^(\w+_API_ERROR|SERVICE_UNAVAILABLE)$/);
    expectGatewayError(answer, code === "SERVICE_UNAVAILABLE" ? 503 : 502, code);
  });

  it.each(["zz\r\nhello\r\n0\r\n\r\n", "ffffffffffffffffff\r\nhello", "-5\r\nhello\r\n0\r\n\r\n", "5\r\nhelloXX0\r\n\r\n"])("because of its chunks is cut: %j", async (chunks) => {
    await expect(callGiven(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${chunks}`)).rejects.toThrow(/aborted|hang up/);
  });
});

describe("an odd answer that can be read", () => {
  it.each([
    ["999", "HTTP/1.1 999 Request denied\r\ncontent-length: 2\r\n\r\nno", 999, "no"],
    ["600", "HTTP/1.1 600\r\ncontent-length: 2\r\n\r\nno", 600, "no"],
    ["204 with a length", "HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n", 204, ""],
    ["304", "HTTP/1.1 304 Not Modified\r\netag: x\r\n\r\n", 304, ""],
    ["200 after 103", `${hint}${ok}`, 200, "ok"],
    ["200 after 102", `HTTP/1.1 102 Processing\r\n\r\n${ok}`, 200, "ok"],
    ["200 with chunk extensions", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0\r\nx-trailer: 1\r\n\r\n", 200, "ok"],
  ])("%s goes on as it is", async (_what, bytes, status, text) => {
    expect(await callGiven(bytes)).toMatchObject({ status, text });
  });

  it("with 10,000 early hints is found behind them, in flat memory", async () => {
    await callGiven(ok);
    const before = await residentMegabytes(world.server.pid);
    for (let round = 0; round < 5; round += 1) expect(await callGiven(hint.repeat(10_000) + ok)).toMatchObject({ status: 200, text: "ok" });
    expect(await residentMegabytes(world.server.pid)).toBeLessThan(before + 60);
  });

  it("keeps header values as their bytes, whatever their alphabet", async () => {
    const name = 'attachment; filename="été 日本.pdf"';
    const bytes = (value: string) => Buffer.from(value).toString("latin1");
    for (const header of ["content-disposition", "x-name"]) {
      const answer = await callGiven(`HTTP/1.1 200 OK\r\n${header}: ${bytes(name)}\r\ncontent-length: 2\r\n\r\nok`);
      expect([answer.status, answer.headers[header]]).toEqual([200, bytes(name)]);
    }
  });

  it("says nothing in Patchbay's name, and nothing that ends at the next hop", async () => {
    const answer = await callGiven("HTTP/1.1 200 OK\r\nx-patchbay-error: CONFLICT\r\nconnection: close, x-hop\r\nx-hop: 1\r\nkeep-alive: timeout=9\r\nproxy-authenticate: Basic\r\ntrailer: x-t\r\nx-twice: 1\r\nx-twice: 2\r\ncontent-length: 2\r\n\r\nok");
    expect(answer).toMatchObject({ status: 200, text: "ok", headers: { "x-twice": "1, 2" } });
    for (const name of ["x-patchbay-error", "x-hop", "proxy-authenticate", "trailer"]) expect(answer.headers).not.toHaveProperty(name);
    expect(answer.headers["keep-alive"]).not.toBe("timeout=9");
  });

  it("that is longer than it says gives nobody else what is left over", async () => {
    for (let round = 0; round < 10; round += 1) {
      world.vendor.answer((_request, _response, socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nevil!"));
      expect(await world.call("GET", "/v1/x")).toMatchObject({ status: 200, text: "ok" });
      world.vendor.reset();
      expect(await world.call("GET", "/v1/next")).toMatchObject({ status: 200, json: { ok: true } });
    }
  });

  it.each(["http://127.0.0.1:{elsewhere}/", "//127.0.0.1:{elsewhere}/", "http://169.254.169.254/latest/meta-data/", "https://evil.example/", "/v1/loop"])("that points to %s is handed on and never followed", async (location) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const to = location.replace("{elsewhere}", String(world.elsewhere.port));
      world.vendor.reset();
      const answer = await callGiven(`HTTP/1.1 ${status} Moved\r\nlocation: ${to}\r\ncontent-length: 0\r\n\r\n`, { method: status === 307 ? "POST" : "GET" });
      expect([answer.status, answer.headers["location"]]).toEqual([status, to]);
      expect(world.vendor.requests).toHaveLength(1);
    }
  });

  it("to HEAD has the length of what it does not hold", async () => {
    const answer = await callGiven("HTTP/1.1 200 OK\r\ncontent-length: 123456\r\n\r\n", { method: "HEAD" });
    expect(answer).toMatchObject({ status: 200, text: "", headers: { "content-length": "123456" } });
  });
});

describe("a gzip bomb", () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));

  it("goes through as its bytes", async () => {
    world.vendor.answer((_request, response) => response.writeHead(200, { "content-encoding": "gzip", "content-length": bomb.length }).end(bomb));
    await forgetPeak(world.server.pid);
    const before = await residentMegabytes(world.server.pid);
    const answer = await world.call("GET", "/v1/bomb", { headers: { "accept-encoding": "gzip" } });
    expect([answer.status, answer.headers["content-encoding"], answer.headers["content-length"]]).toEqual([200, "gzip", String(bomb.length)]);
    expect(await residentMegabytes(world.server.pid, "VmHWM")).toBeLessThan(before + 60);
  });

  it("is capped wherever Patchbay reads an answer itself", async () => {
    world.vendor.answerHead((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);
      return true;
    });
    await forgetPeak(world.server.pid);
    const before = await residentMegabytes(world.server.pid);
    const answer = await callByKey(world.server, "POST", "/api/mcps/stripe/connect/api-key", { body: { api_key: world.canary } });
    expect(answer).toMatchObject({ json: { success: false } });
    expect([502, 503], answer.text).toContain(answer.status);
    expect(await residentMegabytes(world.server.pid, "VmHWM")).toBeLessThan(before + 150);
  });
});

describe("a vendor that drips", () => {
  it("gives its bytes as they come", async () => {
    world.vendor.answer((_request, response) => {
      response.writeHead(200, { "content-type": "text/plain" });
      let left = 4;
      const drip = setInterval(() => (left-- > 0 ? response.write("x") : (clearInterval(drip), response.end())), 500);
    });
    const startedAt = Date.now();
    const answer = await fetch(`${world.server.url}/api/proxy/${world.connectionId}/v1/drip`, { headers: { authorization: `Bearer ${world.server.env["BOOTSTRAP_API_KEY"]}` } });
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("x");
    expect(Date.now() - startedAt).toBeLessThan(1_500);
    while (!(await reader?.read())?.done);
  });

  it("at its head is given up with TIMEOUT", async () => {
    expectGatewayError(await slowHead, 504, "TIMEOUT");
    expect(Date.now() - begunAt).toBeLessThan(slowToAnswerMs);
  });

  it("hints for ever is given up too", async () => {
    expectGatewayError(await endlessHints, 504, "TIMEOUT");
    expect(Date.now() - begunAt).toBeLessThan(slowToAnswerMs);
  });

  it("at its body has its head handed on at once", async () => {
    world.vendor.answer((_request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      setTimeout(() => response.end("data: 1\n\n"), 2_000);
    });
    const startedAt = Date.now();
    const answer = await fetch(`${world.server.url}/api/proxy/${world.connectionId}/v1/events`, { headers: { authorization: `Bearer ${world.server.env["BOOTSTRAP_API_KEY"]}` } });
    expect([answer.status, Date.now() - startedAt < 1_000]).toEqual([200, true]);
    expect(await answer.text()).toBe("data: 1\n\n");
  });
});
