import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startTestPostgres } from "@/db/testing-postgres";
import { findFreePort } from "@/server/demo/find-free-port";

const ticksPerSecond = 100;
const readyWithinMs = 60_000;

export type Started = { pid: number; port: number };
export type Patchbay = Started & { origin: string; headers: Record<string, string>; connect(slug: string, fields: Record<string, string>): Promise<string> };

/** Everything that a benchmark starts: on loopback, in processes of its own, and gone when `stop` is done. */
export type Bench = {
  folder: string;
  /** Which database Patchbay runs on. */
  database: "embedded database" | "PostgreSQL";
  startScript(file: string, ...args: string[]): Promise<Started>;
  startProgram(command: string, args: string[], port: number): Promise<Started>;
  startPatchbay(endpoints: Record<string, Started>): Promise<Patchbay>;
  stop(): Promise<void>;
};

export async function openBench(withPostgres = process.argv.includes("--postgres")): Promise<Bench> {
  if (!existsSync("dist/server.mjs") || !existsSync(".next/BUILD_ID")) throw new Error("The app is not built, and benchmarks drive the built app. Run: npm run build");
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-bench-"));
  const postgres = withPostgres ? await startTestPostgres() : undefined;
  const children: ChildProcess[] = [];
  const run = (command: string, args: string[], env?: Record<string, string>) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"], env: { ...(env ?? process.env), NODE_ENV: "production" } });
    children.push(child);
    return child;
  };

  async function startPatchbay(endpoints: Record<string, Started>): Promise<Patchbay> {
    const file = path.join(folder, `endpoints-${children.length}.json`);
    await writeFile(file, JSON.stringify(Object.fromEntries(Object.entries(endpoints).map(([slug, { port }]) => [slug, { apiBaseUrl: `http://127.0.0.1:${port}` }]))));
    const port = await findFreePort();
    const key = `bench-${randomBytes(24).toString("hex")}`;
    const password = randomBytes(16).toString("hex");
    const url = postgres && Object.assign(new URL(`postgres://${postgres.host}:${postgres.port}/${postgres.database}`), { username: postgres.username, password: postgres.password }).href;
    const child = run(process.execPath, ["dist/server.mjs"], { ...settings(folder, port, key, file), BOOTSTRAP_OWNER_PASSWORD: password, ...(url === undefined ? {} : { DATABASE_URL: url }) });
    child.stdout.resume();
    const origin = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${origin}/health/ready`)).ok, "Patchbay");
    const headers = { authorization: `Bearer ${key}` };
    const connect = async (slug: string, fields: Record<string, string>) => {
      const answer = await fetch(`${origin}/api/mcps/${slug}/connect/api-key`, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(fields) });
      const { connection }: { connection?: { id: string } } = JSON.parse(await answer.text());
      if (!connection) throw new Error(`the benchmark could not connect ${slug}: ${answer.status}`);
      await liftBudget(origin, password, connection.id);
      return `${origin}/api/proxy/${connection.id}`;
    };
    return { pid: child.pid ?? 0, port, origin, headers, connect };
  }

  return {
    folder,
    database: postgres ? "PostgreSQL" : "embedded database",
    startPatchbay,
    async startScript(file, ...args) {
      const child = run(process.execPath, [file, ...args]);
      const port = await new Promise<number>((resolve, reject) => {
        child.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk.toString())));
        child.once("exit", () => reject(new Error(`${file} ended`)));
      });
      return { pid: child.pid ?? 0, port };
    },
    async startProgram(command, args, port) {
      const child = run(command, args);
      await until(async () => (await fetch(`http://127.0.0.1:${port}/`)).status > 0, command);
      return { pid: child.pid ?? 0, port };
    },
    async stop() {
      const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
      const ended = running.map((child) => new Promise((resolve) => child.once("exit", resolve)));
      for (const child of running) child.kill("SIGTERM");
      const cut = setTimeout(() => running.forEach((child) => child.kill("SIGKILL")), 15_000);
      await Promise.all(ended);
      clearTimeout(cut);
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** On, but far above what is measured: a vendor's own budget, such as Stripe's 100 calls a second, would be the figure otherwise. */
async function liftBudget(origin: string, password: string, connectionId: string): Promise<void> {
  const headers = { origin, "content-type": "application/json" };
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, { method: "POST", headers, body: JSON.stringify({ email: "bench@example.test", password }) });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(";", 1)[0]).join("; ");
  const changed = await fetch(`${origin}/api/trpc/gateway.updateCallPolicy`, { method: "POST", headers: { ...headers, cookie }, body: JSON.stringify({ connectionId, policy: { budget: [{ calls: 1_000_000, seconds: 1 }] } }) });
  if (!changed.ok) throw new Error(`the benchmark could not lift the budget: ${changed.status} ${await changed.text()}`);
}

function settings(folder: string, port: number, key: string, endpoints: string): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    ENV_FILE: "",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: path.join(folder, `data-${port}`),
    LOG_LEVEL: "error",
    CREDENTIAL_VAULT_SECRET: randomBytes(32).toString("base64"),
    CREDENTIAL_VAULT_SALT: randomBytes(16).toString("base64"),
    CONNECTOR_ENDPOINTS: endpoints,
    BOOTSTRAP_OWNER_EMAIL: "bench@example.test",
    BOOTSTRAP_API_KEY: key,
  };
}

async function until(isTrue: () => Promise<boolean>, what: string): Promise<void> {
  for (const giveUpAt = Date.now() + readyWithinMs; Date.now() < giveUpAt; ) {
    if (await isTrue().catch(() => false)) return;
    await delay(100);
  }
  throw new Error(`${what} did not become ready within a minute`);
}

/** User and system time of a process, from /proc: the same clock for every server. */
export async function cpuMicroseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1e6;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}
