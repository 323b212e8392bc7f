import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { findFreePort } from "@/server/demo/find-free-port";
import { type Bench, cpuMicroseconds, median, openBench, type Started } from "./bench-servers";
import { type Load, putLoad } from "./put-load";

/**
 * What the proxy costs for a kilobyte of JSON over 32 connections, key check and call history included: server CPU per
 * request, throughput and p99 against bare node:http + undici proxies, fastify's proxy and nginx, all in front of one
 * upstream, in alternating rounds of one run.
 */
const rounds = 4;
const secondsPerRound = 5;
const connections = 32;

type Target = { name: string; pid: number; url: string; headers: Record<string, string> };
type Measured = Load & { cpu: number };

async function main(): Promise<void> {
  const bench = await openBench();
  try {
    const targets = await startTargets(bench);
    for (const { url, headers } of targets) await putLoad(url, { headers, connections, seconds: 2 });
    const all = new Map<string, Measured[]>(targets.map(({ name }) => [name, []]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const target of targets) {
        const measured = await measure(target);
        all.get(target.name)?.push(measured);
        console.log(`round ${round}  ${target.name.padEnd(22)} ${toText(measured)}`);
      }
    }
    report(bench, all);
  } finally {
    await bench.stop();
  }
}

async function startTargets(bench: Bench): Promise<Target[]> {
  const upstream = await bench.startScript("e2e/bench/upstream.mjs");
  const origin = `http://127.0.0.1:${upstream.port}`;
  const plain = (name: string, { pid, port }: Started) => ({ name, pid, url: `http://127.0.0.1:${port}/v1/charges?limit=1`, headers: {} });
  const patchbay = await bench.startPatchbay({ stripe: upstream });
  const base = await patchbay.connect("stripe", { api_key: `sk_test_${"b".repeat(24)}` });
  const nginx = await startNginx(bench, upstream.port);
  return [
    plain("bare, Pool.request", await bench.startScript("e2e/bench/bare-proxy.mjs", origin, "request")),
    plain("bare, Pool.dispatch", await bench.startScript("e2e/bench/bare-proxy.mjs", origin, "dispatch")),
    { name: "Patchbay", pid: patchbay.pid, url: `${base}/v1/charges?limit=1`, headers: patchbay.headers },
    plain("@fastify/http-proxy", await bench.startScript("e2e/bench/fastify-proxy.mjs", origin)),
    ...(nginx ? [plain("nginx", nginx)] : []),
  ];
}

/** One process with one worker, as each of the others has one thread. */
async function startNginx(bench: Bench, upstreamPort: number): Promise<Started | undefined> {
  if (spawnSync("nginx", ["-v"]).status !== 0) {
    console.log("nginx: not installed");
    return undefined;
  }
  const port = await findFreePort();
  const file = path.join(bench.folder, "nginx.conf");
  const http = `access_log off; keepalive_requests 1000000000; upstream vendor { server 127.0.0.1:${upstreamPort}; keepalive 128; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:${port}; location / { proxy_pass http://vendor; proxy_http_version 1.1; proxy_set_header Connection ""; } }`;
  await writeFile(file, `daemon off; master_process off; worker_processes 1; pid ${bench.folder}/nginx.pid; error_log stderr crit; events { worker_connections 1024; } http { ${http} }`);
  return bench.startProgram("nginx", ["-e", "stderr", "-p", bench.folder, "-c", file], port);
}

async function measure({ pid, url, headers }: Target): Promise<Measured> {
  const before = await cpuMicroseconds(pid);
  const load = await putLoad(url, { headers, connections, seconds: secondsPerRound });
  return { ...load, cpu: ((await cpuMicroseconds(pid)) - before) / load.requests };
}

const toText = ({ cpu, perSecond, p99Ms }: Omit<Measured, "requests">) => `${cpu.toFixed(1).padStart(6)} µs CPU per request  ${String(Math.round(perSecond)).padStart(6)} requests/s  p99 ${p99Ms.toFixed(2)} ms`;

function report(bench: Bench, all: Map<string, Measured[]>): void {
  const middle = (name: string, of: (measured: Measured) => number) => median((all.get(name) ?? []).map(of));
  const summary = (name: string) => ({ cpu: middle(name, ({ cpu }) => cpu), perSecond: middle(name, ({ perSecond }) => perSecond), p99Ms: middle(name, ({ p99Ms }) => p99Ms) });
  console.log(`\nmedians of ${rounds} rounds, ${connections} connections, ${bench.database}, Node ${process.version}`);
  for (const name of all.keys()) console.log(`${name.padEnd(22)} ${toText(summary(name))}`);
  const own = summary("Patchbay");
  for (const name of all.keys()) {
    const other = summary(name);
    if (name !== "Patchbay") console.log(`Patchbay against ${name.padEnd(20)} CPU ${(own.cpu / other.cpu).toFixed(2)}  throughput ${(own.perSecond / other.perSecond).toFixed(2)}  p99 ${(own.p99Ms / other.p99Ms).toFixed(2)}`);
  }
}

await main();
