import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { call, connection } from "@/db/schema/connections";
import { getConnector } from "@/server/catalog/registry";
import { forgetConnection } from "@/server/connections/connection-cache";
import { saveConnection } from "@/server/connections/save-connection";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createApiKey } from "@/server/workspaces/create-api-key";
import { createTestContext } from "@/server/workspaces/testing";
import { callRecorder } from "./record-call";
import { serveProxy } from "./serve-proxy";

const canary = "sk_test_canaryCanaryCanaryCanary";
type Seen = { method: string | undefined; url: string | undefined; headers: IncomingMessage["headers"]; body: string };

let runtime: Runtime;
let closeRuntime: () => Promise<void>;
let vendor: Server;
let gateway: Server;
let base: string;
let seen: Seen[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let ctx: WorkspaceContext;
let key: string;
let connectionId: string;

beforeAll(async () => {
  vendor = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
    request.on("error", () => undefined);
  });
  const vendorOrigin = await listen(vendor);
  ({ runtime, close: closeRuntime } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendorOrigin } } } }));
  gateway = createServer((request, response) => void serveProxy(runtime, request, response));
  base = await listen(gateway);
  ctx = await createTestContext(runtime);
  key = (await createApiKey(ctx, { name: "proxy", scopes: ["calls:run"], expiresAt: null })).key;
  connectionId = await connectStripe(ctx);
});

afterAll(async () => {
  gateway.close();
  vendor.close();
  await callRecorder(runtime).flush();
  await closeRuntime();
});

