import { connect as connectTcp, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetPeak, residentMegabytes } from "../fixtures/process-memory";
import { expectUnharmed, type GatewayWorld, listCalls, startGatewayWorld } from "./gateway-world";
import { signIn } from "./workspace-client";

let world: GatewayWorld;
const sockets = new Set<Socket>();
const mebibyte = Buffer.alloc(1024 * 1024, "z");

beforeAll(async () => {
  world = await startGatewayWorld();
  // What V8 compiles and sets aside at first is no leak.
  for (let round = 0; round < 200; round += 1) await world.call("POST", "/v1/warm", { body: "x".repeat(1_000) });
});
afterAll(() => world.stop());
beforeEach(() => world.vendor.reset());
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await expectUnharmed(world);
});

/** A caller that has sent its head and does with the connection what it likes. */
function open(method: string, path: string, headers = ""): Socket {
  const { server, connectionId } = world;
  const head = `${method} /api/proxy/${connectionId}${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.env["BOOTSTRAP_API_KEY"]}\r\n${headers}\r\n`;
  const socket = connectTcp(server.port, "127.0.0.1").on("error", () => undefined);
  socket.write(head);
  sockets.add(socket);
  return socket;
}

/** Sends chunks for as long as somebody takes them, or until there are enough. */
async function pour(socket: Socket, megabytes = Infinity): Promise<void> {
  const chunk = Buffer.concat([Buffer.from("100000\r\n"), mebibyte, Buffer.from("\r\n")]);
  socket.setMaxListeners(0);
  for (let sent = 0; sent < megabytes && socket.writable; sent += 1) {
    if (!socket.write(chunk)) await new Promise<void>((resolve) => (socket.once("drain", resolve), socket.once("close", () => resolve())));
  }
}

/** Runs work and tells by how much the server grew at most, in MB. */
async function growthOf(work: () => Promise<unknown>): Promise<number> {
  const { pid } = world.server;
  await forgetPeak(pid);
  const before = await residentMegabytes(pid);
  await work();
  return (await residentMegabytes(pid, "VmHWM")) - before;
}

