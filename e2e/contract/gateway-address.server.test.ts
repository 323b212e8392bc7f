import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectUnharmed, type GatewayWorld, startGatewayWorld } from "./gateway-world";

let world: GatewayWorld;
let elsewhere: string;

beforeAll(async () => {
  world = await startGatewayWorld();
  elsewhere = `127.0.0.1:${world.elsewhere.port}`;
});
afterAll(() => world.stop());
beforeEach(() => world.vendor.reset());
afterEach(() => expectUnharmed(world));

/** Sends a request line as it is, and answers with the status and what the vendor saw of it. */
async function send(line: string, headers = ""): Promise<{ status: number; seen: string[] }> {
  world.vendor.reset();
  const answer = await world.write(line.replaceAll("{elsewhere}", elsewhere), `${headers}Connection: close\r\n\r\n`);
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]), seen: world.vendor.requests.map(({ url }) => url) };
}

/** The vendor heard nothing but a path below its own root, under its own name, with the one credential. */
function expectOwnRoot(status: number): void {
  const { canary, vendor: { requests, malformed, host } } = world;
  expect([requests.length, malformed]).toEqual([status === 200 ? 1 : 0, []]);
  for (const { url, headers } of requests) {
    expect(url).toMatch(/^\/[\x21-\x7e]*$/);
    expect([headers.host, headers.authorization]).toEqual([host, `Bearer ${canary}`]);
  }
  expect(world.elsewhere.knocks()).toBe(0);
}

describe("a path that parsers read differently", () => {
  it.each([
    ["GET {proxy}//{elsewhere}/x", "//{elsewhere}/x"],
    ["GET {proxy}/\\\\{elsewhere}/x", "///{elsewhere}/x"],
    ["GET {proxy}/@{elsewhere}/", "/@{elsewhere}/"],
    ["GET {proxy}/a/../../../b", "/b"],
    ["GET {proxy}/a/%2e%2E/b", "/b"],
    ["GET {proxy}/a/..%2fb", "/a/..%2fb"],
    ["GET {proxy}/a%2f..%2f..%2fb", "/a%2f..%2f..%2fb"],
    ["GET {proxy}/a/%00", "/a/%00"],
    ["GET {proxy}/%0d%0aHost:%20evil.example%0d%0a", "/%0d%0aHost:%20evil.example%0d%0a"],
    ["GET {proxy}/%25%32%65%25%32%65/x", "/%25%32%65%25%32%65/x"],
    ["GET {proxy}/x?next=http://{elsewhere}/", "/x?next=http://{elsewhere}/"],
    ["GET {proxy}/http://{elsewhere}/", "/http://{elsewhere}/"],
    ["GET {proxy}/[::1]:80/?a[]=1", "/[::1]:80/?a[]=1"],
    ["GET {proxy}?a=1", "/?a=1"],
    ["GET {proxy}/a\nX-A: b", "/a"],
  ])("stays below the vendor's root: %s", async (line, path) => {
    expect(await send(line)).toEqual({ status: 200, seen: [path.replace("{elsewhere}", elsewhere)] });
    expectOwnRoot(200);
  });

  it("is passed on up to the size of a head", async () => {
    const path = `/${"a".repeat(15_000)}`;
    expect(await send(`GET {proxy}${path}`)).toEqual({ status: 200, seen: [path] });
    expect(await send(`GET {proxy}/${"a".repeat(17_000)}`)).toEqual({ status: 431, seen: [] });
  });

  it("loses its fragment, which is nothing for a vendor", async () => {
    expect(await send("GET {proxy}/x?y#@{elsewhere}/")).toEqual({ status: 200, seen: ["/x?y"] });
  });

  it.each([
    ["GET {proxy}@{elsewhere}/", 404],
    ["GET {proxy}\\{elsewhere}/", 404],
    ["GET {proxy}:80/x", 404],
    ["GET {proxy};x/x", 404],
    ["GET {proxy}%2fx", 404],
    ["GET /api/proxy/", 404],
    ["GET /api/proxy//x", 404],
    ["GET /api/proxy/../proxy/x", 404],
    ["GET http://{elsewhere}{proxy}/x", 400],
    ["GET http://user:password@{elsewhere}/x", 400],
    ["GET //{elsewhere}{proxy}/x", 404],
    ["OPTIONS *", 400],
    ["GET {proxy}/é", 400],
    ["GET {proxy}/\xff\xfe", 400],
    ["GET {proxy}/a b", 400],
    ["GET {proxy}/a\x00b", 400],
    ["GET {proxy}/a\rX-A: b", 400],
  ])("is refused: %s", async (line, status) => {
    const { status: given, seen } = await send(line);
    // What Next answers for a path with two slashes is a redirect within this server.
    expect([[status], [308]].flat(), `answered ${given}`).toContain(given);
    expect(seen).toEqual([]);
  });
});

describe("whatever path is given", () => {
  const bits = fc.constantFrom("/", "//", "\\", "@", ":", "#", "?", "&", ";", "%", ".", "..", "/../", "%2e", "%2f", "%5c", "%00", "%0d%0a", "%40", "[", "]", "{elsewhere}", "http://{elsewhere}", "user:password@{elsewhere}", "//{elsewhere}/", "localhost", "169.254.169.254", "v1", "a", "~", "'", '"', "<", "`", "{", "|", "^", "\t", "\r", "\xe9");
  const path = fc.array(fc.oneof(bits, fc.string({ maxLength: 3, unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code)) })), { maxLength: 12 }).map((parts) => parts.join(""));

  it("the vendor sees a path below its own root or nothing, and nobody else sees anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("", "/"), path, async (slash, text) => {
        expectOwnRoot((await send(`GET {proxy}${slash}${text}`)).status);
      }),
      { numRuns: 1_500, endOnFailure: true },
    );
  });

  it("and whatever host is asked for, the credential goes to the connector's alone", async () => {
    const host = fc.oneof(
      fc.constantFrom("{elsewhere}", "api.stripe.com@{elsewhere}", "{elsewhere}#.api.stripe.com", "{elsewhere}/.api.stripe.com", "{elsewhere}\\.api.stripe.com", "api.stripe.com:{port}", "api.stripe.com.", "files.stripe.com", "API.STRIPE.COM:443", "localhost", "[::1]"),
      path,
      fc.tuple(fc.constantFrom("api.stripe.com", "files.stripe.com"), path).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(host, path, async (wanted, text) => {
        const value = wanted.replaceAll("{port}", String(world.elsewhere.port)).replaceAll("{elsewhere}", elsewhere).replaceAll("\r", "");
        expectOwnRoot((await send(`GET {proxy}/${text}`, `x-patchbay-host: ${value}\r\n`)).status);
      }),
      { numRuns: 1_000, endOnFailure: true },
    );
  });
});
