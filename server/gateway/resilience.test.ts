import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeTestConnection } from "@/server/connections/testing";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { updateWorkspace } from "@/server/workspaces/update-workspace";
import { startTestGateway, type TestGateway } from "./testing";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const json = { "content-type": "application/json" };

describe("retries", () => {
  it.each([408, 429, 500, 502, 503, 504])("a GET that is answered %i is sent again, and the record says why", async (status) => {
    const id = await gateway.connect();
    gateway.answer((_request, response, count) => void (count === 1 ? response.writeHead(status, { "retry-after": "0" }).end("no") : response.end("yes")));
    const answer = await gateway.send(`${id}/v1/x`);
    expect([answer.status, await answer.text(), answer.headers.get("x-patchbay-retries")]).toEqual([200, "yes", "1"]);
    const [row] = await gateway.recorded(id);
    expect(row).toMatchObject({ status: 200, attempts: 2, errorCode: null });
    expect(row?.detail?.decisions).toMatchObject([{ kind: "retry", text: expect.stringContaining(`the vendor answered ${status}`) }]);
  });

  it("end with the vendor's last answer", async () => {
    const id = await gateway.connect({ retries: 1 });
    gateway.answer((_request, response, count) => void response.writeHead(503, { "retry-after": "0" }).end(`no ${count}`));
    const answer = await gateway.send(`${id}/v1/x`);
    expect([answer.status, await answer.text(), gateway.seen.length]).toEqual([503, "no 2", 2]);
    expect((await gateway.recorded(id))[0]?.detail?.decisions.at(-1)).toMatchObject({ kind: "gave_up", text: expect.stringContaining("sent 2 times") });
  });

  it.each(["POST", "PATCH", "DELETE", "PUT"])("a %s without a key is sent once", async (method) => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response) => void response.writeHead(503).end("no"));
    const answer = await gateway.send(`${id}/v3/x`, { method, body: method === "DELETE" ? null : "{}", headers: json });
    expect([answer.status, gateway.seen.length]).toEqual([503, 1]);
  });

  it("a POST that was refused unread, with 429, goes again with its whole body", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response, count) => void (count === 1 ? response.writeHead(429, { "retry-after": "0" }).end() : response.end("ok")));
    const answer = await gateway.send(`${id}/v3/x`, { method: "POST", body: '{"a":1}', headers: json });
    expect([answer.status, gateway.seen.map(({ body }) => body)]).toEqual([200, ['{"a":1}', '{"a":1}']]);
  });

  it("a body over 256 KB streams through and is not sent again", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response) => void response.writeHead(429, { "retry-after": "0" }).end());
    const body = "z".repeat(300_000);
    const answer = await gateway.send(`${id}/v3/x`, { method: "POST", body, headers: { "content-type": "text/plain" } });
    expect([answer.status, gateway.seen.length, gateway.seen[0]?.body.length]).toEqual([429, 1, body.length]);
  });

  it("wait as long as the vendor asks, by seconds and by date", async () => {
    for (const retryAfter of [() => "1", () => new Date(Date.now() + 2_000).toUTCString()]) {
      const id = await gateway.connect();
      gateway.answer((_request, response, count) => void (count === 1 ? response.writeHead(429, { "retry-after": retryAfter() }).end() : response.end("ok")));
      expect((await gateway.send(`${id}/v1/x`)).status).toBe(200);
      const [first, second] = gateway.seen;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(950);
    }
  });

  it("a broken connection is tried again for a GET, and called unknown for a POST", async () => {
    const id = await gateway.connect();
    gateway.answer((_request, response, count) => void (count === 1 ? response.destroy() : response.end("ok")));
    expect((await gateway.send(`${id}/v1/x`)).status).toBe(200);
    gateway.answer((_request, response) => void response.destroy());
    const answer = await gateway.send(`${id}/v1/x`, { method: "POST", body: "a=1" });
    expect([answer.status, gateway.seen.length]).toEqual([503, 1]);
    expect(await answer.json()).toMatchObject({ error: { code: "SERVICE_UNAVAILABLE", message: expect.stringContaining("not known"), details: { outcome: "unknown" } } });
  });

  it("are for the caller to turn off", async () => {
    const id = await gateway.connect();
    gateway.answer((_request, response) => void response.writeHead(503).end());
    await gateway.send(`${id}/v1/x`, { headers: { "x-patchbay-retries": "0" } });
    expect(gateway.seen).toHaveLength(1);
    const refused = await gateway.send(`${id}/v1/x`, { headers: { "x-patchbay-retries": "many" } });
    expect([refused.status, gateway.seen.length]).toEqual([400, 1]);
  });
});

