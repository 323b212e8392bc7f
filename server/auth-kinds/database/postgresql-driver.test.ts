import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestPostgres, type TestPostgres } from "@/db/testing-postgres";
import { createEgress, type Egress } from "@/server/lib/http/egress";
import { startTcpServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import type { DatabaseTarget, ProbeOutcome } from "./driver";
import { postgresqlDriver } from "./postgresql-driver";

let plain: TestPostgres;
let offering: TestPostgres;
let requiring: TestPostgres;
let egress: Egress;

beforeAll(async () => {
  [plain, offering, requiring] = await Promise.all([startTestPostgres(), startTestPostgres({ tls: "offered" }), startTestPostgres({ tls: "required" })]);
  egress = createEgress({ allow: ["127.0.0.0/8", "localhost", "missing.example"], allowedOrigins: [], lookup: async (host) => (host === "localhost" ? [{ address: "127.0.0.1", family: 4 }] : noSuchHost(host)) });
});
afterAll(() => Promise.all([plain?.stop(), offering?.stop(), requiring?.stop(), egress?.close()]));

function noSuchHost(host: string): never {
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
}

function targetOf({ host, port, username, password, database }: TestPostgres, changes: Partial<DatabaseTarget> = {}): DatabaseTarget {
  return { host, port, username, password: new Secret(password), database, tls: "auto", ...changes };
}

const probe = (target: DatabaseTarget, signal = AbortSignal.timeout(10_000)): Promise<ProbeOutcome> => postgresqlDriver.probe(egress, target, signal);

describe("a login that works", () => {
  it("works in the clear, where the server has no encryption", async () => {
    expect(await probe(targetOf(plain))).toEqual({ kind: "ok" });
    expect(await probe(targetOf(plain, { tls: "disable" }))).toEqual({ kind: "ok" });
  });

  it("is encrypted when the server offers it, and always when it is required", async () => {
    expect(await probe(targetOf(offering, { tls: "require" }))).toEqual({ kind: "ok" });
    expect(await probe(targetOf(requiring))).toEqual({ kind: "ok" });
    expect(await probe(targetOf(requiring, { tls: "require" }))).toEqual({ kind: "ok" });
  });

  it("leaves nothing behind on the server", async () => {
    await probe(targetOf(plain));
    await expect(plain.execute("do $$ begin if exists (select 1 from pg_stat_activity where usename = 'app') then raise exception 'still there'; end if; end $$")).resolves.toBeUndefined();
  });
});

describe("a login that fails names the field to mend", () => {
  const cases: [string, () => DatabaseTarget, { kind: string; field: string; message: RegExp }][] = [
    ["a wrong password", () => targetOf(plain, { password: new Secret("wrong") }), { kind: "refused", field: "password", message: /refused the user name or the password/ }],
    ["no password", () => targetOf(plain, { password: null }), { kind: "refused", field: "password", message: /user name or the password/ }],
    ["an unknown user", () => targetOf(plain, { username: "nobody" }), { kind: "refused", field: "password", message: /user name or the password/ }],
    ["an unknown database", () => targetOf(plain, { database: "nowhere" }), { kind: "refused", field: "database", message: /no database nowhere/ }],
    ["encryption that the server does not have", () => targetOf(plain, { tls: "require" }), { kind: "refused", field: "tls", message: /does not offer encryption/ }],
    ["no encryption where the server requires it", () => targetOf(requiring, { tls: "disable" }), { kind: "refused", field: "tls", message: /encrypted connections only/ }],
    ["a certificate that nobody vouches for", () => targetOf(offering, { host: "localhost", tls: "verify-full" }), { kind: "refused", field: "tls", message: /certificate of localhost cannot be trusted/ }],
    ["a closed port", () => targetOf(plain, { port: 1 }), { kind: "unreachable", field: "port", message: /refused the connection/ }],
    ["an unknown host", () => targetOf(plain, { host: "missing.example" }), { kind: "unreachable", field: "host", message: /no address in DNS/ }],
  ];
  it.each(cases)("%s", async (_name, target, expected) => {
    const outcome = await probe(target());
    if (outcome.kind === "ok") throw new Error("it was let in");
    expect(outcome.kind).toBe(expected.kind);
    expect(outcome.message).toMatch(expected.message);
    expect(Object.keys(outcome.fields)).toEqual([expected.field]);
    expect(JSON.stringify(outcome)).not.toContain("password of the app");
  });

  it("a private host, with the variable that opens it", async () => {
    const closed = createEgress({ allow: [], allowedOrigins: [] });
    await expect(postgresqlDriver.probe(closed, targetOf(plain), AbortSignal.timeout(5_000))).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: expect.stringContaining("EGRESS_ALLOW"),
      details: { fields: { host: expect.stringContaining("EGRESS_ALLOW") } },
    });
    await closed.close();
  });
});

describe("a server that is not what it should be", () => {
  const frame = (type: string, body: Buffer) => Buffer.concat([Buffer.from(type), uint32(body.length + 4), body]);
  const uint32 = (value: number) => Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  const scram = Buffer.concat([uint32(10), Buffer.from("SCRAM-SHA-256\0\0")]);

  async function probeHostile(answers: (Buffer | null)[]): Promise<ProbeOutcome> {
    const server = await startTcpServer((socket) => {
      let turn = 0;
      socket.on("data", () => {
        const answer = answers[turn++];
        if (answer) socket.write(answer);
        else if (answer === null) socket.destroy();
      });
    });
    const started = Date.now();
    try {
      const late = new DOMException("late", "TimeoutError");
      const deadline = new AbortController();
      setTimeout(() => deadline.abort(late), 3_000).unref();
      return await probe({ ...targetOf(plain), port: server.port, tls: "disable" }, deadline.signal);
    } finally {
      expect(Date.now() - started).toBeLessThan(4_000);
      await server.close();
    }
  }

  it("speaks another protocol", async () => {
    const outcome = await probeHostile([Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")]);
    expect(outcome).toMatchObject({ kind: "refused", fields: { port: expect.stringContaining("does not answer like PostgreSQL") } });
  });

  it("asks for more hashing than anyone should do", async () => {
    const challenge = Buffer.concat([uint32(11), Buffer.from("r=abc,s=c2FsdA==,i=2000000000")]);
    expect(await probeHostile([frame("R", scram), frame("R", challenge)])).toMatchObject({ kind: "refused", fields: { port: expect.any(String) } });
  });

  it("sends a challenge without a salt, which the client library would reject where nobody listens", async () => {
    const challenge = Buffer.concat([uint32(11), Buffer.from("r=abc")]);
    expect(await probeHostile([frame("R", scram), frame("R", challenge)])).toMatchObject({ kind: "refused", fields: { port: expect.any(String) } });
  });

  it("describes a row whose name never ends, on which the client library would spin for ever", async () => {
    const ready = frame("Z", Buffer.from("I"));
    const row = frame("T", Buffer.concat([Buffer.from([0, 1]), Buffer.from("abc")]));
    expect(await probeHostile([Buffer.concat([frame("R", uint32(0)), ready]), row])).toMatchObject({ kind: "refused", fields: { port: expect.any(String) } });
  });

  it("claims a message of two gigabytes", async () => {
    expect(await probeHostile([Buffer.concat([Buffer.from("R"), uint32(0x7fffffff)])])).toMatchObject({ kind: "refused", fields: { port: expect.any(String) } });
  });

  it("hangs up", async () => {
    expect(await probeHostile([null])).toMatchObject({ kind: "unreachable" });
  });

  it("never says a word", async () => {
    expect(await probeHostile([])).toMatchObject({ kind: "unreachable" });
  });
});
