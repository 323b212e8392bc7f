import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AppError, isAppError } from "../errors";
import { createEgress, type Egress } from "./egress";
import { refuseEarly } from "./refuse-early";
import { startTcpServer, startTestServer, type TestServer } from "./start-test-server";

let vendor: TestServer;
let front: TestServer;
let egress: Egress;

beforeAll(async () => {
  vendor = await startTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
  egress = createEgress({ allow: [], allowedOrigins: [vendor.origin] });
  front = await startTestServer((request, response) => {
    const refuse = (error: unknown) => refuseEarly(request, response, isAppError(error) ? error : new AppError("INTERNAL", "It failed."), "req_1");
    if (request.url === "/refused") refuse(new AppError("FORBIDDEN", "You may not."));
    else egress.request({ url: vendor.origin, method: "POST", body: request, headers: { "content-length": "1000" } }).catch(refuse);
  });
});
afterAll(async () => {
  await Promise.all([front.close(), vendor.close(), egress.close(0)]);
});

/** Sends a head and half a body, and answers with what came until the connection was closed, and after how long. */
function sendHalf(path: string): Promise<{ text: string; seconds: number }> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(front.port, "127.0.0.1").on("data", (chunk) => (text += chunk.toString())).on("error", () => undefined);
    socket.on("close", () => resolve({ text, seconds: (performance.now() - startedAt) / 1_000 }));
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf`);
  });
}

// A timer that throws would end the process; here it fails the run.
it.each([
  ["/refused", 403],
  ["/sent", 503],
])("answers %s with %d at once, and cuts off whoever goes on, after a moment", async (path, status) => {
  const { text, seconds } = await sendHalf(path);
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(seconds).toBeGreaterThan(4.5);
  expect(seconds).toBeLessThan(15);
});