describe("the budget", () => {
  it("lets calls stand in line, in order, and says how long they waited", async () => {
    const id = await gateway.connect({ budget: [{ calls: 2, seconds: 1 }] });
    gateway.answer((_request, response) => void response.end("ok"));
    const answers = await Promise.all([1, 2, 3, 4].map((n) => gateway.send(`${id}/v1/${n}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const waits = answers.map(({ headers }) => Number(headers.get("x-patchbay-waited-ms") ?? 0));
    expect(waits.filter((ms) => ms > 200)).toHaveLength(2);
    const [first, , third] = gateway.seen;
    expect((third?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(700);
  });

  it("answers 429 with Retry-After when the line is longer than a call waits", async () => {
    const id = await gateway.connect({ budget: [{ calls: 1, seconds: 60 }], queueSeconds: 1 });
    gateway.answer((_request, response) => void response.end("ok"));
    expect((await gateway.send(`${id}/v1/x`)).status).toBe(200);
    const answer = await gateway.send(`${id}/v1/x`);
    expect([answer.status, answer.headers.get("x-patchbay-error")]).toEqual([429, "RATE_LIMIT_EXCEEDED"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(30);
    expect(gateway.seen).toHaveLength(1);
  });

  it("is learned from the vendor's headers", async () => {
    const id = await gateway.connect({ queueSeconds: 0 });
    const reset = Math.ceil(Date.now() / 1_000) + 60;
    gateway.answer((_request, response) => void response.writeHead(200, { "x-ratelimit-limit": "10", "x-ratelimit-remaining": "1", "x-ratelimit-reset": String(reset) }).end("ok"));
    expect((await gateway.send(`${id}/v1/x`)).status).toBe(200);
    gateway.answer((_request, response) => void response.writeHead(200, { "x-ratelimit-limit": "10", "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) }).end("ok"));
    expect((await gateway.send(`${id}/v1/x`)).status).toBe(200);
    expect((await gateway.send(`${id}/v1/x`)).status).toBe(429);
    expect(gateway.seen).toHaveLength(1);
  });
});

describe("our own limits", () => {
  it("answer 429 with Retry-After, by key and by workspace, without asking the vendor", async () => {
    const id = await gateway.connect();
    gateway.answer((_request, response) => void response.end("ok"));
    const key = await createTestKey(gateway.ctx, { scopes: ["calls:run"], callsPerMinute: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await gateway.send(`${id}/v1/x`, { headers: { authorization: `Bearer ${key}` } })).status);
    expect([statuses, gateway.seen.length]).toEqual([[200, 200, 429], 2]);
    expect((await gateway.send(`${id}/v1/x`)).status, "another key").toBe(200);

    const other = await createTestContext(gateway.runtime);
    await updateWorkspace(other, { name: "Limited", callsPerMinute: 1 });
    const theirs = await createTestKey(other, { scopes: ["calls:run"] });
    const connection = await storeTestConnection(other);
    const first = await gateway.send(`${connection.id}/v1/x`, { headers: { authorization: `Bearer ${theirs}` } });
    const second = await gateway.send(`${connection.id}/v1/x`, { headers: { authorization: `Bearer ${theirs}` } });
    expect([first.status, second.status, second.headers.get("x-patchbay-error")]).toEqual([200, 429, "RATE_LIMIT_EXCEEDED"]);
    expect(Number(second.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await second.json()).toMatchObject({ error: { message: expect.stringContaining("This workspace may make 1 call a minute") } });
  });
});

describe("the breaker", () => {
  it("opens when the vendor fails, answers at once, and leaves other connections alone", async () => {
    const [dead, alive] = [await gateway.connect({ retries: 0 }), await gateway.connect({ retries: 0 })];
    gateway.answer((_request, response) => void response.writeHead(500).end());
    for (let count = 0; count < 10; count += 1) await gateway.send(`${dead}/v1/x`);
    const sent = gateway.seen.length;
    const answer = await gateway.send(`${dead}/v1/x`);
    expect([answer.status, answer.headers.get("x-patchbay-error"), gateway.seen.length]).toEqual([503, "SERVICE_UNAVAILABLE", sent]);
    expect(await answer.json()).toMatchObject({ error: { details: { breaker: "open", nextProbeAt: expect.any(String), retryAfterSeconds: expect.any(Number) } } });
    gateway.answer((_request, response) => void response.end("ok"));
    expect((await gateway.send(`${alive}/v1/x`)).status).toBe(200);
    expect((await gateway.recorded(dead)).at(-1)).toMatchObject({ attempts: 0, status: null, errorCode: "SERVICE_UNAVAILABLE", breaker: "open" });
  });

  it("counts no refusal of the vendor as a failure", async () => {
    const id = await gateway.connect({ retries: 0 });
    gateway.answer((_request, response) => void response.writeHead(404).end());
    for (let count = 0; count < 12; count += 1) expect((await gateway.send(`${id}/v1/x`)).status).toBe(404);
  });
});

describe("the cache", () => {
  it("is off unless a connection or a call asks for it", async () => {
    const id = await gateway.connect();
    gateway.answer((_request, response) => void response.writeHead(200, { "cache-control": "max-age=60" }).end("ok"));
    await gateway.send(`${id}/v1/x`);
    await gateway.send(`${id}/v1/x`);
    expect(gateway.seen).toHaveLength(2);
    for (let count = 0; count < 3; count += 1) await gateway.send(`${id}/v1/x`, { headers: { "x-patchbay-cache": "on" } });
    expect(gateway.seen).toHaveLength(3);
  });

  it("keeps what may be kept and revalidates it with the vendor's ETag", async () => {
    const id = await gateway.connect({ isCached: true });
    gateway.answer((request, response) => {
      if (request.headers["if-none-match"] === '"1"') response.writeHead(304, { etag: '"1"' }).end();
      else response.writeHead(200, { etag: '"1"', "cache-control": "no-cache" }).end("first");
    });
    const first = await gateway.send(`${id}/v1/x`);
    const second = await gateway.send(`${id}/v1/x`);
    expect([await first.text(), await second.text(), second.status, second.headers.get("x-patchbay-cache")]).toEqual(["first", "first", 200, "revalidated"]);
    expect((await gateway.recorded(id)).map(({ cache }) => cache)).toEqual(["stored", "revalidated"]);
  });

  it("gives nobody another connection's or another address' answer, nor what must not be stored", async () => {
    const [one, other] = [await gateway.connect({ isCached: true }), await gateway.connect({ isCached: true })];
    gateway.answer((request, response) => void response.writeHead(200, { "cache-control": request.url.includes("never") ? "no-store" : "max-age=60" }).end(request.url));
    for (const path of ["a", "a?x=1", "never"]) for (const id of [one, other]) for (let count = 0; count < 2; count += 1) await gateway.send(`${id}/v1/${path}`);
    expect(gateway.seen).toHaveLength(8);
  });
});

describe("the record", () => {
  it("keeps what a write said, without secrets", async () => {
    const id = await gateway.connect();
    gateway.answer((_request, response) => void response.writeHead(200, { "content-type": "application/json", "x-echo": "sk_test_stored_key" }).end('{"id":"cus_1","client_secret":"pi_secret_1","echo":"sk_test_stored_key"}'));
    await gateway.send(`${id}/v1/customers?api_key=abc&limit=1`, { method: "POST", body: '{"name":"Ada","password":"hunter22","card[number]":"4242"}', headers: json });
    const [row] = await gateway.recorded(id);
    expect(row).toMatchObject({ hasDetail: true, requestBytes: 58, source: "proxy" });
    expect(row?.detail).toMatchObject({ query: "?api_key=[hidden]&limit=1", requestBody: expect.stringContaining('"name":"Ada"'), responseBody: expect.stringContaining('"id":"cus_1"'), isResponseCut: false });
    for (const secret of ["sk_test_stored_key", "hunter22", "pi_secret_1", "4242", "Bearer"]) expect(JSON.stringify(row)).not.toContain(secret);
  });

  it("keeps no more than a beginning, and nothing of a plain GET", async () => {
    const id = await gateway.connect();
    gateway.answer((request, response) => void response.writeHead(request.method === "GET" ? 200 : 400).end("z".repeat(100_000)));
    await (await gateway.send(`${id}/v1/x`)).text();
    await (await gateway.send(`${id}/v1/x`, { method: "POST", body: "a=1" })).text();
    const [plain, failed] = await gateway.recorded(id);
    expect(plain).toMatchObject({ hasDetail: false, detail: null, responseBytes: 100_000 });
    expect(failed?.detail).toMatchObject({ isResponseCut: true });
    expect(failed?.detail?.responseBody?.length).toBe(16 * 1024);
  });
});
