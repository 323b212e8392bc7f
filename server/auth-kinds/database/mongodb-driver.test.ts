import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/server/lib/http/egress";
import { startTcpServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import type { DatabaseTarget, ProbeOutcome } from "./driver";
import { makeMongodbDriver, mongodbDriver } from "./mongodb-driver";
import { findMongoHosts, type SrvLookup } from "./mongodb-hosts";
import { startStubMongodb, type StubMongodb } from "./testing-mongodb";

let plain: StubMongodb;
let old: StubMongodb;
let open: StubMongodb;
let encrypted: StubMongodb;
let egress: Egress;
const folder = mkdtempSync(path.join(tmpdir(), "patchbay-mongodb-"));

beforeAll(async () => {
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", cert], { stdio: "ignore" });
  [plain, old, open, encrypted] = await Promise.all([
    startStubMongodb(),
    startStubMongodb({ mechanisms: ["SCRAM-SHA-1"] }),
    startStubMongodb({ needsLogin: false }),
    startStubMongodb({ tls: { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") } }),
  ]);
  egress = createEgress({ allow: ["127.0.0.0/8", "a.cluster.example", "b.cluster.example"], allowedOrigins: [], lookup: async (host) => (host.endsWith(".cluster.example") ? [{ address: "127.0.0.1", family: 4 }] : noSuchHost(host)) });
});
afterAll(async () => {
  await Promise.all([plain?.stop(), old?.stop(), open?.stop(), encrypted?.stop(), egress?.close()]);
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  for (const stub of [plain, old, open, encrypted]) Object.assign(stub, { instead: null, commands: [] });
});

function noSuchHost(host: string): never {
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
}

function targetOf({ host, port, username, password }: StubMongodb, changes: Partial<DatabaseTarget> = {}): DatabaseTarget {
  return { host, port, username, password: new Secret(password), database: "shop", tls: "auto", extra: { scheme: "mongodb" }, ...changes };
}

const probe = (target: DatabaseTarget, signal = AbortSignal.timeout(10_000), driver = mongodbDriver): Promise<ProbeOutcome> => driver.probe(egress, target, signal);

describe("a login that works", () => {
  it.each<[string, () => DatabaseTarget]>([
    ["with SCRAM-SHA-256, in the clear where the server has no encryption", () => targetOf(plain)],
    ["with SCRAM-SHA-1, where the server knows no other", () => targetOf(old, { tls: "disable" })],
    ["without a user, where none is needed", () => targetOf(open, { username: null, password: null })],
    ["encrypted because the server speaks nothing else", () => targetOf(encrypted)],
    ["encrypted without a look at the certificate", () => targetOf(encrypted, { tls: "require" })],
    ["at the second host, where the first is down", () => targetOf(plain, { host: `127.0.0.1:1,127.0.0.1:${plain.port}`, tls: "disable" })],
  ])("%s", async (_name, target) => {
    expect(await probe(target())).toEqual({ kind: "ok" });
  });

  it("reads nothing but names, and names itself", async () => {
    await probe(targetOf(plain, { tls: "disable", extra: { scheme: "mongodb", auth_source: "people" } }));
    expect(plain.commands.map((command) => Object.keys(command)[0])).toEqual(["hello", "saslStart", "saslContinue", "ping"]);
    expect(plain.commands[0]).toMatchObject({ client: { driver: { name: "Patchbay" } }, saslSupportedMechs: "people.app" });
    expect(plain.commands[1]).toMatchObject({ $db: "people" });
    expect(JSON.stringify(plain.commands)).not.toContain(plain.password);
  });
});

describe("a login that fails names the field to mend", () => {
  const cases: [string, () => DatabaseTarget, { kind: string; field: string; message: RegExp }][] = [
    ["a wrong password", () => targetOf(plain, { password: new Secret("wrong") }), { kind: "refused", field: "password", message: /refused the user name or the password/ }],
    ["an unknown user", () => targetOf(plain, { username: "nobody" }), { kind: "refused", field: "password", message: /admin here/ }],
    ["a user without a password", () => targetOf(plain, { password: null }), { kind: "refused", field: "password", message: /needs a password/ }],
    ["no user, where one is needed", () => targetOf(plain, { username: null }), { kind: "refused", field: "username", message: /asks for a user name/ }],
    ["a certificate that nobody vouches for", () => targetOf(encrypted, { tls: "verify-full" }), { kind: "refused", field: "tls", message: /certificate of 127\.0\.0\.1 cannot be trusted/ }],
    ["a closed port", () => targetOf(plain, { port: 1 }), { kind: "unreachable", field: "port", message: /refused the connection/ }],
    ["an unknown host", () => targetOf(plain, { host: "missing.example" }), { kind: "unreachable", field: "host", message: /no address in DNS/ }],
  ];
  it.each(cases)("%s", async (_name, target, expected) => {
    const outcome = await probe(target());
    if (outcome.kind === "ok") throw new Error("it was let in");
    expect(outcome).toMatchObject({ kind: expected.kind, message: expect.stringMatching(expected.message) });
    expect(Object.keys(outcome.fields)).toEqual([expected.field]);
    expect(JSON.stringify(outcome)).not.toContain(plain.password);
  });

  it("encryption where there is none", async () => {
    expect((await probe(targetOf(plain, { tls: "require" }))).kind).not.toBe("ok");
  });

  it("a private host among others, with the variable that opens it, before any is connected to", async () => {
    const closed = createEgress({ allow: ["127.0.0.0/8"], allowedOrigins: [] });
    const attempt = mongodbDriver.probe(closed, targetOf(plain, { host: `127.0.0.1:${plain.port},10.0.0.5` }), AbortSignal.timeout(5_000));
    await expect(attempt).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { host: expect.stringContaining("EGRESS_ALLOW") } } });
    expect(plain.commands).toEqual([]);
    await closed.close();
  });
});

describe("a name that DNS lists servers for", () => {
  const srv = (names: string[], port: number, texts: string[][] = []): SrvLookup => ({ srv: async () => names.map((name) => ({ name, port })), txt: async () => texts });
  const target = (changes: Partial<DatabaseTarget> = {}) => targetOf(plain, { host: "db.cluster.example", extra: { scheme: "mongodb+srv" }, tls: "disable", ...changes });

  it("leads to them, with the options that stand beside", async () => {
    const driver = makeMongodbDriver(srv(["a.cluster.example", "b.cluster.example"], plain.port, [["authSource=people&", "replicaSet=x&loadBalanced=true"]]));
    expect(await probe(target(), undefined, driver)).toEqual({ kind: "ok" });
    expect(plain.commands[0]).toMatchObject({ loadBalanced: true, saslSupportedMechs: "people.app" });
  });

  it("is encrypted, and the certificate checked, unless something else is chosen", async () => {
    const driver = makeMongodbDriver(srv(["a.cluster.example"], encrypted.port));
    expect(await probe(target({ tls: "auto" }), undefined, driver)).toMatchObject({ kind: "refused", fields: { tls: expect.any(String) } });
  });

  it.each([[["a.elsewhere.example"]], [["cluster.example"]], [[]]])("is refused where they are %j, outside of its own domain", async (names) => {
    expect(await probe(target(), undefined, makeMongodbDriver(srv(names, plain.port)))).toMatchObject({ kind: "refused", fields: { host: expect.stringContaining("not to be trusted") } });
    expect(plain.commands).toEqual([]);
  });

  it("vets every one of them", async () => {
    const closed = createEgress({ allow: [], allowedOrigins: [], lookup: async (host) => [{ address: host.startsWith("a.") ? "93.184.216.34" : "169.254.169.254", family: 4 }] });
    await expect(makeMongodbDriver(srv(["a.cluster.example", "b.cluster.example"], 27017)).probe(closed, target(), AbortSignal.timeout(5_000))).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    await closed.close();
  });

  it.each<[string, string, string]>([
    ["ENOTFOUND", "refused", "no MongoDB servers"],
    ["ESERVFAIL", "unreachable", "DNS did not say"],
  ])("is explained when DNS says %s", async (code, kind, message) => {
    const driver = makeMongodbDriver({ srv: () => Promise.reject(Object.assign(new Error(code), { code })), txt: async () => [] });
    expect(await probe(target(), undefined, driver)).toMatchObject({ kind, message: expect.stringContaining(message) });
  });
});

it("reads hosts with and without their ports", async () => {
  const hosts = (host: string) => findMongoHosts(targetOf(plain, { host, port: 27017 })).then((seeds) => seeds.hosts);
  expect(await hosts("a.example, b.example:27018")).toEqual([{ host: "a.example", port: 27017 }, { host: "b.example", port: 27018 }]);
  expect(await hosts("[fd12::1]:27018")).toEqual([{ host: "fd12::1", port: 27018 }]);
  await expect(hosts(Array.from({ length: 13 }, (_, index) => `h${index}`).join(","))).rejects.toThrow(/at most 12/);
});

describe("a server that is not what it should be", () => {
  const challenged = (challenge: string) => (command: { saslStart?: number }) => (command.saslStart ? { ok: 1, conversationId: 1, done: false, payload: Buffer.from(challenge) } : null);

  it.each<[string, StubMongodb["instead"]]>([
    ["asks for more hashing than anyone should do", (command) => challenged(`${/r=[^,]+/.exec(Buffer.from(command["payload"] ?? "").toString())?.[0]}x,s=c2FsdA==,i=2000000000`)(command)],
    ["asks for hardly any", (command) => challenged(`${/r=[^,]+/.exec(Buffer.from(command["payload"] ?? "").toString())?.[0]}x,s=c2FsdA==,i=1`)(command)],
    ["forgets our nonce", (command) => challenged("r=other,s=c2FsdA==,i=15000")(command)],
    ["does not prove that it knows the password", (command) => (command["saslContinue"] ? { ok: 1, conversationId: 1, done: true, payload: Buffer.from("v=AAAA") } : null)],
    ["claims a message of two gigabytes", () => Buffer.from([0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0])],
    ["sends nonsense for a document", () => Buffer.concat([Buffer.from([30, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0xdd, 7, 0, 0, 0, 0, 0, 0, 0]), Buffer.alloc(9, 255)])],
  ])("%s", async (_what, instead) => {
    plain.instead = instead;
    const started = Date.now();
    expect(await probe(targetOf(plain, { tls: "disable" }))).toMatchObject({ kind: "refused", fields: { port: expect.any(String) } });
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it("speaks another protocol, hangs up, or never says a word", async () => {
    const http = await startTcpServer((socket) => socket.on("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
    expect(await probe({ ...targetOf(plain), port: http.port, tls: "disable" })).toMatchObject({ kind: "refused", fields: { port: expect.any(String) } });
    const closing = await startTcpServer((socket) => socket.destroy());
    expect(await probe({ ...targetOf(plain), port: closing.port, tls: "disable" })).toMatchObject({ kind: "unreachable" });
    const silent = await startTcpServer(() => undefined);
    expect(await probe({ ...targetOf(plain), port: silent.port, tls: "disable" }, AbortSignal.timeout(500))).toMatchObject({ kind: "unreachable" });
    await Promise.all([http.close(), closing.close(), silent.close()]);
  });
});
