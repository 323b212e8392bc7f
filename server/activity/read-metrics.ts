import { count, desc, gt, sql } from "drizzle-orm";
import { Gauge } from "prom-client";
import { connection } from "@/db/schema/connections";
import { budgets } from "@/server/gateway/budgets";
import { callMetrics, metricName } from "@/server/gateway/call-metrics";
import { circuits } from "@/server/gateway/circuit";
import type { Runtime } from "@/server/runtime/runtime";

const breakerStates = ["closed", "half_open", "open"] as const;
const calledLatelyMs = 3_600_000;
/** Asking each for its breakers costs a look at all of them. */
const maxCalled = 200;

/** What this process counted, and how the installation's connections are, in Prometheus' text format. */
export async function readMetrics(runtime: Runtime): Promise<{ contentType: string; text: string }> {
  const { registry } = callMetrics(runtime);
  const connections = runtime.singleton("activity.connectionGauge", () => new Gauge({ name: "patchbay_connections", help: "Connections by what their last check or call said, paused ones apart.", labelNames: ["connector", "health"], registers: [registry] }));
  const [rows, called] = await Promise.all([countConnections(runtime), findCalled(runtime)]);
  connections.reset();
  for (const { connector, health, total } of rows) connections.inc({ connector: metricName(connector), health }, total);
  setGateway(runtime, called);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** The fullest budget and the worst breaker of each connector, over its connections that were called lately. */
function setGateway(runtime: Runtime, called: { id: string; connector: string }[]): void {
  const worst = new Map<string, { spent: number; breaker: number }>();
  for (const { id, connector: slug } of called) {
    const connector = metricName(slug);
    const { spent, breaker } = worst.get(connector) ?? { spent: 0, breaker: 0 };
    const windows = budgets(runtime).view(id)?.windows ?? [];
    const spends = windows.map(({ calls, left }) => (calls === null || calls === 0 ? 0 : Math.min(1, Math.max(0, 1 - left / calls))));
    const states = circuits(runtime).viewConnection(id).map(({ view }) => breakerStates.indexOf(view.state));
    worst.set(connector, { spent: Math.max(spent, ...spends), breaker: Math.max(breaker, ...states) });
  }
  const metrics = callMetrics(runtime);
  metrics.forgetStates();
  for (const [connector, { spent, breaker }] of worst) {
    metrics.setBudgetUtilisation(connector, spent);
    metrics.setBreakerState(connector, breakerStates[breaker] ?? "closed");
  }
}

function findCalled({ database }: Runtime): Promise<{ id: string; connector: string }[]> {
  return database.db
    .select({ id: connection.id, connector: connection.connector })
    .from(connection)
    .where(gt(connection.lastUsedAt, new Date(Date.now() - calledLatelyMs)))
    .orderBy(desc(connection.lastUsedAt))
    .limit(maxCalled);
}

function countConnections({ database }: Runtime): Promise<{ connector: string; health: string; total: number }[]> {
  const health = sql<string>`case when ${connection.pausedAt} is not null then 'paused' else ${connection.health} end`;
  return database.db.select({ connector: connection.connector, health, total: count() }).from(connection).groupBy(connection.connector, health);
}
