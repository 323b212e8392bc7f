import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RawRequest } from "../stand-ins/raw-vendor";
import { expectUnharmed, type GatewayWorld, startGatewayWorld } from "./gateway-world";

let world: GatewayWorld;

beforeAll(async () => {
  world = await startGatewayWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.vendor.reset());
afterEach(() => expectUnharmed(world));

const close = "Connection: close\r\n";
const hello = "5\r\nhello\r\n0\r\n\r\n";

/** Sends a head's rest and a body, and answers with every status that came back and what the vendor saw. */
async function send(rest: string, method = "POST"): Promise<{ statuses: number[]; text: string; seen: RawRequest[] }> {
  const text = await world.write(`${method} {proxy}/v1/x`, rest, 5_000);
  return { text, statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)), seen: world.vendor.requests };
}

const valuesOf = (request: RawRequest | undefined, name: string) => (request?.rawHeaders ?? []).filter((_value, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === name);

describe("a request that two servers would read as two", () => {
  const second = () => `GET /api/proxy/${world.connectionId}/v1/smuggled HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${world.server.env["BOOTSTRAP_API_KEY"]}\r\n\r\n`;

  it.each([
    ["CL.TE", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["TE.CL", "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n"],
    ["two lengths", "Content-Length: 0\r\nContent-Length: 6\r\n\r\n"],
    ["twice the same length", "Content-Length: 0\r\nContent-Length: 0\r\n\r\n"],
    ["a list of lengths", "Content-Length: 0, 0\r\n\r\n"],
    ["a signed length", "Content-Length: +0\r\n\r\n"],
    ["a hexadecimal length", "Content-Length: 0x0\r\n\r\n"],
    ["a negative length", "Content-Length: -1\r\n\r\n"],
    ["a space before a colon", "Content-Length : 0\r\n\r\n"],
    ["an unknown coding", `Transfer-Encoding: xchunked\r\n\r\n${hello}`],
    ["chunked not at the end", `Transfer-Encoding: chunked, identity\r\n\r\n${hello}`],
    ["two codings in two lines", `Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${hello}`],
    ["a coding behind a vertical tab", `Transfer-Encoding: \x0bchunked\r\n\r\n${hello}`],
    ["a coding on a folded line", `Transfer-Encoding:\r\n chunked\r\n\r\n${hello}`],
    ["a folded header", "X-A: b\r\n c\r\n\r\n"],
    ["a bare LF in its head", "X-A: b\nX-B: c\r\n\r\n"],
    ["a bare CR in its head", "X-A: b\rX-B: c\r\n\r\n"],
    ["a NUL in its head", "X-A: b\x00c\r\n\r\n"],
    ["a chunk with a bare LF", "Transfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n"],
    ["a chunk extension with a bare LF", `Transfer-Encoding: chunked\r\n\r\n5;a\nb\r\nhello\r\n0\r\n\r\n`],
    ["a chunk past all numbers", "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nhello\r\n0\r\n\r\n"],
    ["a chunk longer than it says", "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n"],
    ["a chunk extension of 200 KB", `Transfer-Encoding: chunked\r\n\r\n5;${"a".repeat(200_000)}\r\nhello\r\n0\r\n\r\n`],
  ])("is refused once, and nothing behind it is read: %s", async (_what, rest) => {
    const { statuses, seen } = await send(`${rest}${second()}`);
    expect([statuses, seen, world.vendor.malformed]).toEqual([[400], [], []]);
  });

  it("with a coding that would reach the vendor undone is refused in the contract's form", async () => {
    const { statuses, text, seen } = await send(`Transfer-Encoding: gzip, chunked\r\n${close}\r\n${hello}`);
    expect([statuses, seen]).toEqual([[400], []]);
    expect(text).toMatch(/x-patchbay-error: INVALID_REQUEST/);
  });

  it("goes on as one when its chunks merely have extensions", async () => {
    const { statuses, seen } = await send(`Transfer-Encoding:\tchunked\r\n${close}\r\n5;a=b\r\nhello\r\n0;c\r\n\r\n`);
    expect([statuses, seen.map(({ body }) => body)]).toEqual([[200], ["hello"]]);
  });

  it("is two when it is two: pipelined calls are answered in turn", async () => {
    const { statuses, seen } = await send(`Content-Length: 5\r\n\r\nhello${second().replace("\r\n\r\n", `\r\n${close}\r\n`)}`);
    expect([statuses, seen.map(({ url }) => url).sort()]).toEqual([[200, 200], ["/v1/smuggled", "/v1/x"]]);
  });
});

describe("headers", () => {
  it("that are repeated are joined, and the credential is never one of several", async () => {
    const { seen } = await send(`X-A: 1\r\nX-A: 2\r\nAccept: a\r\nAccept: b\r\nAuthorization: Bearer another\r\nHost: evil.example\r\n${close}\r\n`);
    const [request] = seen;
    expect([valuesOf(request, "x-a"), valuesOf(request, "accept")]).toEqual([["1, 2"], ["a, b"]]);
    expect([valuesOf(request, "authorization"), valuesOf(request, "host")]).toEqual([[`Bearer ${world.canary}`], [world.vendor.host]]);
  });

  it("that end at this hop end here, also those that Connection names", async () => {
    const { seen } = await send(`Connection: close, X-Hop, Authorization, Stripe-Version\r\nX-Hop: 1\r\nKeep-Alive: timeout=1\r\nTE: trailers\r\nTrailer: X-T\r\nProxy-Authorization: Basic eA==\r\nProxy-Connection: x\r\nVia: 1.1 x\r\nForwarded: for=1.2.3.4\r\nX-Forwarded-For: 1.2.3.4\r\nX-Real-IP: 1.2.3.4\r\nCookie: a=b\r\nOrigin: https://evil.example\r\nReferer: https://evil.example/\r\nX-Patchbay-Anything: 1\r\n\r\n`, "GET");
    const names = (seen[0]?.rawHeaders ?? []).filter((_value, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names.sort()).toEqual(["authorization", "connection", "host", "stripe-version"]);
    expect([valuesOf(seen[0], "authorization"), valuesOf(seen[0], "connection")]).toEqual([[`Bearer ${world.canary}`], ["keep-alive"]]);
  });

  it("in a flood all arrive, or are refused: none is dropped in silence", async () => {
    const flood = (count: number) => Array.from({ length: count }, (_, index) => `x${index}:1\r\n`).join("");
    const { statuses, seen } = await send(`${flood(1_500)}X-Last: here\r\n${close}\r\n`);
    expect([statuses, valuesOf(seen[0], "x-last"), valuesOf(seen[0], "x1499")]).toEqual([[200], ["here"], ["1"]]);
    expect((await send(`${flood(5_000)}\r\n`)).statuses).toEqual([431]);
  });

  it("after a flood still say how long the body is", async () => {
    const flood = Array.from({ length: 1_500 }, (_, index) => `x${index}:1\r\n`).join("");
    const { seen } = await send(`${flood}Content-Length: 5\r\n${close}\r\nhello`);
    expect(seen.map(({ body }) => body)).toEqual(["hello"]);
  });

  it("keep their bytes, whatever their alphabet", async () => {
    const value = Buffer.from("été 日本").toString("latin1");
    const { seen } = await send(`X-Name: ${value}\r\n${close}\r\n`);
    expect(valuesOf(seen[0], "x-name")).toEqual([value]);
  });

  it("that ask for a host twice are refused", async () => {
    const { statuses, seen } = await send(`x-patchbay-host: api.stripe.com\r\nx-patchbay-host: evil.example\r\n${close}\r\n`);
    expect([statuses, seen]).toEqual([[400], []]);
  });
});

describe("methods and bodies", () => {
  it.each(["DELETE", "OPTIONS", "PATCH", "PUT", "QUERY", "GET", "HEAD"])("%s takes its body along", async (method) => {
    const { statuses, seen } = await send(`Content-Length: 5\r\n${close}\r\nhello`, method);
    expect([statuses, seen.map((request) => [request.method, request.body])]).toEqual([[200], [[method, "hello"]]]);
  });

  it.each(["GET", "HEAD", "DELETE", "OPTIONS", "POST"])("%s without a body has none", async (method) => {
    const { statuses, seen } = await send(`${close}\r\n`, method);
    expect([statuses, seen.map((request) => [request.method, request.body, request.headers["transfer-encoding"]])]).toEqual([[200], [[method, "", undefined]]]);
  });

  it.each(["TRACE", "TRACK", "CONNECT"])("%s is not sent", async (method) => {
    const { statuses, seen } = await send(`${close}\r\n`, method);
    // A CONNECT that nobody listens for is closed by node:http without a word.
    expect([method === "CONNECT" ? [] : [400], seen]).toEqual([statuses, []]);
  });

  it("are asked for with 100-continue, once", async () => {
    const { statuses, seen } = await send(`Expect: 100-continue\r\nContent-Length: 5\r\n${close}\r\nhello`);
    expect([statuses, seen.map(({ body, headers }) => [body, headers.expect])]).toEqual([[100, 200], [["hello", undefined]]]);
  });

  it("that expect anything else are refused in the contract's form", async () => {
    const { statuses, text, seen } = await send(`Expect: 200-ok\r\nContent-Length: 5\r\n${close}\r\nhello`);
    expect([statuses, seen]).toEqual([[400], []]);
    expect(text).toContain('"success":false');
  });

  it("leave their trailers here: nothing in them counts as a header", async () => {
    const { statuses, seen } = await send(`Transfer-Encoding: chunked\r\nTrailer: X-T, Authorization\r\n${close}\r\n5\r\nhello\r\n0\r\nX-T: 1\r\nAuthorization: Bearer another\r\n\r\n`);
    expect([statuses, seen.map(({ body, trailers }) => [body, trailers])]).toEqual([[200], [["hello", {}]]]);
    expect(valuesOf(seen[0], "authorization")).toEqual([`Bearer ${world.canary}`]);
  });

  it.each(["websocket", "h2c", "TLS/1.0"])("are not upgraded to %s", async (protocol) => {
    const { statuses, seen } = await send(`Connection: Upgrade\r\nUpgrade: ${protocol}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`, "GET");
    expect([statuses, seen]).toEqual([[400], []]);
  });

  it("cut short are told so, and the vendor never takes them for whole", async () => {
    const cut = await world.write("POST {proxy}/v1/x", "Content-Length: 100\r\n\r\nhalf", 1_000);
    expect([cut, world.vendor.requests]).toEqual(["", []]);
    await world.write("POST {proxy}/v1/x", "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", 1_000);
    expect(world.vendor.requests).toEqual([]);
  });

  it("with an empty line behind them, as old clients send it, are answered", async () => {
    const { statuses, seen } = await send(`Content-Length: 5\r\n${close}\r\nhello\r\n`);
    expect([statuses, seen.map(({ body }) => body)]).toEqual([[200], ["hello"]]);
  });
});
