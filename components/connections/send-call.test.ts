import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTestServer } from "@/server/lib/http/start-test-server";
import type { Call } from "./example-call";
import { sendCall } from "./send-call";

type Seen = { method: string; url: string; workspace: unknown; host: unknown; type: unknown; body: string };
let server: Awaited<ReturnType<typeof startTestServer>>;
let seen: Seen[] = [];

beforeAll(async () => {
  server = await startTestServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    const { headers, method = "", url = "" } = request;
    seen.push({ method, url, workspace: headers["x-workspace"], host: headers["x-patchbay-host"], type: headers["content-type"], body });
    if (url.endsWith("/binary")) return void response.end(Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    if (url.endsWith("/empty")) return void response.writeHead(204).end();
    if (url.endsWith("/large")) return void response.end("ä".repeat(400_000));
    if (url.endsWith("/paused")) return void response.writeHead(409, { "x-patchbay-error": "CONFLICT" }).end(JSON.stringify({ success: false, error: { code: "CONFLICT", message: "It is paused." } }));
    response.writeHead(200, { "content-type": "application/json" }).end('{"a":1}');
  });
  vi.stubGlobal("window", { location: { origin: server.origin } });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

const send = (call: Partial<Call>) => {
  seen = [];
  return sendCall({ connectionId: "con_1", workspace: "acme", call: { method: "GET", path: "/", body: null, ...call }, signal: AbortSignal.timeout(5_000) });
};

describe("a call from the browser", () => {
  it("goes through the connection, in the workspace that the page shows", async () => {
    const answer = await send({ path: "/v1/customers?limit=1" });
    expect(seen).toMatchObject([{ method: "GET", url: "/api/proxy/con_1/v1/customers?limit=1", workspace: "acme" }]);
    expect(answer).toMatchObject({ status: 200, body: { kind: "json", text: '{\n  "a": 1\n}' }, isCut: false, refusal: null });
  });

  it("sends a form as a form, to the host that the operation names", async () => {
    await send({ method: "POST", path: "v1/refunds", host: "files.example.com", body: { type: "form", text: "a=1\nb=2" } });
    expect(seen).toMatchObject([{ method: "POST", url: "/api/proxy/con_1/v1/refunds", host: "files.example.com", type: "application/x-www-form-urlencoded", body: "a=1&b=2" }]);
  });

  it.each(["/../../trpc/account.signOut", "/..%2f/../../../settings", "/a/../../../x"])("does not leave the connection by %s", async (path) => {
    await expect(send({ path })).rejects.toThrow("may not go up");
    expect(seen).toEqual([]);
  });

  it("tells what Patchbay itself had to say", async () => {
    expect((await send({ path: "/paused" })).refusal).toEqual({ code: "CONFLICT", message: "It is paused." });
  });

  it("reads no more than anybody looks at", async () => {
    const { isCut, bytes, body } = await send({ path: "/large" });
    expect(isCut).toBe(true);
    expect(bytes).toBeLessThan(600_000);
    expect(body.kind).toBe("text");
  });

  it("shows no text where there is none", async () => {
    expect((await send({ path: "/binary" })).body).toEqual({ kind: "binary" });
    expect((await send({ path: "/empty" })).body).toEqual({ kind: "empty" });
  });
});
