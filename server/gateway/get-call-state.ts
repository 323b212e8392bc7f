import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { budgetWindow } from "@/db/schema/connections";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { findConnection } from "@/server/connections/find-connection";
import type { Runtime } from "@/server/runtime/runtime";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { budgets } from "./budgets";
import { overridesOf, policyOf } from "./call-policy";
import { type CircuitView, circuits } from "./circuit";
import type { BudgetView } from "./rate-budget";
import type { CallPolicyOverrides, callPolicyStateInput } from "./schema";

/** How calls through a connection are sent, and how that stands now. Times are ISO 8601. */
export type CallState = {
  policy: { retries: number; firstByteSeconds: number; queueSeconds: number; budget: { calls: number; seconds: number }[]; isCached: boolean; hasBreaker: boolean };
  /** What of it was changed for this connection. */
  overrides: CallPolicyOverrides;
  /** What the vendor documents, in words. */
  vendorLimit: string | null;
  /** What is left, as far as this process knows; empty until it has called. */
  windows: { calls: number | null; seconds: number | null; left: number; resetAt: string }[];
  /** How many calls stand in line, and when the next may go. */
  waiting: number;
  nextAt: string | null;
  /** The breaker of each host that was called lately. */
  hosts: { host: string; state: CircuitView["state"]; probeAt: string | null }[];
};

/** The call policy of a connection, what is left of its budget, and its breakers. */
export async function getCallState(ctx: WorkspaceContext, input: z.output<typeof callPolicyStateInput>): Promise<CallState> {
  requirePermission(ctx, "connections:read");
  const row = await findConnection(ctx, ctx.db, input.connectionId);
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, row.connector);
  const { retries, firstByteMs, queueMs, budget, isCached, hasBreaker } = policyOf(row, connector);
  const now = Date.now();
  const left = budgets(ctx.runtime).view(row.id);
  const leased = await leasedCalls(ctx.runtime, row.id);
  return {
    policy: { retries, firstByteSeconds: firstByteMs / 1_000, queueSeconds: queueMs / 1_000, budget: [...budget], isCached, hasBreaker },
    overrides: overridesOf(row),
    vendorLimit: connector.rateLimit?.summary ?? null,
    windows: (left?.windows ?? []).map((window) => viewOf(window, leased)),
    waiting: left?.waiting ?? 0,
    nextAt: left && left.nextAt > now ? new Date(left.nextAt).toISOString() : null,
    hosts: circuits(ctx.runtime)
      .viewConnection(row.id)
      .map(({ host, view }) => ({ host, state: view.state, probeAt: view.probeAt === null ? null : new Date(view.probeAt).toISOString() })),
  };
}

/** Of a window that processes share, what nobody has leased is left too. */
function viewOf({ resetAt, seconds, left, ...rest }: BudgetView, leased: Map<number, number>) {
  const unleased = seconds === null ? 0 : (leased.get(seconds) ?? 0);
  return { ...rest, seconds, left: left + unleased, resetAt: new Date(resetAt).toISOString() };
}

/** By the window's seconds: the calls that no process has taken its share of. Empty where there is one process. */
async function leasedCalls({ database }: Runtime, scope: string): Promise<Map<number, number>> {
  if (database.kind === "embedded") return new Map();
  const isRunning = sql`${budgetWindow.startsAt} + make_interval(secs => ${budgetWindow.windowSeconds}) > now()`;
  const rows = await database.db.select().from(budgetWindow).where(and(eq(budgetWindow.scope, scope), isRunning));
  return new Map(rows.map(({ windowSeconds, allowed, leased }) => [windowSeconds, Math.max(0, allowed - leased)]));
}