describe("a body without an end", () => {
  it("flows in constant memory, and ends at the vendor when its caller leaves", async () => {
    const grown = await growthOf(async () => {
      const socket = open("POST", "/v1/files", "Transfer-Encoding: chunked\r\n");
      await pour(socket, 300);
      await expect.poll(() => world.vendor.bodyBytes(), { timeout: 30_000 }).toBe(300 * mebibyte.length);
      socket.destroy();
    });
    expect(grown).toBeLessThan(100);
    expect(world.vendor.requests).toEqual([]);
  });

  it("that the vendor does not read is not read here either", async () => {
    world.vendor.answerHead(() => true);
    let socket: Socket | undefined;
    const grown = await growthOf(async () => {
      socket = open("POST", "/v1/files", "Transfer-Encoding: chunked\r\n");
      void pour(socket);
      await delay(3_000);
    });
    expect([grown < 60, (socket?.bytesWritten ?? 0) < 64 * mebibyte.length]).toEqual([true, true]);
  });

  it("that the vendor refuses at its head is answered with the vendor's answer, or told to be cut off", async () => {
    const { vendor, call } = world;
    for (let round = 0; round < 10; round += 1) {
      vendor.answerHead((_request, response) => (response.writeHead(413, { connection: "close" }).end("too large"), true));
      const answer = await call("POST", "/v1/files", { body: "z".repeat(20 * mebibyte.length) });
      expect([`413 too large`, "503"], answer.text).toContain(answer.status === 413 ? `413 ${answer.text}` : String(answer.status));
      vendor.reset();
      expect((await call("GET", "/v1/free")).status).toBe(200);
    }
  });

  it("that is refused is let go within seconds", async () => {
    const { server } = world;
    let answer = "";
    const socket = connectTcp(server.port, "127.0.0.1").on("error", () => undefined).on("data", (chunk) => (answer += chunk.toString()));
    sockets.add(socket);
    socket.write("POST /api/proxy/con_nobody/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    const closed = new Promise((resolve) => socket.once("close", resolve));
    void pour(socket);
    await Promise.race([closed, delay(15_000)]);
    expect([socket.destroyed, answer.slice(0, 12)]).toEqual([true, "HTTP/1.1 401"]);
  });
});

describe("an answer without an end", () => {
  /** Writes for as long as it is taken; tells how much was. */
  function pourAnswers(): { megabytes(): number; isCut(): boolean } {
    let megabytes = 0;
    let cut = false;
    world.vendor.answer((_request, response) => {
      response.on("close", () => (cut = true)).on("error", () => undefined);
      const more = () => {
        do megabytes += 1;
        while (response.writable && response.write(mebibyte));
      };
      response.on("drain", more);
      more();
    });
    return { megabytes: () => megabytes, isCut: () => cut };
  }

  it("flows in constant memory, and is cut at the vendor when its caller leaves", async () => {
    const poured = pourAnswers();
    const grown = await growthOf(async () => {
      const socket = open("GET", "/v1/files").resume();
      await expect.poll(() => socket.bytesRead, { timeout: 30_000 }).toBeGreaterThan(300 * mebibyte.length);
      socket.destroy();
      await expect.poll(() => poured.isCut(), { timeout: 5_000 }).toBe(true);
    });
    expect(grown).toBeLessThan(100);
  });

  it("that nobody reads is not read here either", async () => {
    const poured = pourAnswers();
    const grown = await growthOf(async () => {
      open("GET", "/v1/files").pause();
      await delay(3_000);
    });
    expect(grown).toBeLessThan(60);
    expect(poured.megabytes()).toBeLessThan(64);
  });
});

describe("a thousand callers that leave", () => {
  it.each(["before the answer", "in the middle of the answer"])("%s leave nothing behind, here or at the vendor", async (when) => {
    const { vendor, server } = world;
    const round = async () => {
      const asked = new Set<Socket>();
      let answered = 0;
      vendor.reset();
      vendor.answer((_request, response, socket) => {
        asked.add(socket);
        answered += 1;
        if (when !== "before the answer") response.writeHead(200, { "content-length": "1000" }).write("half");
      });
      const callers = Array.from({ length: 1_000 }, (_, index) => open(index % 2 === 0 ? "GET" : "POST", `/v1/leave/${index}`, index % 2 === 0 ? "" : "Content-Length: 4\r\n\r\nbody"));
      await expect.poll(() => answered, { timeout: 20_000 }).toBeGreaterThanOrEqual(100);
      await delay(500);
      for (const caller of callers) caller.destroy();
      // Those that were made and not used yet may stay open, for the next call.
      await expect.poll(() => [...asked].filter(({ destroyed }) => !destroyed).length, { timeout: 20_000 }).toBe(0);
      vendor.reset();
      expect((await world.call("GET", "/v1/free")).status).toBe(200);
    };
    await round();
    const before = await residentMegabytes(server.pid);
    await round();
    expect((await residentMegabytes(server.pid)) - before).toBeLessThan(60);
  });
});

describe("the call history", () => {
  it("has one line for each call that was made, however it ended, and none for what was refused", async () => {
    const cookie = await signIn(world.server);
    const { vendor, call } = world;
    const ends = { fine: 200, odd: 999, cut: 200, hung: null, garbled: null } as const;
    vendor.answer(({ url }, response, socket) => {
      if (url.endsWith("fine")) response.end("ok");
      else if (url.endsWith("odd")) response.writeHead(999).end();
      else if (url.endsWith("cut")) socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf");
      else if (url.endsWith("hung")) socket.resetAndDestroy();
      else socket.end("SSH-2.0\r\n");
    });
    // POSTs, which are not sent again when they fail.
    for (const end of Object.keys(ends)) await call("POST", `/v1/counted/${end}`).catch(() => undefined);
    await call("POST", "/v1/counted/refused", { headers: { "x-patchbay-host": "evil.example" } });
    await call("POST", "/v1/counted/unasked", { headers: { authorization: "Bearer nobody" } });
    const counted = async () => (await listCalls(world, cookie)).filter(({ path }) => path.startsWith("/v1/counted/")).map(({ path, status }) => [path.slice(12), status] as const);
    await expect.poll(async () => (await counted()).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(5);
    await delay(1_500);
    expect(Object.fromEntries(await counted())).toEqual(ends);
    expect(await counted()).toHaveLength(5);
    expect(vendor.requests.map(({ url }) => url)).toHaveLength(5);
  });
});
