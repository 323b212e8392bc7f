import { sql } from "drizzle-orm";
import { openDatabase, type OpenedDatabase } from "@/db/client";
import { call } from "@/db/schema/connections";
import { startTestPostgres } from "@/db/testing-postgres";
import { listCalls } from "@/server/activity/list-calls";
import { listCallsInput, type ListCallsInput } from "@/server/activity/schema";
import { storeTestConnection } from "@/server/connections/testing";
import { callColumns } from "@/server/gateway/record-call";
import { parseEnv } from "@/server/lib/env";
import { createEgress } from "@/server/lib/http/egress";
import { newId } from "@/server/lib/ids";
import { createLog } from "@/server/lib/log";
import { Secret } from "@/server/lib/secret";
import { installRuntime, uninstallRuntime } from "@/server/runtime/runtime";
import { openVault } from "@/server/vault/open-vault";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";

/**
 * What the activity page's queries cost as the history grows: the same pages of the list on 10 thousand calls and on as
 * many millions as the argument says, on a PostgreSQL of its own. `npm run bench:activity -- 10`
 */
const smallCount = 10_000;
const largeCount = Number(process.argv[2] ?? 1) * 1_000_000;
const spanMs = 30 * 86_400_000;
const chunk = 20_000;
const runs = 60;

type Connected = { id: string; slug: string };

async function main(): Promise<void> {
  const server = await startTestPostgres();
  const opened: OpenedDatabase[] = [];
  try {
    const open = async (name: string) => {
      await server.execute(`create database ${name} owner ${server.username}`);
      const database = await openDatabase({ databaseUrl: `postgres://${server.username}:${encodeURIComponent(server.password)}@${server.host}:${server.port}/${name}`, dataDir: "" });
      opened.push(database);
      return database;
    };
    const now = Date.now();
    const small = await prepare(await open("small"), now, smallCount);
    const large = await prepare(await open("large"), now, largeCount);
    await compare(small, large);
  } finally {
    for (const database of opened) await database.close();
    await server.stop();
  }
}

type Prepared = { owner: WorkspaceContext; pages: Map<string, Partial<ListCallsInput>> };

/** A workspace with a history: its newest calls are as dense in both, and behind them lie as many as there are to be. */
async function prepare(database: OpenedDatabase, now: number, count: number): Promise<Prepared> {
  const owner = await openWorkspace(database);
  const connected = await connectAccounts(owner);
  await fill(owner, connected, { from: now - spanMs, to: now - spanMs / 1_000, count: count - smallCount });
  await fill(owner, connected, { from: now - spanMs / 1_000, to: now, count: smallCount });
  return { owner, pages: pagesOf(owner, connected, now, await someRequestId(owner)) };
}

/** The two take turns at every page, so that a slow moment of the machine meets both. */
async function compare(small: Prepared, large: Prepared): Promise<void> {
  console.log(`\n${"page".padEnd(34)}${"10 thousand".padStart(14)}${`${largeCount / 1_000_000} million`.padStart(14)}${"ratio".padStart(8)}`);
  let [smallSum, largeSum] = [0, 0];
  for (const name of small.pages.keys()) {
    const times: [number[], number[]] = [[], []];
    for (let run = -5; run < runs; run += 1) {
      for (const [place, { owner, pages }] of [small, large].entries()) {
        const took = await timeOf(owner, pages.get(name) ?? {});
        if (run >= 0) times[place]?.push(took);
      }
    }
    const [before, after] = [median(times[0]), median(times[1])];
    smallSum += before;
    largeSum += after;
    console.log(`${name.padEnd(34)}${`${before.toFixed(2)} ms`.padStart(14)}${`${after.toFixed(2)} ms`.padStart(14)}${(after / before).toFixed(2).padStart(8)}`);
  }
  console.log(`all pages together: ratio ${(largeSum / smallSum).toFixed(2)} (medians of ${runs} runs, Node ${process.version})`);
}

