import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { createConnection } from "mysql2";
import { freePort } from "@/db/testing-postgres";

const run = promisify(execFile);

export type TestMariadb = {
  host: string;
  port: number;
  /** May log in with `password`, and read and write the database `shop`. */
  username: string;
  password: string;
  database: string;
  /** As root. */
  execute(sql: string): Promise<unknown[]>;
  stop(): Promise<void>;
};

/**
 * A real MariaDB server on loopback. `tls` gives it a self-signed certificate; with `required` it refuses plain
 * connections. Throws with the reason when this machine has no server.
 */
export async function startTestMariadb(options: { tls?: "offered" | "required" } = {}): Promise<TestMariadb> {
  const server = find("mariadbd");
  const install = find("mariadb-install-db");
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-mariadb-"));
  const data = path.join(folder, "data");
  const socketPath = path.join(folder, "s.sock");
  await chmod(folder, 0o777);
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? ["--user=mysql"] : [];
  // A server that starts sweeps its tmpdir, also of what another one is using there. The kernel's own asynchronous writes
  // are few for a whole machine, and others may hold them.
  const temporary = path.join(folder, "tmp");
  await mkdir(temporary);
  await chmod(temporary, 0o777);
  const small = [`--tmpdir=${temporary}`, "--innodb-use-native-aio=0", "--innodb-buffer-pool-size=8M", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin", "--performance-schema=OFF"];
  await run(install, ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve", ...small, ...as]).catch((error: unknown) => {
    throw new Error(`MariaDB could not be set up: ${error instanceof Error && "stderr" in error && "stdout" in error ? `${String(error.stdout)} ${String(error.stderr)}`.slice(-2_000) : String(error)}`);
  });
  const port = await freePort();
  const security = options.tls ? [...(await certificate(folder, isRoot)), `--require-secure-transport=${options.tls === "required" ? "ON" : "OFF"}`] : ["--skip-ssl"];
  const running = spawn(server, ["--no-defaults", `--datadir=${data}`, `--socket=${socketPath}`, `--port=${port}`, "--bind-address=127.0.0.1", `--pid-file=${path.join(folder, "pid")}`, "--skip-name-resolve", ...small, ...security, ...as], { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  running.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const stop = async () => {
    const exited = new Promise((resolve) => running.once("exit", resolve));
    if (running.exitCode === null && running.kill("SIGTERM")) await exited;
    await rm(folder, { recursive: true, force: true });
  };
  const execute = async (sql: string) => {
    const client = createConnection({ socketPath, user: "root", multipleStatements: true });
    try {
      return await new Promise<unknown[]>((resolve, reject) => client.query(sql, (error, rows: unknown) => (error ? reject(error) : resolve(Array.isArray(rows) ? rows : []))));
    } finally {
      client.destroy();
    }
  };
  await until(() => execute("select 1"), () => `MariaDB did not start:\n${log.slice(-4_000)}`, stop);
  const account = { username: "app", password: "password of the app", database: "shop" };
  await execute(`create database shop; create database secret; create user app@'%' identified by '${account.password}'; grant all on shop.* to app@'%'; flush privileges`);
  return { host: "127.0.0.1", port, ...account, execute, stop };
}

function find(name: string): string {
  const found = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (found) return found;
  throw new Error("There is no MariaDB server on this machine, and these tests need a real one. Install it, on Debian with: apt-get install mariadb-server");
}

async function certificate(folder: string, isRoot: boolean): Promise<string[]> {
  const [key, file] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  await run("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", file]);
  if (isRoot) {
    const idOf = async (flag: string) => Number((await run("id", [flag, "mysql"])).stdout.trim());
    const [uid, gid] = [await idOf("-u"), await idOf("-g")];
    for (const made of [key, file]) await chown(made, uid, gid);
  }
  return [`--ssl-key=${key}`, `--ssl-cert=${file}`];
}

async function until(isReady: () => Promise<unknown>, why: () => string, giveUp: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await isReady();
      return;
    } catch {
      await delay(100);
    }
  }
  await giveUp();
  throw new Error(why());
}
