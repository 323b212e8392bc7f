import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/server/lib/http/egress";
import { startTcpServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import type { DatabaseTarget, ProbeOutcome } from "./driver";
import { smtpDriver } from "./smtp-driver";

type Mail = { port: number; seen: string[]; close(): Promise<void> };

const password = "password of the mail user";
const folder = mkdtempSync(path.join(tmpdir(), "patchbay-smtp-"));
let egress: Egress;
let plain: Mail;
let starttls: Mail;
let relay: Mail;

async function startMail(options: SMTPServerOptions): Promise<Mail> {
  const seen: string[] = [];
  const server = new SMTPServer({
    authOptional: false,
    disableReverseLookup: true,
    ...options,
    onAuth: (auth, _session, done) => {
      seen.push(`auth ${auth.username}`);
      if (auth.username === "busy") return done(Object.assign(new Error("try later"), { responseCode: 454 }));
      if (auth.username === "gmail") return done(Object.assign(new Error("5.7.9 Application-specific password required"), { responseCode: 534 }));
      return auth.username === "app@acme.test" && auth.password === password ? done(null, { user: auth.username }) : done(Object.assign(new Error(`5.7.8 no ${auth.password ?? ""}`), { responseCode: 535 }));
    },
    onConnect: (session, done) => {
      seen.push("connect");
      done();
    },
    onMailFrom: (_address, _session, done) => {
      seen.push("mail");
      done();
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, seen, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

beforeAll(async () => {
  const [keyFile, certFile] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", keyFile, "-out", certFile], { stdio: "ignore" });
  const [key, cert] = [readFileSync(keyFile, "utf8"), readFileSync(certFile, "utf8")];
  [plain, starttls, relay] = await Promise.all([startMail({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true }), startMail({ key, cert }), startMail({ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"] })]);
  egress = createEgress({ allow: ["127.0.0.0/8", "localhost"], allowedOrigins: [], lookup: async () => [{ address: "127.0.0.1", family: 4 }] });
});
afterAll(async () => {
  await Promise.all([plain?.close(), starttls?.close(), relay?.close(), egress?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

function targetOf({ port }: Pick<Mail, "port">, changes: Partial<DatabaseTarget> = {}): DatabaseTarget {
  return { host: "127.0.0.1", port, username: "app@acme.test", password: new Secret(password), database: null, tls: "auto", ...changes };
}

const probe = (target: DatabaseTarget, signal = AbortSignal.timeout(10_000)): Promise<ProbeOutcome> => smtpDriver.probe(egress, target, signal);

describe("a login that works", () => {
  it.each<[string, () => DatabaseTarget]>([
    ["in the clear, where the server has no encryption", () => targetOf(plain)],
    ["said without encryption", () => targetOf(plain, { tls: "disable" })],
    ["encrypted, where the server offers it", () => targetOf(starttls)],
    ["encrypted without a look at the certificate", () => targetOf(starttls, { tls: "require" })],
    ["without a user, where none is needed", () => targetOf(relay, { username: null, password: null })],
  ])("%s", async (_name, target) => {
    expect(await probe(target())).toEqual({ kind: "ok" });
  });

  it("sends nothing", async () => {
    plain.seen.splice(0);
    await probe(targetOf(plain));
    expect(plain.seen).toEqual(["connect", "auth app@acme.test"]);
  });
});

describe("a login that fails names the field to mend", () => {
  const cases: [string, () => DatabaseTarget, { kind: string; field: string; message: RegExp }][] = [
    ["a wrong password", () => targetOf(plain, { password: new Secret("canary-wrong") }), { kind: "refused", field: "password", message: /refused the user name or the password/ }],
    ["an account that wants an app password", () => targetOf(plain, { username: "gmail" }), { kind: "refused", field: "password", message: /wants an app password/ }],
    ["a server that cannot check right now", () => targetOf(plain, { username: "busy" }), { kind: "unreachable", field: "host", message: /right now/ }],
    ["a server without logins", () => targetOf(relay), { kind: "refused", field: "port", message: /takes no login/ }],
    ["encryption that the server does not have", () => targetOf(plain, { tls: "require" }), { kind: "refused", field: "tls", message: /does not offer encryption/ }],
    ["a certificate that nobody vouches for", () => targetOf(starttls, { host: "localhost", tls: "verify-full" }), { kind: "refused", field: "tls", message: /certificate of localhost cannot be trusted/ }],
    ["a closed port", () => targetOf({ port: 1 }), { kind: "unreachable", field: "port", message: /refused the connection/ }],
  ];
  it.each(cases)("%s", async (_name, target, expected) => {
    const outcome = await probe(target());
    if (outcome.kind === "ok") throw new Error("it was let in");
    expect(outcome).toMatchObject({ kind: expected.kind, message: expect.stringMatching(expected.message) });
    expect(Object.keys(outcome.fields)).toEqual([expected.field]);
    expect(JSON.stringify(outcome)).not.toContain(password);
  });

  it("a private host, with the variable that opens it", async () => {
    const closed = createEgress({ allow: [], allowedOrigins: [] });
    await expect(smtpDriver.probe(closed, targetOf(plain), AbortSignal.timeout(5_000))).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { host: expect.stringContaining("EGRESS_ALLOW") } } });
    await closed.close();
  });

  it("a login in the clear is not made where encryption was asked for and did not come", async () => {
    plain.seen.splice(0);
    await probe(targetOf(plain, { tls: "verify-full" }));
    expect(plain.seen).not.toContain("auth app@acme.test");
  });
});

describe("a server that is not what it should be", () => {
  async function probeAt(onSocket: Parameters<typeof startTcpServer>[0], signal?: AbortSignal): Promise<ProbeOutcome> {
    const server = await startTcpServer(onSocket);
    try {
      return await probe(targetOf(server, { tls: "disable" }), signal);
    } finally {
      await server.close();
    }
  }

  it("speaks another protocol", async () => {
    expect(await probeAt((socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n"))).toMatchObject({ kind: "refused", fields: { port: expect.stringContaining("not answer like a mail server") } });
  });

  it("talks without end", async () => {
    expect((await probeAt((socket) => socket.write("220-".concat("a".repeat(1_000_000))))).kind).not.toBe("ok");
  });

  it("hangs up, or never says a word", async () => {
    expect(await probeAt((socket) => socket.destroy())).toMatchObject({ kind: "unreachable" });
    expect(await probeAt(() => undefined, AbortSignal.timeout(500))).toMatchObject({ kind: "unreachable" });
  });

  it("does not let us in", async () => {
    expect(await probeAt((socket) => socket.write("554 5.7.1 blocked\r\n"))).toMatchObject({ kind: expect.stringMatching(/refused|unreachable/) });
  });
});
