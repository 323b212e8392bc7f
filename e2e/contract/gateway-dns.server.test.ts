import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectGatewayError, type GatewayWorld, startGatewayWorld } from "./gateway-world";
import { makeFolder } from "./server-process";

/** An operator's name for a host of their own: it may stand on a private network, but not just anywhere. */
const name = "vendor.changing.test";
let world: GatewayWorld;
let file: string;

const resolveTo = (...addresses: string[]) => writeFile(file, JSON.stringify({ [name]: addresses }));

beforeAll(async () => {
  file = path.join(await makeFolder(), "dns.json");
  await resolveTo("127.0.0.1");
  const preload = pathToFileURL(path.resolve("e2e/stand-ins/changing-dns.mjs")).href;
  world = await startGatewayWorld({ NODE_OPTIONS: `--import=${preload}`, CHANGING_DNS: file, EGRESS_ALLOW: "" }, name);
});
afterAll(() => world.stop());
beforeEach(() => world.vendor.reset());

/** One call whose vendor hangs up, so that the next one has to connect anew. */
function callOnce() {
  world.vendor.answer((_request, response) => response.writeHead(200, { connection: "close" }).end("ok"));
  return world.call("POST", "/v1/x");
}

describe("a name that changes where it leads", () => {
  it.each([["169.254.169.254"], ["127.0.0.1", "169.254.169.254"], ["169.254.169.254", "127.0.0.1"], ["::ffff:169.254.169.254"], ["64:ff9b::a9fe:a9fe"], ["fe80::1"], ["0.0.0.0"], ["::"], ["224.0.0.1"]])("to %s %s is refused before anything is dialled", async (...addresses) => {
    await resolveTo("127.0.0.1");
    expect(await callOnce()).toMatchObject({ status: 200, text: "ok" });
    await resolveTo(...addresses);
    const answer = await callOnce();
    expectGatewayError(answer, 400, "INVALID_REQUEST");
    expect(answer.text).toMatch(/Patchbay does not connect/);
    expect(world.vendor.requests).toHaveLength(1);
    await resolveTo("127.0.0.1");
    expect(await callOnce()).toMatchObject({ status: 200, text: "ok" });
  });

  it("to nothing at all is told as such", async () => {
    await resolveTo();
    expectGatewayError(await callOnce(), 503, "SERVICE_UNAVAILABLE");
    expect(world.vendor.requests).toEqual([]);
    await resolveTo("127.0.0.1");
    expect(await callOnce()).toMatchObject({ status: 200, text: "ok" });
  });
});
