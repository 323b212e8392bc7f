import { isAppError } from "@/server/lib/errors";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { collectingSink } from "./answer-sink";
import type { CallPlan } from "./carry-call";
import { hashRequest, type KeptAnswer, type KeyedOutcome, onceByKey } from "./keep-answer";
import { type CallFacet, performCall } from "./perform-call";
import { responseHeaders } from "./proxy-headers";

const maxAnswerBytes = 10 * 1024 * 1024;

/** Sends a write once for all calls with its key, and keeps the answer. Throws what `onceByKey` and `performCall` throw. */
export function performKeyedCall(ctx: WorkspaceContext, plan: CallPlan, facet: CallFacet, key: string): Promise<{ answer: KeptAnswer; isReplayed: boolean }> {
  const body = Buffer.isBuffer(plan.body) ? plan.body : null;
  const keyed = { runtime: ctx.runtime, workspaceId: ctx.workspace.id, connectionId: plan.callable.row.id, key, requestHash: hashRequest(plan.method, plan.url.href, body) };
  return onceByKey(keyed, () => send(ctx, plan, facet));
}

async function send(ctx: WorkspaceContext, plan: CallPlan, facet: CallFacet): Promise<KeyedOutcome> {
  const { sink, collected } = collectingSink(maxAnswerBytes, plan.url.hostname);
  try {
    await performCall(ctx, plan, facet, sink);
  } catch (error) {
    return { kind: isUnknown(error) && !plan.isRepeatable ? "unknown" : "nothing", error };
  }
  const { status, headers, body } = collected();
  const kept = { status, headers: responseHeaders({ ...headers, "content-length": String(body.length) }), body };
  return { kind: isFinal(plan, status) ? "answered" : "passed", answer: kept };
}

/** An answer that says that nothing was done, or that the vendor will know the call again, does not use the key up. */
function isFinal({ isRepeatable }: CallPlan, status: number): boolean {
  return status !== 429 && status !== 401 && (status < 500 || !isRepeatable);
}

/** Sent, and no whole answer came: the vendor may have done it. */
function isUnknown(error: unknown): boolean {
  return !isAppError(error) || error.details["outcome"] === "unknown";
}
