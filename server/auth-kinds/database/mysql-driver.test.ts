import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createEgress, type Egress } from "@/server/lib/http/egress";
import { startTcpServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import type { DatabaseTarget, ProbeOutcome } from "./driver";
import { mysqlDriver } from "./mysql-driver";
import { startTestMariadb, type TestMariadb } from "./testing-mariadb";

let plain: TestMariadb;
let offering: TestMariadb;
let requiring: TestMariadb;
let egress: Egress;

beforeAll(async () => {
  [plain, offering, requiring] = await Promise.all([startTestMariadb(), startTestMariadb({ tls: "offered" }), startTestMariadb({ tls: "required" })]);
  egress = createEgress({ allow: ["127.0.0.0/8", "localhost", "missing.example"], allowedOrigins: [], lookup: async (host) => (host === "localhost" ? [{ address: "127.0.0.1", family: 4 }] : noSuchHost(host)) });
});
afterAll(() => Promise.all([plain?.stop(), offering?.stop(), requiring?.stop(), egress?.close()]));

function noSuchHost(host: string): never {
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
}

function targetOf({ host, port, username, password, database }: TestMariadb, changes: Partial<DatabaseTarget> = {}): DatabaseTarget {
  return { host, port, username, password: new Secret(password), database, tls: "auto", ...changes };
}

const probe = (target: DatabaseTarget, signal = AbortSignal.timeout(10_000)): Promise<ProbeOutcome> => mysqlDriver.probe(egress, target, signal);

describe("a login that works", () => {
  it("works in the clear, where the server has no encryption", async () => {
    expect(await probe(targetOf(plain))).toEqual({ kind: "ok" });
    expect(await probe(targetOf(plain, { tls: "disable", database: null }))).toEqual({ kind: "ok" });
  });

  it("is encrypted when the server offers it, and always when it is required", async () => {
    await offering.execute("create user strict@'%' identified by 'password of the strict' require ssl");
    expect(await probe(targetOf(offering, { username: "strict", password: new Secret("password of the strict"), database: null }))).toEqual({ kind: "ok" });
    expect(await probe(targetOf(offering, { tls: "require" }))).toEqual({ kind: "ok" });
    expect(await probe(targetOf(requiring))).toEqual({ kind: "ok" });
  });

  it("leaves nothing behind on the server", async () => {
    await probe(targetOf(plain));
    await vi.waitFor(async () => expect(await plain.execute("select id from information_schema.processlist where user = 'app'")).toEqual([]));
  });
});

describe("a login that fails names the field to mend", () => {
  const cases: [string, () => DatabaseTarget, { kind: string; field: string; message: RegExp }][] = [
    ["a wrong password", () => targetOf(plain, { password: new Secret("wrong") }), { kind: "refused", field: "password", message: /refused the user name or the password/ }],
    ["no password", () => targetOf(plain, { password: null }), { kind: "refused", field: "password", message: /user name or the password/ }],
    ["an unknown user", () => targetOf(plain, { username: "nobody" }), { kind: "refused", field: "password", message: /user name or the password/ }],
    ["a database that is another's", () => targetOf(plain, { database: "secret" }), { kind: "refused", field: "database", message: /may not use the database secret/ }],
    ["encryption that the server does not have", () => targetOf(plain, { tls: "require" }), { kind: "refused", field: "tls", message: /does not offer encryption/ }],
    ["no encryption where the server requires it", () => targetOf(requiring, { tls: "disable" }), { kind: "refused", field: "password", message: /with encryption only/ }],
    ["a certificate that nobody vouches for", () => targetOf(offering, { host: "localhost", tls: "verify-full" }), { kind: "refused", field: "tls", message: /certificate of localhost cannot be trusted/ }],
    ["a closed port", () => targetOf(plain, { port: 1 }), { kind: "unreachable", field: "port", message: /refused the connection/ }],
    ["an unknown host", () => targetOf(plain, { host: "missing.example" }), { kind: "unreachable", field: "host", message: /no address in DNS/ }],
  ];
  it.each(cases)("%s", async (_name, target, expected) => {
    const outcome = await probe(target());
    if (outcome.kind === "ok") throw new Error("it was let in");
    expect(outcome, outcome.detail).toMatchObject({ kind: expected.kind, message: expect.stringMatching(expected.message) });
    expect(Object.keys(outcome.fields)).toEqual([expected.field]);
    expect(JSON.stringify(outcome)).not.toContain("password of the app");
  });

  it("a private host, with the variable that opens it", async () => {
    const closed = createEgress({ allow: [], allowedOrigins: [] });
    await expect(mysqlDriver.probe(closed, targetOf(plain), AbortSignal.timeout(5_000))).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { host: expect.stringContaining("EGRESS_ALLOW") } } });
    await closed.close();
  });
});

