import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "@/server/demo/find-free-port";
import { type Answer, ask } from "./ask";
import { expectGatewayError, expectUnharmed, type GatewayWorld, startGatewayWorld } from "./gateway-world";
import { type OwnPostgres, openOwnPostgres } from "./own-postgres";
import { type ServerProcess, startServer } from "./server-process";

const keyed = (key: string, headers: Record<string, string> = {}) => ({ "idempotency-key": key, "content-type": "application/json", ...headers });
const unknownOutcome = /unknown|not known/i;

describe("a call with an Idempotency-Key", () => {
  let world: GatewayWorld;
  beforeAll(async () => {
    world = await startGatewayWorld();
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    world.vendor.reset();
    let made = 0;
    world.vendor.answer((_request, response) => {
      made += 1;
      const body = JSON.stringify({ id: `ch_${made}` });
      setTimeout(() => response.writeHead(201, { "content-type": "application/json", "x-vendor": String(made) }).end(body), 300);
    });
  });
  afterEach(() => expectUnharmed(world));

  const post = (key: string, body: unknown = { amount: 100 }, target = "/v1/charges") => world.call("POST", target, { headers: keyed(key), body });

  it("is sent once, however many twins come at once, and all get its answer", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => post("twins")));
    expect(world.vendor.requests).toHaveLength(1);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['201 {"id":"ch_1"}']));
    expect(new Set(answers.map(({ headers }) => headers["x-vendor"]))).toEqual(new Set(["1"]));
  });

  it("is answered from the record when it comes again, and the answer says so", async () => {
    const first = await post("again");
    expect([first.status, first.headers["idempotency-replayed"]]).toEqual([201, undefined]);
    for (let round = 0; round < 3; round += 1) {
      const again = await post("again");
      expect([again.status, again.text, again.headers["idempotency-replayed"], again.headers["x-vendor"]]).toEqual([201, first.text, "true", "1"]);
    }
    expect(world.vendor.requests).toHaveLength(1);
  });

  it("keeps an answer that says no as well", async () => {
    world.vendor.answer((_request, response) => response.writeHead(402, { "content-type": "application/json" }).end('{"error":"declined"}'));
    expect((await post("declined")).status).toBe(402);
    expect(await post("declined")).toMatchObject({ status: 402, text: '{"error":"declined"}' });
    expect(world.vendor.requests).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ["body", { amount: 200 }, "/v1/charges"],
    ["path", { amount: 100 }, "/v1/refunds"],
    ["query", { amount: 100 }, "/v1/charges?x=1"],
  ])("is refused when its %s is another", async (what, body, target) => {
    await post(`other ${what}`);
    const other = await post(`other ${what}`, body, target);
    expectGatewayError(other, other.status, String(other.headers["x-patchbay-error"]));
    expect([409, 422]).toContain(other.status);
    expect(world.vendor.requests).toHaveLength(1);
  });

  it("is another call under another key, and without one", async () => {
    const answers = [await post("one"), await post("two"), await world.call("POST", "/v1/charges", { body: { amount: 100 } })];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(3);
  });

  it("is refused when its body is larger than 256 KB", async () => {
    expectGatewayError(await post("large", { text: "x".repeat(300 * 1024) }), 413, "INVALID_REQUEST");
    expect(world.vendor.requests).toEqual([]);
  });

  it("tells nobody of the key in its history or log", async () => {
    await post("canary-key-canary");
    expect(world.server.logs()).not.toContain("canary-key-canary");
  });
});

