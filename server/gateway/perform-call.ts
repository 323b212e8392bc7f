import { AppError, isAppError } from "@/server/lib/errors";
import type { WorkspaceContext } from "@/server/workspaces/context";
import type { AnswerHead, AnswerSink, Flow } from "./answer-sink";
import { type CallPlan, type CallTrace, carryCall, newTrace } from "./carry-call";
import { describeCall, keepsDetail, type KeptBody, keptBytes } from "./describe-call";
import { type CallFacts, callRecorder } from "./record-call";
import { isCacheable, responseCache } from "./response-cache";

export type CallFacet = Pick<CallFacts, "source"> & { operation: string | null };

/** Sends a prepared call, from the cache where it may, and writes down what happened. Rejects with what to tell the caller. */
export function performCall(ctx: WorkspaceContext, plan: CallPlan, facet: CallFacet, sink: AnswerSink): Promise<CallTrace> {
  const trace = newTrace();
  const startedAt = performance.now();
  const listening = new ListeningSink(ctx, plan, trace, sink);
  const end = (cache: CallFacts["cache"], error: unknown) => record(ctx, plan, facet, trace, { cache, error, durationMs: Math.round(performance.now() - startedAt), response: listening.kept() });
  const carried: Promise<CallFacts["cache"] | void> = plan.policy.isCached && isCacheable(plan) ? carryCached(plan, listening, trace) : carryCall(plan, listening, trace);
  return carried.then(
    (cache) => {
      end(cache ?? null, null);
      return trace;
    },
    (thrown: unknown) => {
      const error = withProvider(thrown, plan.callable.connector.slug);
      end(null, error);
      throw error;
    },
  );
}

/** The vendor's name is a part of the public code: `STRIPE_API_ERROR`. */
function withProvider(error: unknown, provider: string): unknown {
  if (!isAppError(error) || error.code !== "VENDOR_ERROR" || error.details["provider"] !== undefined) return error;
  return new AppError(error.code, error.message, { details: { ...error.details, provider }, ...(error.detail === undefined ? {} : { detail: error.detail }), cause: error });
}

async function carryCached(plan: CallPlan, sink: AnswerSink, trace: CallTrace): Promise<CallFacts["cache"]> {
  const cache = responseCache(plan.runtime);
  const found = cache.find(plan);
  if (found?.kind === "fresh") {
    trace.status = found.entry.head.status;
    cache.replay(found.entry, sink, { "x-patchbay-call": plan.id, "x-patchbay-cache": "hit" });
    return "hit";
  }
  let isStored = false;
  const storing = cache.storing(plan, sink, () => (isStored = true));
  if (!found) {
    await carryCall(plan, storing, trace);
    return isStored ? "stored" : "bypassed";
  }
  // A 304 is for us: the caller did not ask for one.
  let notModified: CallTrace["headers"] | null = null;
  const asking: AnswerSink = {
    isGone: () => storing.isGone(),
    start: (head, said) => {
      if (head.status === 304) notModified = head.headers;
      else storing.start(head, said);
    },
    data: (chunk, flow) => (notModified === null ? storing.data(chunk, flow) : undefined),
    end: () => (notModified === null ? storing.end() : undefined),
  };
  await carryCall({ ...plan, headers: { ...plan.headers, ...found.headers } }, asking, trace);
  if (notModified === null) return isStored ? "stored" : "bypassed";
  cache.replay(cache.renew(plan, found.entry, notModified), sink, { "x-patchbay-call": plan.id, "x-patchbay-cache": "revalidated" });
  return "revalidated";
}

/** Counts the answer's bytes on their way, and keeps its beginning where the call may stand out. */
class ListeningSink implements AnswerSink {
  readonly #ctx: WorkspaceContext;
  readonly #plan: CallPlan;
  readonly #trace: CallTrace;
  readonly #sink: AnswerSink;
  #chunks: Buffer[] | null = null;
  #keptSize = 0;

  constructor(ctx: WorkspaceContext, plan: CallPlan, trace: CallTrace, sink: AnswerSink) {
    this.#ctx = ctx;
    this.#plan = plan;
    this.#trace = trace;
    this.#sink = sink;
  }

  start(head: AnswerHead, said: Record<string, string>): void {
    const { decisions } = this.#trace;
    if (keepsDetail(this.#ctx.workspace.callDetail, this.#plan, { status: head.status, decisions })) this.#chunks = [];
    this.#sink.start(head, said);
  }

  data(chunk: Buffer, flow: Flow): void {
    this.#trace.responseBytes += chunk.length;
    if (this.#chunks && this.#keptSize < keptBytes) {
      this.#chunks.push(chunk.subarray(0, keptBytes - this.#keptSize));
      this.#keptSize += chunk.length;
    }
    this.#sink.data(chunk, flow);
  }

  end(): void {
    this.#sink.end();
  }

  isGone(): boolean {
    return this.#sink.isGone();
  }

  kept(): KeptBody {
    return { bytes: this.#chunks && Buffer.concat(this.#chunks), isCut: this.#trace.responseBytes > keptBytes };
  }
}

type Ended = { cache: CallFacts["cache"]; error: unknown; durationMs: number; response: KeptBody };

function record(ctx: WorkspaceContext, plan: CallPlan, { source, operation }: CallFacet, trace: CallTrace, ended: Ended): void {
  const { row } = plan.callable;
  const { body } = plan;
  const facts: CallFacts = {
    id: plan.id,
    workspaceId: ctx.workspace.id,
    connectionId: row.id,
    connector: row.connector,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    method: plan.method,
    host: plan.url.host,
    path: plan.url.pathname.slice(0, 500),
    status: trace.status,
    errorCode: ended.error === null ? null : isAppError(ended.error) ? ended.error.publicCode : "INTERNAL",
    durationMs: ended.durationMs,
    requestId: ctx.request.id,
    source,
    operation,
    waitedMs: trace.waitedMs,
    attempts: trace.attempts,
    cache: ended.cache,
    breaker: trace.breaker,
    requestBytes: Buffer.isBuffer(body) ? body.length : body === null ? 0 : Number(plan.headers["content-length"] ?? 0),
    responseBytes: trace.responseBytes,
    detail: keepsDetail(ctx.workspace.callDetail, plan, trace)
      ? describeCall(plan, trace, { bytes: Buffer.isBuffer(body) ? body.subarray(0, keptBytes) : null, isCut: body !== null && (!Buffer.isBuffer(body) || body.length > keptBytes) }, ended.response)
      : null,
  };
  callRecorder(ctx.runtime).record(facts, plan.headers["traceparent"]);
}