beforeEach(() => {
  seen = [];
  answer = (_request, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
});

describe("a call through the proxy", () => {
  it("applies the credential and keeps the caller's own to itself", async () => {
    const response = await send(`/api/proxy/${connectionId}/v1/charges?limit=2&x=%20a+b`, { headers: { cookie: "a=b", referer: "https://example.test/", "x-forwarded-for": "1.2.3.4", "stripe-version": "2020-01-01" } });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('{"ok":true}');
    expect(seen[0]?.url).toBe("/v1/charges?limit=2&x=%20a+b");
    expect(seen[0]?.headers.authorization).toContain(canary);
    expect(seen[0]?.headers).not.toHaveProperty("cookie");
    expect(seen[0]?.headers).not.toHaveProperty("referer");
    expect(seen[0]?.headers).not.toHaveProperty("x-forwarded-for");
    expect(seen[0]?.headers["stripe-version"]).toBe("2020-01-01");
  });

  it("cannot be talked out of the credential by a Connection header", async () => {
    const status = await sendRaw({ connection: "authorization", authorization: `Bearer ${key}` });
    expect(status).toBe(200);
    expect(seen[0]?.headers.authorization).toContain(canary);
  });

  it("streams bodies both ways", async () => {
    answer = (_request, response) => response.writeHead(201, { "x-vendor": "1" }).end(seen.at(-1)?.body);
    const body = "z".repeat(3_000_000);
    const response = await send(`/api/proxy/${connectionId}/v1/files`, { method: "POST", body, headers: { "content-type": "text/plain" } });
    expect(response.status).toBe(201);
    expect(response.headers.get("x-vendor")).toBe("1");
    expect(await response.text()).toBe(body);
  });

  it.each([
    ["", "/"],
    ["?a=/b", "/?a=/b"],
    ["/?a=/b", "/?a=/b"],
    ["?", "/"],
    ["/v1//x?y=?z#", "/v1//x?y=?z"],
  ])("keeps path and query apart: %s", async (target, expected) => {
    expect(await sendRaw({ authorization: `Bearer ${key}` }, target)).toBe(200);
    expect(seen[0]?.url).toBe(expected);
  });

  it("gives answers to whoever asked alone, not to a cache in between", async () => {
    answer = (_request, response) => response.writeHead(200, { "cache-control": "public, max-age=60, s-maxage=600", "surrogate-control": "max-age=600", "cdn-cache-control": "max-age=600", vary: "accept" }).end();
    const response = await send(`/api/proxy/${connectionId}/v1/x`);
    expect(response.headers.get("cache-control")).toBe("private, max-age=60");
    expect(response.headers.get("vary")).toBe("accept, authorization, cookie, x-workspace");
    expect([...response.headers.keys()].filter((name) => /surrogate|cdn/.test(name))).toEqual([]);
  });

  it("gives no orders to a web server in front of Patchbay", async () => {
    answer = (_request, response) => response.writeHead(200, { "x-accel-redirect": "/internal/secrets", "x-sendfile": "/etc/passwd", "x-lighttpd-send-file": "/etc/passwd", "x-reproxy-url": "http://127.0.0.1/", "x-vendor": "1" }).end();
    const response = await send(`/api/proxy/${connectionId}/v1/x`);
    expect([...response.headers.keys()].filter((name) => name.startsWith("x-")).sort()).toEqual(["x-content-type-options", "x-patchbay-call", "x-vendor"]);
  });

  it("passes on an answer whose reason phrase HTTP does not allow", async () => {
    answer = (request) => request.socket.end("HTTP/1.1 200 \u0001\u65e5\r\ncontent-length: 2\r\n\r\nok");
    const response = await send(`/api/proxy/${connectionId}/v1/x`);
    expect([response.status, await response.text()]).toEqual([200, "ok"]);
  });

  it("hands a redirect back instead of following it", async () => {
    answer = (_request, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end();
    const response = await send(`/api/proxy/${connectionId}/v1/x`);
    expect(response.status).toBe(302);
    expect(seen).toHaveLength(1);
  });

  it("keeps a vendor's page from running on our origin", async () => {
    answer = (_request, response) =>
      response.writeHead(200, { "content-type": "text/html", "set-cookie": "evil=1", "access-control-allow-origin": "*", "clear-site-data": '"*"', "content-security-policy": "default-src *" }).end("<script>1</script>");
    const response = await send(`/api/proxy/${connectionId}/v1/x`);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("clear-site-data")).toBeNull();
    expect(response.headers.get("content-security-policy")).toBe("sandbox");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("leaves a record without query, body or credential", async () => {
    await send(`/api/proxy/${connectionId}/v1/recorded?secret=1`);
    await callRecorder(runtime).flush();
    const [row] = await runtime.database.db.select().from(call).where(eq(call.path, "/v1/recorded"));
    expect(row).toMatchObject({ status: 200, method: "GET", connector: "stripe", errorCode: null, actorKind: "api_key" });
    expect(JSON.stringify(row)).not.toContain("secret=1");
    expect(JSON.stringify(row)).not.toContain(canary);
  });

  it("cuts the vendor's side when the caller leaves", async () => {
    const left = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        response.writeHead(200);
        response.write("first");
        response.on("close", () => resolve());
      };
    });
    const controller = new AbortController();
    const response = await send(`/api/proxy/${connectionId}/v1/slow`, { signal: controller.signal });
    expect(response.status).toBe(200);
    controller.abort();
    await left;
  });
});

