import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ask } from "./ask";
import { makeFolder, removeFolders, runToExit, type ServerProcess, startServer } from "./server-process";

const running: ServerProcess[] = [];
const start = async (env: Record<string, string> = {}) => {
  const server = await startServer(env);
  running.push(server);
  return server;
};
afterAll(async () => {
  await Promise.all(running.map((server) => server.stop("SIGKILL")));
  await removeFolders();
});

const byKey = (server: ServerProcess) => ({ headers: { authorization: `Bearer ${server.env["BOOTSTRAP_API_KEY"]}` } });
const signIn = (server: ServerProcess, email: string, password: string) => ask(server.port, "POST", "/api/auth/sign-in/email", { headers: { origin: server.url }, body: { email, password } });

describe("the first start", () => {
  it("makes owner, workspace and key from BOOTSTRAP_*, and a later one ignores them with a log line", async () => {
    // From nothing at all: the folder itself is made too.
    const first = await start({ DATA_DIR: path.join(await makeFolder(), "new", "data") });
    expect((await ask(first.port, "GET", "/api/connections", byKey(first))).json).toEqual({ success: true, connections: [], nextCursor: null });
    const signedIn = await signIn(first, first.env["BOOTSTRAP_OWNER_EMAIL"] ?? "", first.env["BOOTSTRAP_OWNER_PASSWORD"] ?? "");
    expect(signedIn.status, signedIn.text).toBe(200);
    expect(first.logs()).toContain("The first account and its workspace were made from the BOOTSTRAP_* variables.");
    expect(first.logs()).not.toContain("/setup?token=");
    for (const secret of ["BOOTSTRAP_OWNER_PASSWORD", "BOOTSTRAP_API_KEY", "CREDENTIAL_VAULT_SECRET", "CREDENTIAL_VAULT_SALT"]) expect(first.logs()).not.toContain(first.env[secret]);
    expect(await first.stop()).toEqual({ code: 0, signal: null });

    const second = await start({ ...first.env, BOOTSTRAP_OWNER_EMAIL: "thief@contract.example", BOOTSTRAP_API_KEY: "x".repeat(40) });
    expect(second.logs()).toContain("The BOOTSTRAP_* variables are ignored: somebody has an account here already.");
    expect((await ask(second.port, "GET", "/api/connections", byKey(first))).status).toBe(200);
    expect((await ask(second.port, "GET", "/api/connections", byKey(second))).status).toBe(401);
    expect((await signIn(second, "thief@contract.example", second.env["BOOTSTRAP_OWNER_PASSWORD"] ?? "")).status).toBe(401);
    await second.stop();
  });

  it("without them prints a setup link that makes the first account, once", async () => {
    const nobody = { BOOTSTRAP_OWNER_EMAIL: "", BOOTSTRAP_OWNER_PASSWORD: "", BOOTSTRAP_API_KEY: "" };
    const server = await start(nobody);
    const [, token = ""] = new RegExp(`${server.url}/setup\\?token=([\\w-]{43})\\n`).exec(server.logs()) ?? [];
    expect(token).not.toBe("");
    const setUp = (given: string, email: string) =>
      ask(server.port, "POST", "/api/trpc/workspaces.completeSetup", { headers: { origin: server.url }, body: { token: given, name: "Ada", email, password: "a long enough password", workspaceName: "Acme" } });
    expect((await setUp("x".repeat(43), "thief@contract.example")).status).toBe(403);
    expect((await setUp("", "thief@contract.example")).status).toBe(400);
    const done = await setUp(token, "ada@contract.example");
    expect(done.status, done.text).toBe(200);
    expect(done.text).not.toContain(token);
    expect((await setUp(token, "thief@contract.example")).status).toBe(409);
    expect((await signIn(server, "ada@contract.example", "a long enough password")).status).toBe(200);
    await server.stop();

    const again = await start({ ...server.env });
    expect(again.logs()).not.toContain("/setup?token=");
    await again.stop();
  });
});

