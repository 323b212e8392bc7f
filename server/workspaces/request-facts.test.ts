import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { clientAddress } from "./request-facts";

/** What `clientAddress` says of a real request that arrives over loopback with this header. */
async function addressOf(runtime: Runtime, forwardedFor?: string): Promise<string | null> {
  let seen: string | null = "nothing arrived";
  const server = createServer((request: IncomingMessage, response) => {
    seen = clientAddress(runtime, request);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const socket = new Socket();
  await new Promise<void>((resolve, reject) => {
    socket.on("error", reject).on("close", () => resolve()).resume();
    socket.connect(port, "127.0.0.1", () => {
      socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${forwardedFor === undefined ? "" : `X-Forwarded-For: ${forwardedFor}\r\n`}\r\n`);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return seen;
}

describe("without trusted proxies", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
  afterAll(() => close());

  it("is the socket's, whatever the header says", async () => {
    expect(await addressOf(runtime)).toBe("127.0.0.1");
    expect(await addressOf(runtime, "203.0.113.9")).toBe("127.0.0.1");
  });
});

describe("behind trusted proxies", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => ({ runtime, close } = await createTestRuntime({ env: { TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8, 2001:db8::/32" } })));
  afterAll(() => close());

  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["203.0.113.9, 198.51.100.7", "198.51.100.7"],
    ["203.0.113.9, 198.51.100.7, 10.1.2.3", "198.51.100.7"],
    ["198.51.100.7, 2001:db8::1", "198.51.100.7"],
    ["198.51.100.7, ::ffff:10.0.0.1", "198.51.100.7"],
    ["2001:4860::1", "2001:4860::1"],
    ["203.0.113.9, made up", "127.0.0.1"],
    ["10.1.2.3", "127.0.0.1"],
    ["", "127.0.0.1"],
  ])("takes from %j the first from the right that is no proxy: %s", async (header, expected) => {
    expect(await addressOf(runtime, header)).toBe(expected);
  });
});
