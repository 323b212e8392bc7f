import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { inject } from "vitest";
import { findFreePort } from "@/server/demo/find-free-port";

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** The built server in a process of its own. */
export type ServerProcess = {
  url: string;
  port: number;
  pid: number;
  env: Record<string, string>;
  /** Everything it has printed so far. */
  logs(): string;
  exited: Promise<Exit>;
  /** Sends the signal and waits for the end; SIGTERM unless said otherwise. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
};

const startWithinMs = 120_000;
const stopWithinMs = 20_000;
const folders: string[] = [];

/** Starts the built server and answers once it is alive. Throws with what it printed when it is not. */
export async function startServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const full = await completeEnv(env);
  const { child, logs, exited } = spawnServer(full);
  const port = Number(full["PORT"]);
  const giveUpAt = Date.now() + startWithinMs;
  let isAlive = false;
  while (!isAlive && child.exitCode === null && Date.now() < giveUpAt) {
    await delay(50);
    isAlive = await fetch(`http://127.0.0.1:${port}/health/live`).then(({ ok }) => ok, () => false);
  }
  if (!isAlive) {
    child.kill("SIGKILL");
    throw new Error(`The server did not start. It printed:\n${logs()}`);
  }
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    const patience = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
    return exited.finally(() => clearTimeout(patience));
  };
  return { url: `http://127.0.0.1:${port}`, port, pid: child.pid ?? 0, env: full, logs, exited, stop };
}

/** Starts it and waits until it ends by itself, for starts that have to be refused. */
export async function runToExit(env: Record<string, string>): Promise<Exit & { output: string }> {
  const { child, logs, exited } = spawnServer(await completeEnv(env));
  const patience = setTimeout(() => child.kill("SIGKILL"), startWithinMs);
  const exit = await exited.finally(() => clearTimeout(patience));
  return { ...exit, output: logs() };
}

/** Throws away every data folder that was made here. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** A folder that goes away with the test file. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-contract-"));
  folders.push(folder);
  return folder;
}

/** A whole environment: what is left out is made up, and an empty value takes a variable away. */
async function completeEnv(env: Record<string, string>): Promise<Record<string, string>> {
  if (!existsSync("dist/server.mjs") || !existsSync(".next/BUILD_ID")) {
    throw new Error("The app is not built, and these tests drive the built server. Run: npm run build");
  }
  const port = env["PORT"] ?? String(await findFreePort());
  const made = {
    ENV_FILE: "",
    HOST: "127.0.0.1",
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: env["DATA_DIR"] ?? (await copyDataFolder()),
    CREDENTIAL_VAULT_SECRET: randomBytes(32).toString("base64"),
    CREDENTIAL_VAULT_SALT: randomBytes(16).toString("base64"),
    BOOTSTRAP_OWNER_EMAIL: "owner@contract.example",
    BOOTSTRAP_OWNER_PASSWORD: randomBytes(18).toString("base64url"),
    BOOTSTRAP_WORKSPACE: "contract",
    BOOTSTRAP_API_KEY: randomBytes(32).toString("base64url"),
  };
  return { ...made, ...env };
}

async function copyDataFolder(): Promise<string> {
  const folder = path.join(await makeFolder(), "data");
  await cp(inject("dataFolder"), folder, { recursive: true });
  return folder;
}

function spawnServer(env: Record<string, string>): { child: ChildProcess; logs: () => string; exited: Promise<Exit> } {
  const child = spawn(process.execPath, ["--enable-source-maps", "dist/server.mjs"], { stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "production", ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<Exit>((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
  return { child, logs: () => output, exited };
}
