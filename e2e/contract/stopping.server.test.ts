import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LoopbackVendor, startLoopbackVendor } from "../stand-ins/loopback-vendor";
import { ask } from "./ask";
import { removeFolders, type ServerProcess, startServer } from "./server-process";
import { callByKey, connect, endpointsFile, listConnections } from "./workspace-client";

const key = "sk_test_stopping";
let vendor: LoopbackVendor;
let server: ServerProcess;
let connectionId: string;

beforeAll(async () => {
  vendor = await startLoopbackVendor();
  vendor.accepted.add(key);
  server = await startServer({ CONNECTOR_ENDPOINTS: await endpointsFile(vendor) });
  connectionId = await connect(server, "stripe/connect/api-key", { api_key: key });
});
afterAll(async () => {
  await server.stop("SIGKILL");
  await vendor.stop();
  await removeFolders();
});

/** Begins to read a slow answer through the proxy, and waits until some of it is there. */
async function beginStream(times: number) {
  const answer = await fetch(`${server.url}/api/proxy/${connectionId}/v1/drip?times=${times}`, { headers: { authorization: `Bearer ${server.env["BOOTSTRAP_API_KEY"]}` } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("the answer has no body");
  let received = (await reader.read()).value ?? "";
  const rest = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) received += part.value;
    return "whole";
  })();
  return { ended: rest.catch(() => "cut"), received: () => received };
}

const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const startedAt = performance.now();
  return [await work, performance.now() - startedAt];
};

it("lets a slow answer finish after SIGTERM, takes nothing new, and ends with code 0", async () => {
  const stream = await beginStream(12);
  const idle = await ask(server.port, "GET", "/health/live", { headers: { connection: "keep-alive" } });
  expect(idle.status).toBe(200);
  const stopped = timed(server.stop("SIGTERM"));
  await delay(200);
  await expect(ask(server.port, "GET", "/health/live")).rejects.toThrow("ECONNREFUSED");
  expect(await stream.ended).toBe("whole");
  expect(stream.received()).toMatch(/line 12\nthe end\n$/);
  const [exit, tookMs] = await stopped;
  expect(exit).toEqual({ code: 0, signal: null });
  expect(tookMs).toBeLessThan(6_000);
});

it("cuts an answer that does not end, within seconds, and still writes down that it was called", async () => {
  const before = await lastUsedAfterRestart();
  const stream = await beginStream(10_000);
  const [exit, tookMs] = await timed(server.stop("SIGTERM"));
  expect(exit).toEqual({ code: 0, signal: null });
  expect(tookMs).toBeLessThan(10_000);
  expect(await stream.ended).toBe("cut");
  expect(stream.received()).toContain("line 20\n");
  expect(await lastUsedAfterRestart()).not.toBe(before);
});

it("is whole again after kill -9: rows, credentials, and the lock that it left", async () => {
  const before = await listConnections(server);
  const second = await connect(server, "stripe/connect/api-key", { api_key: key, name: "Just before" });
  expect(await server.stop("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
  const after = await listAfterRestart();
  expect(after).toContain(second);
  expect(after).toContain(connectionId);
  expect(before).not.toContain(second);
  for (const id of [connectionId, second]) {
    const checked = await callByKey(server, "POST", `/api/connections/${id}/test`);
    expect([checked.status, checked.json]).toMatchObject([200, { connection: { health: "healthy" } }]);
  }
  expect((await server.stop("SIGINT")).code).toBe(0);
});

async function listAfterRestart(): Promise<string> {
  server = await startServer(server.env);
  return listConnections(server);
}

async function lastUsedAfterRestart(): Promise<string | null | undefined> {
  server = await startServer(server.env);
  const { json } = await callByKey(server, "GET", "/api/connections?limit=100");
  return (json as { connections: { id: string; lastUsedAt: string | null }[] }).connections.find(({ id }) => id === connectionId)?.lastUsedAt;
}