async function timeOf(owner: WorkspaceContext, input: Partial<ListCallsInput>): Promise<number> {
  const parsed = listCallsInput.parse(input);
  const startedAt = performance.now();
  await listCalls(owner, parsed);
  return performance.now() - startedAt;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function openWorkspace(database: OpenedDatabase): Promise<WorkspaceContext> {
  const env = parseEnv({ NODE_ENV: "test", LOG_LEVEL: "silent" });
  const vault = await openVault({ db: database.db, secret: new Secret("a vault secret that only this uses"), salt: new Secret("a salt that only this uses"), iterations: 1_000 });
  uninstallRuntime();
  const runtime = installRuntime({ env, log: createLog("silent"), database, vault, egress: createEgress({ allow: [], allowedOrigins: [] }), shutdown: new AbortController().signal });
  return createTestContext(runtime);
}

/** Most calls go through a few connections; `sendgrid` is called once in two thousand calls. */
async function connectAccounts(owner: WorkspaceContext): Promise<Connected[]> {
  const connected: Connected[] = [];
  for (const slug of [...Array.from({ length: 6 }, () => "stripe"), ...Array.from({ length: 20 }, () => "mailchimp"), "sendgrid"]) {
    const { id } = await storeTestConnection(owner, { slug, credential: { api_key: "key-us1" } });
    connected.push({ id, slug });
  }
  return connected;
}

async function fill(owner: WorkspaceContext, connected: Connected[], { from, to, count }: { from: number; to: number; count: number }): Promise<void> {
  const { database } = owner.runtime;
  for (let at = 0; at < count; at += chunk) {
    const lines = Array.from({ length: Math.min(chunk, count - at) }, (_, place) => lineOf(owner, connected, at + place, from + ((to - from) * (at + place)) / count));
    await database.appendLines(call, callColumns, Buffer.from(`${lines.join("\n")}\n`));
    process.stdout.write(`\rfilled ${Math.min(at + chunk, count)} of ${count} calls`);
  }
  await database.db.execute(sql`vacuum analyze call`);
  process.stdout.write("\n");
}

/** Spread by a fixed rule, so that both fillings look alike: 2 % failed, 1 % retried, 1 % waited, 10 % cached. */
function lineOf(owner: WorkspaceContext, connected: Connected[], place: number, at: number): string {
  const ms = Math.floor(at);
  const { id, slug } = connected[place % 2_000 === 0 ? connected.length - 1 : place % (connected.length - 1)] ?? { id: "", slug: "" };
  const status = place % 50 === 7 ? (place % 100 === 7 ? 500 : 404) : 200;
  const isWrite = place % 5 === 0;
  const actorId = place % 3_000 === 11 ? "user_rare" : owner.actor.id;
  const who = [newId("call", ms), owner.workspace.id, id, slug, "user", actorId];
  const what = [isWrite ? "POST" : "GET", "api.example.com", `/v1/${isWrite ? "charges" : "customers"}/${place % 997}`, status, "\\N", 40 + (place % 200), new Date(ms).toISOString()];
  const how = [newId("request", ms), place % 1_000 === 3 ? "replay" : "proxy", place % 4 === 0 ? "list_customers" : "\\N", place % 100 === 9 ? 1_200 : 0, place % 100 === 13 ? 3 : 1, place % 10 === 1 ? "hit" : "\\N", "closed", 0, 512, "f"];
  return [...who, ...what, ...how].join("\t");
}

async function someRequestId(owner: WorkspaceContext): Promise<string> {
  const { calls } = await listCalls(owner, listCallsInput.parse({ limit: 100 }));
  return calls.at(-1)?.requestId ?? "";
}

function pagesOf(owner: WorkspaceContext, connected: Connected[], now: number, requestId: string): Map<string, Partial<ListCallsInput>> {
  const iso = (ago: number) => new Date(now - ago).toISOString();
  return new Map<string, Partial<ListCallsInput>>([
    ["first page", {}],
    ["a page further back", { cursor: newId("call", now - spanMs / 2_000) }],
    ["one connection", { connectionId: connected[0]?.id }],
    ["connector, 6 connections", { connector: "stripe" }],
    ["connector, 20 connections", { connector: "mailchimp" }],
    ["connector, seldom called", { connector: "sendgrid" }],
    ["failed", { outcome: "failed" }],
    ["failed through one connection", { outcome: "failed", connectionId: connected[1]?.id }],
    ["server errors", { statusClass: "5xx" }],
    ["no answer (none)", { statusClass: "none" }],
    ["ok", { outcome: "ok" }],
    ["waited", { outcome: "waited" }],
    ["retried", { outcome: "retried" }],
    ["cached", { outcome: "cached" }],
    ["by me", { actorId: owner.actor.id }],
    ["by somebody who calls seldom", { actorId: "user_rare" }],
    ["source replay", { source: "replay" }],
    ["method", { method: "POST" }],
    ["method that was never used", { method: "DELETE" }],
    ["operation", { operation: "list_customers" }],
    ["text, found often", { text: "charges" }],
    ["text, found seldom", { text: "/v1/charges/996" }],
    ["text, found nowhere", { text: "no-such-path" }],
    ["request id", { text: requestId }],
    ["a span of time", { from: iso(spanMs / 2_000), to: iso(spanMs / 4_000) }],
  ]);
}

await main();
