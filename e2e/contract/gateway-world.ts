import { writeFile } from "node:fs/promises";
import path from "node:path";
import { connect as connectTcp } from "node:net";
import { expect } from "vitest";
import { type Elsewhere, type RawVendor, startElsewhere, startRawVendor } from "../stand-ins/raw-vendor";
import { type Answer, ask, type Sent } from "./ask";
import { makeFolder, removeFolders, type ServerProcess, startServer } from "./server-process";
import { connect } from "./workspace-client";

/** The built server with one Stripe connection, whose vendor is a stand-in that does anything. */
export type GatewayWorld = {
  server: ServerProcess;
  vendor: RawVendor;
  /** Allowed by EGRESS_ALLOW and no connector's: only the gateway's own rules keep the credential from it. */
  elsewhere: Elsewhere;
  connectionId: string;
  /** The credential that no answer, log or foreign host may see. */
  canary: string;
  /** One call through the proxy, with the workspace's key. */
  call(method: string, target: string, sent?: Sent): Promise<Answer>;
  /** The same as bytes: a request line, the key, and what follows it. */
  write(requestLine: string, rest: string, waitMs?: number): Promise<string>;
  stop(): Promise<void>;
};

/** `host` is another name for the stand-in, for a server that can resolve it. */
export async function startGatewayWorld(env: Record<string, string> = {}, host = "127.0.0.1"): Promise<GatewayWorld> {
  const vendor = await startRawVendor();
  const elsewhere = await startElsewhere();
  const endpoints = path.join(await makeFolder(), "endpoints.json");
  await writeFile(endpoints, JSON.stringify({ stripe: { apiBaseUrl: vendor.origin.replace("127.0.0.1", host) } }));
  const server = await startServer({ CONNECTOR_ENDPOINTS: endpoints, EGRESS_ALLOW: "127.0.0.1", ...env });
  const canary = "sk_test_gatewayCanaryGatewayCanary";
  const connectionId = await connect(server, "stripe/connect/api-key", { api_key: canary });
  const authorization = `Bearer ${server.env["BOOTSTRAP_API_KEY"]}`;
  return {
    server,
    vendor,
    elsewhere,
    connectionId,
    canary,
    call: (method, target, sent = {}) => ask(server.port, method, `/api/proxy/${connectionId}${target}`, { ...sent, headers: { authorization, ...sent.headers } }),
    write: (requestLine, rest, waitMs) => converse(server.port, `${requestLine.replace("{proxy}", `/api/proxy/${connectionId}`)} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n${rest}`, waitMs),
    stop: async () => {
      await server.stop("SIGKILL");
      await Promise.all([vendor.stop(), elsewhere.stop()]);
      await removeFolders();
    },
  };
}

/** Several, so that a vendor that a test lets fail once is no vendor that fails: nothing is held back from that one. */
const goodCalls = ["/v1/after", "/v1/after/1", "/v1/after/2", "/v1/after/3"];

/** Whatever was thrown at it: it lives, nobody else was asked, nothing was told, and the next call is as good as the first. */
export async function expectUnharmed({ server, vendor, elsewhere, canary, call }: GatewayWorld): Promise<void> {
  vendor.reset();
  for (const target of goodCalls) expect(await call("GET", target)).toMatchObject({ status: 200, json: { ok: true } });
  expect(vendor.requests.map(({ url }) => url)).toEqual(goodCalls);
  expect(elsewhere.knocks()).toBe(0);
  expect(server.logs()).not.toContain(canary);
  expect(server.logs()).not.toMatch(/uncaught|unhandled/i);
}

/** The gateway's own answer: the contract's error and the header that says who speaks. */
export function expectGatewayError(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.headers["x-patchbay-error"], answer.json], answer.text).toEqual([
    status,
    code,
    { success: false, error: { code, message: expect.stringMatching(/\.$/) as unknown, details: expect.any(Object) as unknown, requestId: expect.stringMatching(/^req_/) as unknown } },
  ]);
  expect(answer.text).not.toMatch(/\bat .*\.(m?js|ts):\d|node_modules|UND_ERR|ECONN|HPE_/);
}

export type Line = { path: string; status: number | null; errorCode: string | null };

/** The call history of the connection, newest first, once it is written. */
export async function listCalls({ server, connectionId }: GatewayWorld, cookie: string): Promise<Line[]> {
  const input = encodeURIComponent(JSON.stringify({ connectionId, limit: 100 }));
  const answer = await ask(server.port, "GET", `/api/trpc/connections.calls?input=${input}`, { headers: { cookie } });
  return (answer.json as { result: { data: { calls: Line[] } } }).result.data.calls;
}

/** All that comes back for some bytes until the connection is closed, reset or `waitMs` old. */
function converse(port: number, bytes: string, waitMs = 10_000): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connectTcp(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    const late = setTimeout(() => socket.destroy(), waitMs);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => (received += chunk.toString("latin1")));
    socket.on("close", () => {
      clearTimeout(late);
      resolve(received);
    });
  });
}
