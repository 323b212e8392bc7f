import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { authKind } from "@/server/auth-kinds/registry";
import type { CallableConnection } from "@/server/connections/callable-connection";
import { openCredential } from "@/server/connections/open-credential";
import { refreshConnectionToken } from "@/server/connections/refresh-connection-token";
import { canRenew } from "@/server/connections/renew-token";
import { AppError } from "@/server/lib/errors";
import type { Egress } from "@/server/lib/http/egress";
import { readWait } from "@/server/lib/http/read-wait";
import type { Runtime } from "@/server/runtime/runtime";
import type { AnswerHead, AnswerSink, Flow } from "./answer-sink";
import { budgets } from "./budgets";
import type { CallPolicy } from "./call-policy";
import { type Circuit, circuits } from "./circuit";
import { deadlines } from "./deadlines";
import { decideRetry, formatSeconds, type RetryDecision } from "./decide-retry";
import type { RateBudget } from "./rate-budget";
import { type Attempt, type Outgoing, sendOnce, type SendOptions } from "./send-once";
import { readBudget } from "./vendor-limits";

/** One call that is ready to be sent, without its credential. */
export type CallPlan = {
  runtime: Runtime;
  callable: CallableConnection;
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: Buffer | Readable | null;
  policy: CallPolicy;
  /** Safe, or known to the vendor by a key; it may reach the vendor twice. */
  isRepeatable: boolean;
  /** After a 401 the token may be renewed, and the call sent once more. */
  mayRenew: boolean;
  id: string;
  /** Is given the vendor's side of each attempt, to cut it off when the caller leaves. */
  onFlow?: (flow: Pick<Flow, "abort">) => void;
};

/** What happened to a call, for its record. Filled while it is under way. */
export type CallTrace = {
  attempts: number;
  waitedMs: number;
  breaker: "closed" | "half_open" | "open";
  status: number | null;
  headers: AnswerHead["headers"];
  responseBytes: number;
  /** In the order in which they were made; `at` in milliseconds from the start. */
  decisions: { at: number; kind: string; text: string }[];
};

export const newTrace = (): CallTrace => ({ attempts: 0, waitedMs: 0, breaker: "closed", status: null, headers: {}, responseBytes: 0, decisions: [] });

type Held = { kind: "retry"; decision: Extract<RetryDecision, { kind: "again" }> } | { kind: "refresh" };

const idleMs = 300_000;
const closedAfter429Ms = 1_000;
/** However long a vendor asks to wait, it is asked again by then: it may have meant one of its calls. */
const closedAtMostMs = 15 * 60_000;

/**
 * Sends a call as its policy says: in the vendor's budget, through the breaker, again where that is safe, once more
 * with a fresh token after a 401. Resolves when the answer is through; rejects with what to tell the caller when none
 * came. What was done is in `trace`, also then.
 */
export async function carryCall(plan: CallPlan, sink: AnswerSink, trace: CallTrace): Promise<void> {
  const run = new Run(plan, sink, trace);
  const bounds = deadlines(plan.runtime);
  bounds.add(run);
  try {
    for (;;) {
      if (!run.budget.tryTake(Date.now())) await waitForBudget(run);
      const attempt = await sendOnce(run.prepare(), run);
      if ((attempt.kind === "delivered" && attempt.error === null) || !(await settle(run, attempt))) return;
    }
  } finally {
    bounds.remove(run);
  }
}

/** One call under way; it is also what its attempts are sent with. */
class Run implements SendOptions<Held> {
  readonly egress: Egress;
  readonly idleMs = idleMs;
  readonly startedAt = performance.now();
  readonly deadline: number;
  readonly budget: RateBudget;
  readonly circuit: Circuit | null;
  credential: Pick<CallableConnection, "credential" | "row">;
  hasRefreshed = false;
  place = -1;
  readonly plan: CallPlan;
  readonly sink: AnswerSink;
  readonly trace: CallTrace;
  #flow: Pick<Flow, "abort"> | null = null;

  constructor(plan: CallPlan, sink: AnswerSink, trace: CallTrace) {
    const { runtime, callable, policy, url } = plan;
    this.plan = plan;
    this.sink = sink;
    this.trace = trace;
    this.egress = runtime.egress;
    this.deadline = this.startedAt + policy.totalMs;
    this.credential = callable;
    this.budget = budgets(runtime).of(callable.row, policy);
    this.circuit = policy.hasBreaker ? circuits(runtime).of(callable.row.id, url.host) : null;
  }

  get firstByteMs(): number {
    return Math.max(1, Math.min(this.plan.policy.firstByteMs, this.deadline - performance.now()));
  }

  /** The request with its credential. Throws `SERVICE_UNAVAILABLE` while the breaker is open. */
  prepare(): Outgoing {
    const { callable, url, method, headers, body } = this.plan;
    if (this.circuit) {
      this.trace.breaker = this.circuit.view().state;
      this.circuit.enter(callable.connector.name);
    }
    this.trace.attempts += 1;
    const sent: Outgoing = { url, method, headers: { ...headers }, body };
    authKind(callable.option.kind).apply(sent, this.credential.credential, callable.option, this.credential.row.inputs);
    return sent;
  }

  hold(head: AnswerHead): Held | null {
    this.circuit?.report(head.status >= 500);
    return look(this, head);
  }

