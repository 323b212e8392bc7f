import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";

/**
 * What the proxy costs: server CPU per request of Patchbay against a bare node:http + undici proxy, both in front
 * of the same upstream, in alternating rounds of one run. Loopback only; ends by itself.
 */
const rounds = 4;
const secondsPerRound = 5;
const concurrency = 32;
const ticksPerSecond = 100;

const children: ChildProcess[] = [];

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-bench-"));
  try {
    const upstream = await startScript("e2e/bench/upstream.mjs");
    const bare = await startScript("e2e/bench/bare-proxy.mjs", `http://127.0.0.1:${upstream.port}`);
    const patchbay = await startPatchbay(folder, upstream.port);
    const targets: { name: string; pid: number; url: string; headers: Record<string, string> }[] = [
      { name: "bare", pid: bare.pid, url: `http://127.0.0.1:${bare.port}/v1/charges?limit=1`, headers: {} },
      { name: "patchbay", pid: patchbay.pid, url: `${patchbay.origin}/api/proxy/${patchbay.connectionId}/v1/charges?limit=1`, headers: { authorization: `Bearer ${patchbay.apiKey}` } },
    ];
    for (const target of targets) await load(target.url, target.headers, 2);
    const costs: Record<string, number[]> = { bare: [], patchbay: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const target of targets) {
        const before = await cpuMicroseconds(target.pid);
        const { requests, failures } = await load(target.url, target.headers, secondsPerRound);
        if (failures > 0) throw new Error(`${target.name}: ${failures} requests failed`);
        const perRequest = ((await cpuMicroseconds(target.pid)) - before) / requests;
        costs[target.name]?.push(perRequest);
        process.stdout.write(`round ${round + 1}  ${target.name.padEnd(9)} ${perRequest.toFixed(1)} µs CPU per request  (${Math.round(requests / secondsPerRound)} requests/s)\n`);
      }
    }
    const [bareCost, ownCost] = [median(costs["bare"] ?? []), median(costs["patchbay"] ?? [])];
    process.stdout.write(`\nbare proxy ${bareCost.toFixed(1)} µs, Patchbay ${ownCost.toFixed(1)} µs: ratio ${(ownCost / bareCost).toFixed(2)} (median of ${rounds} rounds, ${concurrency} connections, Node ${process.version})\n`);
  } finally {
    for (const child of children) child.kill("SIGTERM");
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function startScript(file: string, ...args: string[]): Promise<{ pid: number; port: number }> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk.toString())));
    child.once("exit", () => reject(new Error(`${file} ended`)));
  });
  return { pid: child.pid ?? 0, port };
}

async function startPatchbay(folder: string, upstreamPort: number) {
  const endpoints = path.join(folder, "endpoints.json");
  await writeFile(endpoints, JSON.stringify({ stripe: { apiBaseUrl: `http://127.0.0.1:${upstreamPort}` } }));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origin = `http://127.0.0.1:${port}`;
  const password = randomBytes(16).toString("hex");
  const apiKey = `bench-${randomBytes(24).toString("hex")}`;
  const child = spawn(process.execPath, ["dist/server.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      ENV_FILE: "",
      PORT: String(port),
      PUBLIC_URL: origin,
      DATA_DIR: path.join(folder, "data"),
      LOG_LEVEL: "error",
      CREDENTIAL_VAULT_SECRET: randomBytes(32).toString("base64"),
      CREDENTIAL_VAULT_SALT: randomBytes(16).toString("base64"),
      CONNECTOR_ENDPOINTS: endpoints,
      BOOTSTRAP_OWNER_EMAIL: "bench@example.test",
      BOOTSTRAP_OWNER_PASSWORD: password,
      BOOTSTRAP_API_KEY: apiKey,
    },
  });
  children.push(child);
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  await until(async () => (await fetch(`${origin}/health/ready`)).ok);
  const connected = await fetch(`${origin}/api/mcps/stripe/connect/api-key`, { method: "POST", headers, body: JSON.stringify({ api_key: `sk_test_${"b".repeat(24)}` }) });
  const answer: { connection?: { id: string } } = JSON.parse(await connected.text());
  if (!answer.connection) throw new Error(`the benchmark could not connect: ${connected.status} ${JSON.stringify(answer)}`);
  await liftBudget(origin, password, answer.connection.id);
  return { pid: child.pid ?? 0, origin, apiKey, connectionId: answer.connection.id };
}

/** Far above what is measured, but on: Stripe's own budget of 100 calls a second would be the figure otherwise. */
async function liftBudget(origin: string, password: string, connectionId: string): Promise<void> {
  const headers = { origin, "content-type": "application/json" };
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, { method: "POST", headers, body: JSON.stringify({ email: "bench@example.test", password }) });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(";", 1)[0]).join("; ");
  const changed = await fetch(`${origin}/api/trpc/gateway.updateCallPolicy`, { method: "POST", headers: { ...headers, cookie }, body: JSON.stringify({ connectionId, policy: { budget: [{ calls: 1_000_000, seconds: 1 }] } }) });
  if (!changed.ok) throw new Error(`the benchmark could not lift the budget: ${changed.status} ${await changed.text()}`);
}

async function load(url: string, headers: Record<string, string>, seconds: number): Promise<{ requests: number; failures: number }> {
  const result = await autocannon({ url, headers, duration: seconds, connections: concurrency });
  return { requests: result.requests.total, failures: result.non2xx + result.errors };
}

/** User and system time of the process, from /proc: the same clock for both servers. */
async function cpuMicroseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1e6;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (await isTrue().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Patchbay did not become ready within a minute");
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

await main();