describe("a call that Patchbay refuses", () => {
  const refused = async (response: Response) => {
    const body: unknown = await response.json();
    expect(body).toMatchObject({ success: false, error: { code: response.headers.get("x-patchbay-error") } });
    expect(JSON.stringify(body)).not.toContain(canary);
    expect(seen).toHaveLength(0);
    return response.status;
  };

  it("has no key, or a wrong one", async () => {
    expect(await refused(await fetch(`${base}/api/proxy/${connectionId}/v1/x`))).toBe(401);
    expect(await refused(await fetch(`${base}/api/proxy/${connectionId}/v1/x`, { headers: { authorization: "Bearer pb_wrong" } }))).toBe(401);
  });

  it.each(["con_00000000000000000000000000x", "nonsense", "..%2f", ""])("names a connection that is not there: %s", async (id) => {
    expect(await refused(await send(`/api/proxy/${id}/v1/x`))).toBe(404);
  });

  it("is a stranger's: another workspace's connection answers like an unknown one", async () => {
    const stranger = await createTestContext(runtime);
    const theirs = await connectStripe(stranger);
    const unknown = await send("/api/proxy/con_00000000000000000000000000x/v1/x");
    const foreign = await send(`/api/proxy/${theirs}/v1/x`);
    expect(await foreign.json()).toMatchObject({ error: { code: "NOT_FOUND", message: ((await unknown.json()) as { error: { message: string } }).error.message } });
    expect(seen).toHaveLength(0);
  });

  it("lacks the scope", async () => {
    const reader = await createApiKey(ctx, { name: "reader", scopes: ["connections:read"], expiresAt: null });
    expect(await refused(await send(`/api/proxy/${connectionId}/v1/x`, { headers: { authorization: `Bearer ${reader.key}` } }))).toBe(403);
  });

  it("asks for a host that the connector does not allow", async () => {
    const status = await refused(await send(`/api/proxy/${connectionId}/v1/x`, { headers: { "x-patchbay-host": "evil.example" } }));
    expect(status).toBe(400);
  });

  it("goes through a paused connection", async () => {
    await runtime.database.db.update(connection).set({ pausedAt: new Date() }).where(eq(connection.id, connectionId));
    forgetConnection(runtime, connectionId);
    expect(await refused(await send(`/api/proxy/${connectionId}/v1/x`))).toBe(409);
    await runtime.database.db.update(connection).set({ pausedAt: null }).where(eq(connection.id, connectionId));
    forgetConnection(runtime, connectionId);
  });

  it("needs a person to reconnect first", async () => {
    await runtime.database.db.update(connection).set({ status: "revoked" }).where(eq(connection.id, connectionId));
    forgetConnection(runtime, connectionId);
    expect(await refused(await send(`/api/proxy/${connectionId}/v1/x`))).toBe(424);
    await runtime.database.db.update(connection).set({ status: "active" }).where(eq(connection.id, connectionId));
    forgetConnection(runtime, connectionId);
  });

  it("spends a session cookie from another site", async () => {
    expect(await refused(await fetch(`${base}/api/proxy/${connectionId}/v1/x`, { headers: { cookie: "better-auth.session_token=x", "sec-fetch-site": "cross-site" } }))).toBe(401);
  });

  it.each(["//evil.example/x", "/\\evil.example/x", "/../../x", "/@evil.example/"])("reaches no other host by its path: %s", async (path) => {
    const status = await sendRaw({ authorization: `Bearer ${key}` }, path);
    expect([200, 400, 404]).toContain(status);
    for (const request of seen) expect(request.headers.host).toBe(new URL(runtime.env.connectorEndpoints["stripe"]?.apiBaseUrl ?? "").host);
  });

  it("is told so although its body is still on the way", async () => {
    const body = "z".repeat(3_000_000);
    expect(await refused(await send(`/api/proxy/${connectionId}/v1/x`, { method: "POST", body, headers: { authorization: "Bearer pb_wrong" } }))).toBe(401);
  });

  it("meets a vendor that is down", async () => {
    answer = (request) => request.socket.destroy();
    const response = await send(`/api/proxy/${connectionId}/v1/x`);
    expect(response.status).toBe(503);
    expect(response.headers.get("x-patchbay-error")).toBe("SERVICE_UNAVAILABLE");
  });
});

async function connectStripe(owner: WorkspaceContext): Promise<string> {
  const connector = getConnector("stripe");
  const [option] = connector.auth;
  if (!option) throw new Error("stripe has no auth option");
  const row = await saveConnection(owner, {
    connector,
    option,
    credential: { api_key: new Secret(canary) },
    account: { accountId: "acct_1", accountLabel: "Acme", facts: {} },
    facts: {},
    scopes: [],
    tokenExpiresAt: null,
    refreshExpiresAt: null,
    oauthAppId: null,
  });
  return row.id;
}

function send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
  return fetch(`${base}${path}`, { redirect: "manual", ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
}

/** `fetch` would not send these headers and would tidy the path. */
function sendRaw(headers: Record<string, string>, path = "/v1/raw"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const outgoing = httpRequest({ hostname, port, path: `/api/proxy/${connectionId}${path}`, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode));
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    });
  });
}