  said(): Record<string, string> {
    const { attempts, waitedMs } = this.trace;
    const said: Record<string, string> = { "x-patchbay-call": this.plan.id };
    if (attempts > 1) said["x-patchbay-retries"] = String(attempts - 1);
    if (waitedMs > 0) said["x-patchbay-waited-ms"] = String(waitedMs);
    return said;
  }

  onFlow(flow: Pick<Flow, "abort">): void {
    this.#flow = flow;
    this.plan.onFlow?.(flow);
  }

  expire(): void {
    this.#flow?.abort(tooLong(this.plan));
  }

  note(kind: string, text: string): void {
    this.trace.decisions.push({ at: Math.round(performance.now() - this.startedAt), kind, text });
  }
}

/** True when the call is to be sent again. */
async function settle(run: Run, attempt: Attempt<Held>): Promise<boolean> {
  const { plan, sink } = run;
  if (attempt.kind === "delivered") {
    if (attempt.error === null) return false;
    throw isSafe(plan.method) ? attempt.error : unknownOutcome(attempt.error);
  }
  if (attempt.kind === "lost") {
    const isOurs = sink.isGone() || attempt.error.code === "INVALID_REQUEST";
    if (isOurs) run.circuit?.leave();
    else run.circuit?.report(true);
    if (isOurs) throw attempt.error;
    const decision = decide(run, { kind: "lost", isSent: attempt.isSent });
    if (decision.kind === "again") return waitAndSay(run, decision);
    run.note("gave_up", decision.reason);
    throw attempt.isSent && !isSafe(plan.method) ? unknownOutcome(attempt.error) : attempt.error;
  }
  if (attempt.held.kind === "retry") return waitAndSay(run, attempt.held.decision);
  run.hasRefreshed = true;
  run.note("refresh", `${plan.callable.connector.name} answered 401: the token is renewed and the call sent once more`);
  const { runtime, callable } = plan;
  const row = await refreshConnectionToken(runtime, callable, { isForced: true });
  run.credential = { row, credential: await openCredential(runtime, row) };
  return true;
}

async function waitForBudget(run: Run): Promise<void> {
  const { plan, trace, budget } = run;
  const waited = await budget.take(Math.min(plan.policy.queueMs, run.deadline - performance.now()), () => run.sink.isGone());
  if (run.sink.isGone()) throw new AppError("TIMEOUT", "The caller left before the call was sent.");
  if (waited === null) {
    const retryAfterSeconds = Math.max(1, Math.ceil((budget.nextAt(Date.now()) - Date.now()) / 1_000));
    run.note("over_budget", `no call is left for ${formatSeconds(retryAfterSeconds * 1_000)}`);
    throw new AppError("RATE_LIMIT_EXCEEDED", `${plan.callable.connector.name} allows no more calls through this connection for ${retryAfterSeconds} s, which is longer than a call waits in line.`, {
      details: { retryAfterSeconds, connectionId: plan.callable.row.id },
    });
  }
  trace.waitedMs += waited;
  if (waited > 0) run.note("waited", `stood in line for ${formatSeconds(waited)}: the budget was spent`);
}

/** Learns from a head, and keeps its answer back when the call will be sent again. */
function look(run: Run, head: AnswerHead): Held | null {
  const { plan, trace, budget } = run;
  const { callable } = plan;
  const now = Date.now();
  trace.status = head.status;
  trace.headers = head.headers;
  const said = readBudget(head.headers, callable.connector.rateLimit, now);
  if (said) budget.learn(said);
  if (head.status < 400) return null;
  const waitMs = readWait(head.headers, now);
  if (head.status === 429) budget.close(now + Math.min(waitMs ?? closedAfter429Ms, closedAtMostMs));
  if (head.status === 401 && plan.mayRenew && !run.hasRefreshed && plan.isRepeatable && isWhole(plan) && canRenew(callable.option, callable.credential)) return { kind: "refresh" };
  const decision = decide(run, { kind: "answered", status: head.status, waitMs });
  if (decision.kind === "again") return { kind: "retry", decision };
  if (decision.reason !== "the answer is final") run.note("gave_up", decision.reason);
  return null;
}

function decide(run: Run, end: Parameters<typeof decideRetry>[0]["end"]): RetryDecision {
  const { plan, trace } = run;
  return decideRetry({ end, attempt: trace.attempts, retries: plan.policy.retries, isRepeatable: plan.isRepeatable, isWhole: isWhole(plan), leftMs: run.deadline - performance.now() });
}

async function waitAndSay(run: Run, { waitMs, reason }: Extract<RetryDecision, { kind: "again" }>): Promise<true> {
  run.note("retry", `${reason}: sent again after ${formatSeconds(waitMs)}`);
  await delay(waitMs);
  if (run.sink.isGone()) throw new AppError("TIMEOUT", "The caller left before the call was sent again.");
  return true;
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/** RFC 9110 §9.2.1. */
export const isSafe = (method: string) => safeMethods.has(method);

const isWhole = ({ body }: CallPlan) => body === null || Buffer.isBuffer(body);

function unknownOutcome(error: AppError): AppError {
  return new AppError(error.code, `${error.message} Whether it was carried out is not known: look before you send it again.`, { details: { ...error.details, outcome: "unknown" }, ...(error.detail === undefined ? {} : { detail: error.detail }) });
}

function tooLong({ url, policy }: CallPlan): AppError {
  return new AppError("TIMEOUT", `${url.hostname} did not finish its answer within ${formatSeconds(policy.totalMs)}.`, { details: { host: url.hostname } });
}
