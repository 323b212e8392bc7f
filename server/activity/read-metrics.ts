import { count, sql } from "drizzle-orm";
import { Gauge } from "prom-client";
import { connection } from "@/db/schema/connections";
import { callMetrics } from "@/server/gateway/call-metrics";
import type { Runtime } from "@/server/runtime/runtime";

/** What this process counted, and how the installation's connections are, in Prometheus' text format. */
export async function readMetrics(runtime: Runtime): Promise<{ contentType: string; text: string }> {
  const { registry } = callMetrics(runtime);
  const connections = runtime.singleton("activity.connectionGauge", () => new Gauge({ name: "patchbay_connections", help: "Connections by what their last check or call said, paused ones apart.", labelNames: ["connector", "health"], registers: [registry] }));
  const rows = await countConnections(runtime);
  connections.reset();
  for (const { connector, health, total } of rows) connections.set({ connector, health }, total);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function countConnections({ database }: Runtime): Promise<{ connector: string; health: string; total: number }[]> {
  const health = sql<string>`case when ${connection.pausedAt} is not null then 'paused' else ${connection.health} end`;
  return database.db.select({ connector: connection.connector, health, total: count() }).from(connection).groupBy(connection.connector, health);
}