describe("a call that the vendor turns away", () => {
  let world: GatewayWorld;
  beforeAll(async () => {
    world = await startGatewayWorld();
  });
  afterAll(() => world.stop());
  beforeEach(() => world.vendor.reset());
  afterEach(() => expectUnharmed(world));

  /** Turns away the first so many requests, then answers. */
  function turnAway(times: number, status: number, headers: () => Record<string, string> = () => ({})): void {
    let left = times;
    world.vendor.answer((_request, response) => {
      left -= 1;
      if (left >= 0) response.writeHead(status, headers()).end("not now");
      else response.writeHead(200).end("ok");
    });
  }

  it.each(["GET", "HEAD"])("with 503 is made again when it is %s", async (method) => {
    turnAway(1, 503);
    expect((await world.call(method, "/v1/x")).status).toBe(200);
    expect(world.vendor.requests).toHaveLength(2);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("with 503 is not made again when it is a %s without a key", async (method) => {
    turnAway(1, 503);
    expect(await world.call(method, "/v1/x", { body: { a: 1 } })).toMatchObject({ status: 503, text: "not now" });
    expect(world.vendor.requests).toHaveLength(1);
  });

  it("by hanging up is made again when it changes nothing", async () => {
    let isFirst = true;
    world.vendor.answer((_request, response, socket) => {
      if (!isFirst) return response.end("ok");
      isFirst = false;
      return socket.resetAndDestroy();
    });
    expect((await world.call("GET", "/v1/x")).status).toBe(200);
    isFirst = true;
    expectGatewayError(await world.call("POST", "/v1/x", { body: { a: 1 } }), 503, "SERVICE_UNAVAILABLE");
    expect(world.vendor.requests.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
  });

  it("for ever gets the vendor's own answer after a few attempts", async () => {
    turnAway(1_000, 503);
    expect(await world.call("GET", "/v1/x")).toMatchObject({ status: 503, text: "not now" });
    expect(world.vendor.requests.length).toBeLessThanOrEqual(5);
  });

  it("with 429 waits as many seconds as it is told", async () => {
    turnAway(1, 429, () => ({ "retry-after": "2" }));
    const startedAt = Date.now();
    expect((await world.call("GET", "/v1/x")).status).toBe(200);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_900);
    expect(world.vendor.requests).toHaveLength(2);
  });

  it("with 429 waits until the date that it is told", async () => {
    let until = 0;
    turnAway(1, 429, () => {
      until = Math.ceil(Date.now() / 1_000 + 2) * 1_000;
      return { "retry-after": new Date(until).toUTCString() };
    });
    expect((await world.call("GET", "/v1/x")).status).toBe(200);
    expect(Date.now()).toBeGreaterThanOrEqual(until - 100);
    expect(world.vendor.requests).toHaveLength(2);
  });
});

it.each(["86400", new Date(Date.now() + 86_400_000).toUTCString()])("a call that is turned away until tomorrow is handed on at once, and the next ones are not sent: %s", async (after) => {
  const world = await startGatewayWorld();
  try {
    world.vendor.answer((_request, response) => response.writeHead(429, { "retry-after": after }).end("not now"));
    const startedAt = Date.now();
    const answer = await world.call("GET", "/v1/x");
    expect([answer.status, answer.text, Date.now() - startedAt < 5_000]).toEqual([429, "not now", true]);
    expectGatewayError(await world.call("GET", "/v1/x"), 429, "RATE_LIMIT_EXCEEDED");
    expect(world.vendor.requests.filter(({ url }) => url === "/v1/x")).toHaveLength(1);
  } finally {
    await world.stop();
  }
});

describe("a process that is killed", () => {
  it("between the vendor's answer and its record leaves a call whose outcome is unknown, and that is not sent again", async () => {
    const world = await startGatewayWorld();
    try {
      const killed = new Promise((resolve) => {
        world.vendor.answer((_request, response) => void world.server.stop("SIGKILL").then(() => resolve(response.end('{"id":"ch_1"}'))));
      });
      const call = (server: ServerProcess) => ask(server.port, "POST", `/api/proxy/${world.connectionId}/v1/charges`, { headers: keyed("killed", { authorization: `Bearer ${server.env["BOOTSTRAP_API_KEY"]}` }), body: { amount: 100 } });
      await expect(call(world.server)).rejects.toThrow();
      await killed;
      const restarted = await startServer(world.server.env);
      try {
        await expect.poll(() => call(restarted).then((answer) => (expectGatewayError(answer, 409, "CONFLICT"), answer.text)), { timeout: 90_000, interval: 1_000 }).toMatch(unknownOutcome);
        expect(world.vendor.requests).toHaveLength(1);
      } finally {
        await restarted.stop("SIGKILL");
      }
    } finally {
      await world.stop();
    }
  });

  it("under load beside another on one PostgreSQL has none of its calls sent twice", async () => {
    const database: OwnPostgres = await openOwnPostgres();
    const world = await startGatewayWorld({ DATABASE_URL: database.url });
    const other = await startBeside(world.server);
    try {
      world.vendor.answer((_request, response) => void setTimeout(() => response.end("{}"), 50));
      const call = (server: ServerProcess, key: number): Promise<Answer | undefined> =>
        ask(server.port, "POST", `/api/proxy/${world.connectionId}/v1/charges/${key}`, { headers: keyed(`load-${key}`, { authorization: `Bearer ${server.env["BOOTSTRAP_API_KEY"]}` }), body: { key } }).catch(() => undefined);
      const keys = Array.from({ length: 300 }, (_, index) => index);
      const first = keys.map(async (key) => {
        await delay(key * 10);
        return Promise.all([call(world.server, key), call(other, key)]);
      });
      await delay(1_500);
      await other.stop("SIGKILL");
      await Promise.all(first);
      const again = await Promise.all(keys.map((key) => call(world.server, key)));
      for (const answer of again) expect([200, 409], `${answer?.text}\n${linesAbout(answer, world.server)}`).toContain(answer?.status);
      const times = new Map<string, number>();
      for (const { url } of world.vendor.requests) times.set(url, (times.get(url) ?? 0) + 1);
      expect([...times].filter(([, count]) => count > 1)).toEqual([]);
      expect(again.filter((answer) => answer?.status === 200).length).toBeGreaterThan(200);
    } finally {
      await other.stop("SIGKILL");
      await world.stop();
      await database.stop();
    }
  });
});

/** What the server's log says about the request of an answer. */
function linesAbout(answer: Answer | undefined, server: ServerProcess): string {
  const { requestId = "" } = (answer?.json as { error?: { requestId: string } } | undefined)?.error ?? {};
  return requestId === "" ? "" : server.logs().split("\n").filter((line) => line.includes(requestId)).join("\n");
}

/** A second process of the same installation: the same database, keys and vendors, on another port. */
async function startBeside({ env }: ServerProcess): Promise<ServerProcess> {
  const { DATA_DIR: _folder, ...shared } = env;
  const port = String(await findFreePort());
  return startServer({ ...shared, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` });
}
