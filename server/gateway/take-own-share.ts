import { LRUCache } from "lru-cache";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { leaseCalls } from "./lease-calls";
import { RateBudget } from "./rate-budget";

const seconds = 60;
const maxKnown = 20_000;

/**
 * Counts a call against our own limits: the API key's and the workspace's, over all processes. Free where there are
 * none. Throws, or rejects with, `RATE_LIMIT_EXCEEDED` and the seconds to wait.
 */
export function takeOwnShare(ctx: WorkspaceContext): void | Promise<void> {
  const { callsPerMinute: ofKey = null, actor, workspace } = ctx;
  if (ofKey === null && workspace.callsPerMinute === null) return undefined;
  return takeShares(ctx.runtime, [
    ...(ofKey === null ? [] : [{ scope: actor.id, calls: ofKey, whose: "This API key" }]),
    ...(workspace.callsPerMinute === null ? [] : [{ scope: workspace.id, calls: workspace.callsPerMinute, whose: "This workspace" }]),
  ]);
}

async function takeShares(runtime: Runtime, shares: { scope: string; calls: number; whose: string }[]): Promise<void> {
  const known = runtime.singleton("gateway.ownLimits", () => new LRUCache<string, RateBudget>({ max: maxKnown }));
  for (const { scope, calls, whose } of shares) {
    const key = `${scope} ${calls}`;
    const budget = known.get(key) ?? new RateBudget([{ calls, seconds }], leaseCalls(runtime, scope));
    known.set(key, budget);
    if ((await budget.take(0)) !== null) continue;
    const retryAfterSeconds = Math.max(1, Math.ceil((budget.nextAt(Date.now()) - Date.now()) / 1_000));
    throw new AppError("RATE_LIMIT_EXCEEDED", `${whose} may make ${calls} ${calls === 1 ? "call" : "calls"} a minute, and has. Try again in ${retryAfterSeconds} s, or raise the limit in the settings.`, { details: { retryAfterSeconds, limit: calls } });
  }
}
