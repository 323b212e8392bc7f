import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";

const run = promisify(execFile);
type Ids = { uid?: number; gid?: number };

export type TestPostgres = {
  host: string;
  port: number;
  /** May log in with `password`; it owns the database `orders`. */
  username: string;
  password: string;
  database: string;
  /** As the superuser. */
  execute(sql: string): Promise<void>;
  stop(): Promise<void>;
};

/**
 * A real PostgreSQL server on loopback that asks for SCRAM passwords. `tls` gives it a self-signed certificate for
 * localhost; with `required` it refuses plain connections. Throws with the reason when this machine has no server.
 */
export async function startTestPostgres(options: { tls?: "offered" | "required" } = {}): Promise<TestPostgres> {
  const bin = findBinaries();
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-pg-"));
  await chmod(folder, 0o777);
  const data = path.join(folder, "data");
  const superuser = { username: "postgres", password: "superuser of a test" };
  const passwordFile = path.join(folder, "password");
  await writeFile(passwordFile, superuser.password, { mode: 0o644 });
  const as = await serverUser();
  await run(path.join(bin, "initdb"), ["-D", data, "-U", superuser.username, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--no-sync", "-E", "UTF8", "--locale=C"], { cwd: tmpdir(), ...as });
  if (options.tls) await makeCertificate(data, as);
  if (options.tls === "required") await writeFile(path.join(data, "pg_hba.conf"), "hostssl all all all scram-sha-256\n");
  const port = await freePort();
  const settings = { listen_addresses: "127.0.0.1", port: String(port), unix_socket_directories: folder, fsync: "off", ssl: options.tls ? "on" : "off" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(path.join(bin, "postgres"), ["-D", data, ...flags], { cwd: tmpdir(), stdio: ["ignore", "ignore", "pipe"], ...as });
  let log = "";
  server.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const stop = async () => {
    const exited = new Promise((resolve) => server.once("exit", resolve));
    if (server.exitCode === null && server.kill("SIGINT")) await exited;
    await rm(folder, { recursive: true, force: true });
  };
  const execute = async (sql: string) => {
    const client = postgres({ host: "127.0.0.1", port, ...superuser, database: "postgres", max: 1, ssl: options.tls ? { rejectUnauthorized: false } : false, onnotice: () => undefined });
    await client.unsafe(sql).finally(() => client.end());
  };
  await until(() => execute("select 1"), () => `PostgreSQL did not start:\n${log}`, stop);
  const account = { username: "app", password: "password of the app", database: "orders" };
  await execute(`create role ${account.username} login password '${account.password}'`);
  await execute(`create database ${account.database} owner ${account.username}`);
  return { host: "127.0.0.1", port, ...account, execute, stop };
}

function findBinaries(): string {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => path.join(root, version, "bin")), ...(process.env["PATH"] ?? "").split(":")];
  const found = folders.find((folder) => folder !== "" && existsSync(path.join(folder, "initdb")));
  if (found) return found;
  throw new Error("There is no PostgreSQL server on this machine, and these tests need a real one. Install it, on Debian with: apt-get install postgresql");
}

/** The server refuses to run as root; the user that its package made may. */
async function serverUser(): Promise<Ids> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout.trim());
  return { uid: await idOf("-u"), gid: await idOf("-g") };
}

async function makeCertificate(data: string, as: Ids): Promise<void> {
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  await run("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...subject, "-keyout", path.join(data, "server.key"), "-out", path.join(data, "server.crt")], { cwd: tmpdir(), ...as });
}

/** A loopback port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port is free"))));
    });
  });
}

async function until(isReady: () => Promise<void>, why: () => string, giveUp: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await isReady();
    } catch {
      await delay(100);
    }
  }
  await giveUp();
  throw new Error(why());
}
