import type { LookupAddress } from "node:dns";
import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createEgress } from "./egress";
import type { EgressOptions } from "./egress";
import { startTcpServer, startTestServer, type TestServer } from "./start-test-server";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((opened) => opened.close()));
});

function track<T extends { close(): Promise<void> }>(opened: T): T {
  open.push(opened);
  return opened;
}

const ok = { address: "127.0.0.1", family: 4 };
const secondLoopback = { address: "127.0.0.2", family: 4 };
const publicAddress = { address: "93.184.215.14", family: 4 };

/** DNS that gives these answers in turn, and the last one from then on. */
function answering(...answers: LookupAddress[][]) {
  const asked: string[] = [];
  const lookup = async (host: string) => {
    asked.push(host);
    return answers[Math.min(asked.length, answers.length) - 1] ?? [];
  };
  return { lookup, asked };
}

const egressWith = (options: Partial<EgressOptions>) => track(createEgress({ allow: [], allowedOrigins: [], ...options }));

describe("a name at connect time", () => {
  it("connects to the vetted address with the name as Host", async () => {
    const server = track(await startTestServer((request, response) => void response.end(request.headers.host)));
    const dns = answering([ok]);
    const egress = egressWith({ allow: ["127.0.0.1", "api.internal"], lookup: dns.lookup });
    const answer = await egress.request({ url: `http://API.internal:${server.port}/`, method: "GET" });
    expect(await answer.text()).toBe(`api.internal:${server.port}`);
    expect(dns.asked).toEqual(["api.internal"]);
  });

  it("offers the name, not the address, to TLS", async () => {
    const hello: Buffer[] = [];
    const onSocket = (socket: Socket) => socket.once("data", (chunk) => socket.destroy().once("close", () => hello.push(chunk)));
    const server = track(await startTcpServer(onSocket));
    const egress = egressWith({ allow: ["127.0.0.1"], lookup: answering([ok]).lookup });
    await expect(egress.request({ url: `https://api.internal:${server.port}/`, method: "GET" })).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    await expect.poll(() => hello.length, { timeout: 4000 }).toBe(1);
    expect(hello[0]?.includes("api.internal")).toBe(true);
  });

  it.each([
    ["private after public", [publicAddress, { address: "10.0.0.5", family: 4 }]],
    ["loopback before public", [{ address: "127.0.0.1", family: 4 }, publicAddress]],
    ["IPv6 loopback after public", [publicAddress, { address: "::1", family: 6 }]],
    ["mapped loopback after public", [publicAddress, { address: "::ffff:127.0.0.1", family: 6 }]],
    ["a lie about the family", [{ address: "::1", family: 4 }]],
    ["something that is no address", [publicAddress, { address: "localhost", family: 4 }]],
  ])("is refused when it resolves to %s", async (_what, addresses) => {
    const server = track(await startTestServer((_request, response) => void response.end("inside")));
    const egress = egressWith({ lookup: answering(addresses).lookup });
    await expect(egress.request({ url: `https://api.example.com:${server.port}/`, method: "GET" })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { host: "api.example.com" } });
    await expect(egress.resolveHost("api.example.com", server.port)).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    expect(server.connections()).toBe(0);
  });

  it("is judged again when it rebinds between a check and the connect", async () => {
    const server = track(await startTestServer((_request, response) => void response.end("inside")));
    const egress = egressWith({ lookup: answering([publicAddress], [ok]).lookup });
    const url = `https://api.example.com:${server.port}/`;
    expect(egress.checkUrl(url).href).toBe(url);
    expect(await egress.resolveHost("api.example.com", server.port)).toEqual({ address: publicAddress.address, family: 4, servername: "api.example.com" });
    await expect(egress.request({ url, method: "GET" })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: "api.example.com resolves to 127.0.0.1, a loopback address. Patchbay does not connect to private networks unless EGRESS_ALLOW names them.",
    });
    expect(server.connections()).toBe(0);
  });

  it("is judged again at each new connection of a pool that worked before", async () => {
    const server = track(await startTestServer((_request, response) => void response.writeHead(200, { connection: "close" }).end("outside")));
    const egress = egressWith({ allow: [`api.internal:${server.port}`], lookup: answering([ok], [{ address: "169.254.169.254", family: 4 }]).lookup });
    const url = `http://api.internal:${server.port}/`;
    expect(await (await egress.request({ url, method: "GET" })).text()).toBe("outside");
    await expect(egress.request({ url, method: "GET" })).rejects.toMatchObject({ code: "INVALID_REQUEST", message: expect.stringContaining("a cloud metadata address") });
  });

  it("is refused by the range of its port, not of another", async () => {
    const server = track(await startTestServer((_request, response) => void response.end("inside"), "127.0.0.2"));
    const egress = egressWith({ allow: ["127.0.0.2:1"], lookup: answering([secondLoopback]).lookup });
    await expect(egress.request({ url: `https://api.internal:${server.port}/`, method: "GET" })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    expect(server.connections()).toBe(0);
  });

  it("tries the next vetted address when the first one is down", async () => {
    const start = async () => track(await startTestServer((_request, response) => void response.end("second"), "127.0.0.2"));
    // Another program may have the same port at the first address.
    const isTaken = ({ port }: TestServer) => fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false);
    let server = await start();
    while (await isTaken(server)) server = await start();
    const egress = egressWith({ allow: ["127.0.0.0/8", "api.internal"], lookup: answering([ok, secondLoopback]).lookup });
    expect(await (await egress.request({ url: `http://api.internal:${server.port}/`, method: "GET" })).text()).toBe("second");
  });

  it("fails as a timeout when DNS stays silent", async () => {
    const egress = egressWith({ lookup: () => new Promise(() => {}), connectTimeoutMs: 50 });
    await expect(egress.resolveHost("api.example.com", 443)).rejects.toMatchObject({ code: "TIMEOUT", details: { host: "api.example.com" } });
    await expect(egress.request({ url: "https://api.example.com/", method: "GET" })).rejects.toMatchObject({ code: "TIMEOUT" });
  });
});

describe("a literal", () => {
  it.each(["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"])("%s opens no socket", async (host) => {
    const server = track(await startTestServer((_request, response) => void response.end("inside"), "127.0.0.1"));
    const egress = egressWith({});
    for (const scheme of ["http", "https"]) {
      await expect(egress.request({ url: `${scheme}://${host}:${server.port}/`, method: "GET" })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    }
    expect(server.connections()).toBe(0);
  });

  it("resolves to itself without DNS or a TLS name", async () => {
    const dns = answering([ok]);
    const egress = egressWith({ lookup: dns.lookup });
    expect(await egress.resolveHost("[2606:4700:4700::1111]", 5432)).toEqual({ address: "2606:4700:4700::1111", family: 6, servername: undefined });
    expect(await egress.resolveHost("0x8.0x8.2056", 5432)).toEqual({ address: "8.8.8.8", family: 4, servername: undefined });
    expect(dns.asked).toEqual([]);
  });
});
