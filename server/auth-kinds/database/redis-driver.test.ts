import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/server/lib/errors";
import { createEgress, type Egress } from "@/server/lib/http/egress";
import { startTcpServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import type { DatabaseTarget, ProbeOutcome } from "./driver";
import { redisDriver } from "./redis-driver";
import { startTestRedis, type TestRedis } from "./testing-redis";

let plain: TestRedis;
let open: TestRedis;
let encrypted: TestRedis;
let egress: Egress;

beforeAll(async () => {
  [plain, open, encrypted] = await Promise.all([startTestRedis(), startTestRedis({ password: "" }), startTestRedis({ tls: true })]);
  egress = createEgress({ allow: ["127.0.0.0/8"], allowedOrigins: [] });
});
afterAll(() => Promise.all([plain?.stop(), open?.stop(), encrypted?.stop(), egress?.close()]));

function targetOf({ host, port, password }: TestRedis, changes: Partial<DatabaseTarget> = {}): DatabaseTarget {
  return { host, port, username: null, password: password === "" ? null : new Secret(password), database: "0", tls: "auto", ...changes };
}

const probe = (target: DatabaseTarget, signal = AbortSignal.timeout(10_000)): Promise<ProbeOutcome> => redisDriver.probe(egress, target, signal);

describe("a login that works", () => {
  it.each<[string, () => DatabaseTarget]>([
    ["with the default user's password", () => targetOf(plain)],
    ["said without encryption", () => targetOf(plain, { tls: "disable" })],
    ["with a user name", () => targetOf(plain, { username: "default" })],
    ["into another database", () => targetOf(plain, { database: "3" })],
    ["without a password, where none is set", () => targetOf(open)],
    ["encrypted because the server speaks nothing else", () => targetOf(encrypted)],
    ["encrypted without a look at the certificate", () => targetOf(encrypted, { tls: "require" })],
  ])("%s", async (_name, target) => {
    expect(await probe(target())).toEqual({ kind: "ok" });
  });
});

describe("a login that fails names the field to mend", () => {
  const cases: [string, () => DatabaseTarget, { kind: string; field: string; message: RegExp }][] = [
    ["a wrong password", () => targetOf(plain, { password: new Secret("wrong") }), { kind: "refused", field: "password", message: /refused the user name or the password/ }],
    ["a wrong user", () => targetOf(plain, { username: "nobody" }), { kind: "refused", field: "password", message: /refused the user name or the password/ }],
    ["no password, where the connection itself would be let in", () => targetOf(plain, { password: null }), { kind: "refused", field: "password", message: /needs a password/ }],
    ["a password where none is set", () => targetOf(open, { password: new Secret("superfluous") }), { kind: "refused", field: "password", message: /no password set/ }],
    ["a database number beyond the last", () => targetOf(plain, { database: "99" }), { kind: "refused", field: "database", message: /no database number 99/ }],
    ["encryption where there is none", () => targetOf(plain, { tls: "require" }), { kind: "refused", field: "tls", message: /does not encrypt on port/ }],
    ["no encryption where there is nothing else", () => targetOf(encrypted, { tls: "disable" }), { kind: "unreachable", field: "host", message: /closed the connection/ }],
    ["a certificate that nobody vouches for", () => targetOf(encrypted, { tls: "verify-full" }), { kind: "refused", field: "tls", message: /certificate of 127\.0\.0\.1 cannot be trusted/ }],
    ["a closed port", () => targetOf(plain, { port: 1 }), { kind: "unreachable", field: "port", message: /refused the connection/ }],
  ];
  it.each(cases)("%s", async (_name, target, expected) => {
    const outcome = await probe(target());
    if (outcome.kind === "ok") throw new Error("it was let in");
    expect(outcome).toMatchObject({ kind: expected.kind, message: expect.stringMatching(expected.message) });
    expect(Object.keys(outcome.fields)).toEqual([expected.field]);
    expect(JSON.stringify(outcome)).not.toContain("password of redis");
  });

  it("a server that speaks HTTP", async () => {
    const server = await startTcpServer((socket) => socket.on("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
    expect(await probe({ ...targetOf(plain), port: server.port, tls: "disable" })).toMatchObject({ kind: "refused", fields: { port: expect.stringContaining("does not answer like Redis") } });
    await server.close();
  });

  it("a server that says nothing, within the time it is given", async () => {
    const server = await startTcpServer(() => undefined);
    const deadline = new AbortController();
    setTimeout(() => deadline.abort(new AppError("TIMEOUT", "127.0.0.1 did not answer within 1 second.")), 1_000);
    expect(await probe({ ...targetOf(plain), port: server.port, tls: "disable" }, deadline.signal)).toMatchObject({ kind: "unreachable", code: "TIMEOUT" });
    await server.close();
  });

  it("a private host, with the variable that opens it", async () => {
    const closed = createEgress({ allow: [], allowedOrigins: [] });
    await expect(redisDriver.probe(closed, targetOf(plain), AbortSignal.timeout(5_000))).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { host: expect.stringContaining("EGRESS_ALLOW") } } });
    await closed.close();
  });
});
