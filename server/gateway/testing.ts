import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { eq } from "drizzle-orm";
import { call, callDetail, connection } from "@/db/schema/connections";
import { forgetConnection } from "@/server/connections/connection-cache";
import { storeTestConnection } from "@/server/connections/testing";
import { startTestServer } from "@/server/lib/http/start-test-server";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { callRecorder } from "./record-call";
import type { CallPolicyOverrides } from "./schema";
import { serveProxy } from "./serve-proxy";

export type SeenRequest = { method: string; url: string; headers: IncomingMessage["headers"]; body: string; at: number };
type Decide = (request: SeenRequest, response: ServerResponse, count: number) => void;

export type TestGateway = {
  runtime: Runtime;
  ctx: WorkspaceContext;
  /** What the vendor saw, oldest first. */
  seen: SeenRequest[];
  /** Decides every answer from here on; `count` starts at 1. */
  answer(decide: Decide): void;
  /** A connection of its own, so that no budget or breaker of another test is in the way. */
  connect(policy?: CallPolicyOverrides, slug?: string): Promise<string>;
  send(path: string, init?: RequestInit & { headers?: Record<string, string> }): Promise<Response>;
  /** The rows of a connection's calls with their details, once they are written. */
  recorded(connectionId: string): Promise<(typeof call.$inferSelect & { detail: typeof callDetail.$inferSelect | null })[]>;
  close(): Promise<void>;
};

/** A gateway on loopback in front of a vendor that answers as the test says. */
export async function startTestGateway(): Promise<TestGateway> {
  const seen: SeenRequest[] = [];
  let decide: Decide = (_request, response) => response.end("{}");
  const vendor = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("error", () => undefined);
    incoming.on("end", () => {
      const request = { method: incoming.method ?? "", url: incoming.url ?? "", headers: incoming.headers, body: Buffer.concat(chunks).toString(), at: Date.now() };
      seen.push(request);
      decide(request, response, seen.length);
    });
  });
  await new Promise<void>((resolve) => vendor.listen(0, "127.0.0.1", resolve));
  const address = vendor.address();
  const apiBaseUrl = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const { runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl }, sendgrid: { apiBaseUrl } } } });
  const gateway = await startTestServer((request, response) => serveProxy(runtime, request, response));
  const ctx = await createTestContext(runtime);
  const key = await createTestKey(ctx, { scopes: ["calls:run"] });
  return {
    runtime,
    ctx,
    seen,
    answer: (next) => {
      seen.length = 0;
      decide = next;
    },
    connect: async (policy = {}, slug = "stripe") => {
      const { id } = await storeTestConnection(ctx, { slug });
      await runtime.database.db.update(connection).set({ policy: { budget: [], ...policy } }).where(eq(connection.id, id));
      forgetConnection(runtime, id);
      return id;
    },
    send: (path, init = {}) => fetch(`${gateway.origin}/api/proxy/${path}`, { redirect: "manual", ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } }),
    recorded: async (connectionId) => {
      await callRecorder(runtime).flush();
      const rows = await runtime.database.db.select().from(call).leftJoin(callDetail, eq(callDetail.callId, call.id)).where(eq(call.connectionId, connectionId)).orderBy(call.id);
      return rows.map((row) => ({ ...row.call, detail: row.call_detail }));
    },
    close: async () => {
      await gateway.close();
      vendor.closeAllConnections();
      vendor.close();
      await callRecorder(runtime).flush();
      await close();
    },
  };
}