describe("a server that is not what it should be", () => {
  afterEach(() => void vi.restoreAllMocks());

  const packet = (sequence: number, body: Buffer) => Buffer.concat([Buffer.from([body.length & 255, (body.length >> 8) & 255, (body.length >> 16) & 255, sequence]), body]);
  /** Protocol 10 with the capabilities given, asking for `plugin`. */
  const greeting = (plugin: string, capabilities = 0x00_08_82_00) =>
    packet(0, Buffer.concat([Buffer.from([10]), Buffer.from("8.0.0\0"), Buffer.from([1, 0, 0, 0]), Buffer.from("12345678"), Buffer.from([0, capabilities & 255, (capabilities >> 8) & 255, 33, 2, 0, (capabilities >> 16) & 255, (capabilities >> 24) & 255, 21]), Buffer.alloc(10), Buffer.from("123456789012\0"), Buffer.from(`${plugin}\0`)]));

  async function probeHostile(first: Buffer | null, answers: Buffer[] = [], tls: DatabaseTarget["tls"] = "disable"): Promise<{ outcome: ProbeOutcome; heard: string }> {
    vi.spyOn(console, "error").mockReturnValue(undefined); // the library complains there of what a server sends
    let heard = "";
    const server = await startTcpServer((socket) => {
      let turn = 0;
      if (first === null) return void socket.destroy();
      socket.write(first);
      socket.on("data", (chunk) => {
        heard += chunk.toString("latin1");
        const answer = answers[turn++];
        if (answer) socket.write(answer);
      });
    });
    try {
      const deadline = new AbortController();
      setTimeout(() => deadline.abort(new DOMException("late", "TimeoutError")), 2_000).unref();
      return { outcome: await probe({ ...targetOf(plain), port: server.port, tls }, deadline.signal), heard };
    } finally {
      await server.close();
    }
  }

  it.each<[string, Buffer | null, Buffer[], string]>([
    ["speaks another protocol", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n"), [], "unreachable|refused"],
    ["sends a greeting that is cut", packet(0, Buffer.from([10, 56])), [], "refused|unreachable"],
    ["sends bytes without end", Buffer.concat([packet(0, Buffer.alloc(200_000, 1)), packet(1, Buffer.alloc(200_000, 1))]), [], "refused"],
    ["hangs up", null, [], "unreachable"],
    ["sends a key that is none", greeting("caching_sha2_password"), [packet(2, Buffer.from([1, 4])), packet(4, Buffer.concat([Buffer.from([1]), Buffer.from("not a key")]))], "refused|unreachable"],
    ["asks for a login that nobody knows", greeting("mysql_native_password"), [packet(2, Buffer.from("\xfeauth_of_nobody\0data\0", "latin1"))], "refused"],
    ["answers with nonsense", greeting("mysql_native_password"), [packet(2, Buffer.from([7, 7, 7, 7]))], "refused|unreachable"],
  ])("%s", async (_what, first, answers, kinds) => {
    const { outcome } = await probeHostile(first, answers);
    expect(outcome.kind).toMatch(new RegExp(`^(${kinds})$`));
  });

  it("asks for the password in the clear, and does not get it", async () => {
    const { outcome, heard } = await probeHostile(greeting("mysql_native_password"), [packet(2, Buffer.from("\xfemysql_clear_password\0", "latin1"))]);
    expect(outcome).toMatchObject({ kind: "refused", fields: { username: expect.any(String) } });
    expect(heard).not.toContain("password of the app");
  });

  it("asks for a file of this machine, and does not get it", async () => {
    const ok = packet(2, Buffer.from([0, 0, 0, 2, 0, 0, 0]));
    const { outcome, heard } = await probeHostile(greeting("mysql_native_password"), [ok, packet(1, Buffer.from("\xfb/etc/passwd", "latin1"))]);
    expect(outcome.kind).not.toBe("ok");
    expect(heard).not.toContain("root:");
  });

  it("slips plain packets past the encryption that comes next", async () => {
    const injected = Buffer.concat([greeting("mysql_native_password", 0x00_08_8a_00), packet(2, Buffer.from([0, 0, 0, 2, 0, 0, 0]))]);
    const { outcome, heard } = await probeHostile(injected, [], "require");
    expect(outcome).toMatchObject({ kind: "refused", fields: { port: expect.any(String) } });
    expect(heard).not.toContain("app");
  });
});
