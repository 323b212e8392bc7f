import type { z } from "zod";
import { getConnector } from "@/server/catalog/registry";
import { findConnection } from "@/server/connections/find-connection";
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
  const connector = getConnector(row.connector);
  const { retries, firstByteMs, queueMs, budget, isCached, hasBreaker } = policyOf(row, connector);
  const now = Date.now();
  const left = budgets(ctx.runtime).view(row.id);
  return {
    policy: { retries, firstByteSeconds: firstByteMs / 1_000, queueSeconds: queueMs / 1_000, budget: [...budget], isCached, hasBreaker },
    overrides: overridesOf(row),
    vendorLimit: connector.rateLimit?.summary ?? null,
    windows: (left?.windows ?? []).map(viewOf),
    waiting: left?.waiting ?? 0,
    nextAt: left && left.nextAt > now ? new Date(left.nextAt).toISOString() : null,
    hosts: circuits(ctx.runtime)
      .viewConnection(row.id)
      .map(({ host, view }) => ({ host, state: view.state, probeAt: view.probeAt === null ? null : new Date(view.probeAt).toISOString() })),
  };
}

const viewOf = ({ resetAt, ...rest }: BudgetView) => ({ ...rest, resetAt: new Date(resetAt).toISOString() });