describe("a start that is refused ends with code 1 and says the variable, the rule and the fix", () => {
  it.each([
    [{ CREDENTIAL_VAULT_SECRET: "" }, "CREDENTIAL_VAULT_SECRET is not set", "openssl rand -base64 32"],
    [{ CREDENTIAL_VAULT_SALT: "" }, "CREDENTIAL_VAULT_SALT is not set", "openssl rand -base64 32"],
    [{ CREDENTIAL_VAULT_SECRET: "short" }, "CREDENTIAL_VAULT_SECRET has to be at least 32 characters", "openssl rand -base64 32"],
    [{ CREDENTIAL_VAULT_SALT: "short" }, "CREDENTIAL_VAULT_SALT has to be at least 16 characters", "openssl rand -base64 16"],
    [{ PORT: "eighty" }, "PORT has to be a whole number", "such as 3000"],
    [{ HOST: "not a host" }, "HOST has to be a host name", "such as 127.0.0.1"],
    [{ PUBLIC_URL: "patchbay.example.com" }, "PUBLIC_URL has to be an http(s) address", "such as https://patchbay.example.com"],
    [{ TRUSTED_PROXIES: "10.0.0.0/8,load-balancer" }, "TRUSTED_PROXIES has to be a list of addresses", '"load-balancer" is not one'],
    [{ EGRESS_ALLOW: "http://10.0.0.1" }, "EGRESS_ALLOW has to be a list of ranges", '"http://10.0.0.1" is not one'],
    [{ DATABASE_URL: "mysql://db.example.com/x" }, "DATABASE_URL has to be an address", "such as postgres://"],
    [{ REDIS_URL: "localhost" }, "REDIS_URL has to be an address", "such as redis://"],
    [{ SMTP_URL: "localhost" }, "SMTP_URL has to be an address", "such as smtp://"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL has to be one of", "trace"],
    [{ CONNECTOR_ENDPOINTS: "/nowhere/endpoints.json" }, "CONNECTOR_ENDPOINTS has to be the path of a JSON file", "ENOENT"],
    [{ BOOTSTRAP_OWNER_EMAIL: "owner" }, "BOOTSTRAP_OWNER_EMAIL has to be an e-mail address", "such as owner@example.com"],
    [{ BOOTSTRAP_OWNER_EMAIL: "" }, "BOOTSTRAP_OWNER_EMAIL and BOOTSTRAP_OWNER_PASSWORD go together", "set both or neither"],
    [{ BOOTSTRAP_OWNER_PASSWORD: "short" }, "BOOTSTRAP_OWNER_PASSWORD has to be at least 12 characters", "12"],
    [{ BOOTSTRAP_WORKSPACE: "Not A Slug" }, "BOOTSTRAP_WORKSPACE has to be lower-case", "such as `acme`"],
    [{ BOOTSTRAP_API_KEY: "short" }, "BOOTSTRAP_API_KEY has to be at least 32 characters", "openssl rand -base64 32"],
    [{ DATABASE_URL: "postgres://u:canary-password@127.0.0.1:1/x" }, "DATABASE_URL has to name a PostgreSQL server that answers", "Start it, or correct the address"],
  ])("%o", async (env, rule, fix) => {
    const { code, output } = await runToExit(env);
    expect(code, output).toBe(1);
    expect(output).toContain(`Patchbay did not start:\n  - ${rule}`);
    expect(output).toContain(fix);
    expect(output).not.toMatch(/\n\s+at /);
    expect(output).not.toContain("canary-password");
  });

  it("an address that is not this machine's", async () => {
    const { code, output } = await runToExit({ HOST: "192.0.2.1" });
    expect([code, output]).toEqual([1, expect.stringContaining("HOST has to be an address of this machine, and 192.0.2.1 is not (EADDRNOTAVAIL). Set HOST to 127.0.0.1")]);
  });

  it("a port that is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const PORT = String((other.address() as AddressInfo).port);
    const { code, output } = await runToExit({ PORT });
    expect([code, output]).toEqual([1, expect.stringContaining(`PORT has to be free, and another program listens on ${PORT} of 127.0.0.1 already.`)]);
    await new Promise((resolve) => other.close(resolve));
  });

  it("a data folder that is a file", async () => {
    const file = path.join(await makeFolder(), "file");
    await writeFile(file, "");
    const { code, output } = await runToExit({ DATA_DIR: file });
    expect([code, output]).toEqual([1, expect.stringContaining(`DATA_DIR has to be a folder that this process may write to, and ${file} is not`)]);
  });
});

describe("a data folder that is in use, or was", () => {
  it("is refused to a second process, with the first one named", async () => {
    const first = await start();
    const { code, output } = await runToExit({ ...first.env, PORT: "0" });
    expect([code, output]).toEqual([1, expect.stringContaining(`DATA_DIR is in use: process ${first.pid} has `)]);
    expect(output).toContain("give this one another DATA_DIR");
    expect((await ask(first.port, "GET", "/health/ready")).status).toBe(200);
    await first.stop();
  });

  it("does not open under another vault secret, and stays whole for the right one", async () => {
    const first = await start();
    await first.stop();
    for (const [name, value] of [["CREDENTIAL_VAULT_SECRET", "w".repeat(40)], ["CREDENTIAL_VAULT_SALT", "w".repeat(20)]] as const) {
      const { code, output } = await runToExit({ ...first.env, [name]: value });
      expect([code, output]).toEqual([1, expect.stringContaining("CREDENTIAL_VAULT_SECRET, with this CREDENTIAL_VAULT_SALT, does not open the credentials stored in this database.")]);
      expect(output).toContain("CREDENTIAL_VAULT_SECRET_PREVIOUS");
    }
    const changed = { ...first.env, CREDENTIAL_VAULT_SECRET: "n".repeat(40), CREDENTIAL_VAULT_SECRET_PREVIOUS: first.env["CREDENTIAL_VAULT_SECRET"] ?? "" };
    const moved = await start(changed);
    expect((await ask(moved.port, "GET", "/api/connections", byKey(moved))).status).toBe(200);
    await moved.stop();
    const after = await start({ ...changed, CREDENTIAL_VAULT_SECRET_PREVIOUS: "" });
    expect((await ask(after.port, "GET", "/health/ready")).status).toBe(200);
    await after.stop();
  });
});
