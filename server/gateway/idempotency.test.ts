import { setTimeout as delay } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idempotencyRecord } from "@/db/schema/connections";
import { startTestGateway, type TestGateway } from "./testing";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const write = (id: string, key: string, body = '{"a":1}') => gateway.send(`${id}/v3/x`, { method: "POST", body, headers: { "content-type": "application/json", "idempotency-key": key } });
const rowsOf = (id: string) => gateway.runtime.database.db.select().from(idempotencyRecord).where(eq(idempotencyRecord.connectionId, id));

describe("an Idempotency-Key", () => {
  it("makes a hundred twins one call", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response, count) => void setTimeout(() => response.writeHead(201, { "x-count": String(count) }).end(`made ${count}`), 100));
    const answers = await Promise.all(Array.from({ length: 100 }, () => write(id, "twins")));
    expect(new Set(await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()} ${answer.headers.get("x-count")}`)))).toEqual(new Set(["201 made 1 1"]));
    expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === "true")).toHaveLength(99);
    expect(gateway.seen).toHaveLength(1);
  });

  it("belongs to one request, and to one connection", async () => {
    const [one, other] = [await gateway.connect({}, "sendgrid"), await gateway.connect({}, "sendgrid")];
    gateway.answer((_request, response) => void response.end("ok"));
    expect((await write(one, "k")).status).toBe(200);
    const refused = await write(one, "k", '{"a":2}');
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: { code: "CONFLICT", message: expect.stringContaining("another request") } }]);
    expect((await write(other, "k", '{"a":2}')).status).toBe(200);
    expect(gateway.seen).toHaveLength(2);
  });

  it("goes to the vendor in its own header, and only then is a write sent again", async () => {
    const [knows, ignores] = [await gateway.connect(), await gateway.connect({}, "sendgrid")];
    gateway.answer((_request, response, count) => void (count === 1 ? response.writeHead(503, { "retry-after": "0" }).end() : response.end("ok")));
    expect((await write(knows, "")).status).toBe(400);
    expect((await write(knows, "stripe-knows-it")).status).toBe(200);
    expect(gateway.seen.map(({ headers }) => headers["idempotency-key"])).toEqual(["stripe-knows-it", "stripe-knows-it"]);
    gateway.answer((_request, response) => void response.writeHead(503).end("no"));
    expect([(await write(ignores, "k2")).status, (await write(ignores, "k2")).status, gateway.seen.length]).toEqual([503, 503, 1]);
  });

  it("is free again when nothing was done", async () => {
    const id = await gateway.connect({ retries: 0 }, "sendgrid");
    gateway.answer((_request, response, count) => void (count === 1 ? response.writeHead(429).end() : response.end("ok")));
    expect((await write(id, "k")).status).toBe(429);
    await delay(1_100);
    expect((await write(id, "k")).status).toBe(200);
  });

  it("whose call broke says that the outcome is unknown, and sends nothing more", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response) => void response.destroy());
    expect((await write(id, "k")).status).toBe(503);
    const twin = await write(id, "k");
    expect([twin.status, await twin.json(), gateway.seen.length]).toMatchObject([409, { error: { code: "CONFLICT", details: { outcome: "unknown" } } }, 1]);
  });

  it("of a process that died does so too, once it is known to be dead", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response) => void response.end("ok"));
    await write(id, "k");
    await gateway.runtime.database.db.update(idempotencyRecord).set({ state: "started", owner: "a dead one", aliveUntil: sql`now() + interval '1 second'` }).where(eq(idempotencyRecord.connectionId, id));
    const startedAt = Date.now();
    expect((await write(id, "k")).status).toBe(409);
    expect(Date.now() - startedAt).toBeGreaterThan(700);
    expect(gateway.seen).toHaveLength(1);
  });

  it("takes no body over 256 KB", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response) => void response.end("ok"));
    const refused = await write(id, "k", "z".repeat(256 * 1024 + 1));
    expect([refused.status, gateway.seen.length]).toEqual([413, 0]);
  });

  it("keeps its answer sealed, and for a day", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response) => void response.end("personal data"));
    await write(id, "k");
    const [row] = await rowsOf(id);
    expect(JSON.stringify(row)).not.toContain("personal");
    expect(JSON.stringify(row)).not.toContain(Buffer.from("personal data").toString("base64"));
    expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    await gateway.runtime.database.db.update(idempotencyRecord).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(idempotencyRecord.connectionId, id));
    expect((await write(id, "k", '{"a":2}')).status).toBe(200);
    expect(gateway.seen).toHaveLength(2);
  });

  it("means nothing on a GET", async () => {
    const id = await gateway.connect({}, "sendgrid");
    gateway.answer((_request, response) => void response.end("ok"));
    for (let count = 0; count < 2; count += 1) await gateway.send(`${id}/v3/x`, { headers: { "idempotency-key": "k" } });
    expect([gateway.seen.length, (await rowsOf(id)).length]).toEqual([2, 0]);
  });
});
