import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { type CallableConnection, callableConnection } from "@/server/connections/callable-connection";
import { AppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { ResponseSink } from "./answer-sink";
import { type CallPlan, isSafe } from "./carry-call";
import { checkKey } from "./keep-answer";
import { performCall } from "./perform-call";
import { performKeyedCall } from "./perform-keyed-call";
import { prepareCall } from "./prepare-call";
import { requestHeaders } from "./proxy-headers";
import { readRequestBody } from "./read-request-body";
import { takeOwnShare } from "./take-own-share";

export type ProxyTarget = {
  connectionId: string;
  /** The vendor's path and query from the host root, as the caller wrote them. */
  path: string;
};

const facet = { source: "proxy", operation: null } as const;

/**
 * Sends one call through a connection: its credential applied, only to hosts that its connector allows. It waits only
 * for what is not in memory: each `await` costs every call a promise or two.
 */
export function forwardRequest(ctx: WorkspaceContext, target: ProxyTarget, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  requirePermission(ctx, "calls:run");
  const share = takeOwnShare(ctx);
  if (share) return share.then(() => forwardCounted(ctx, target, request, response));
  return forwardCounted(ctx, target, request, response);
}

function forwardCounted(ctx: WorkspaceContext, target: ProxyTarget, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { headers, method = "GET" } = request;
  const given = one(headers["idempotency-key"]);
  const key = given === undefined || isSafe(method) ? undefined : checkKey(given);
  const callable = callableConnection(ctx, target.connectionId);
  const body = readRequestBody(request, key !== undefined);
  if (callable instanceof Promise || body instanceof Promise) {
    return Promise.all([callable, body]).then(([found, read]) => send(ctx, planOf(ctx, found, { target, headers, method, key, body: read }), key, response));
  }
  return send(ctx, planOf(ctx, callable, { target, headers, method, key, body }), key, response);
}

function send(ctx: WorkspaceContext, plan: CallPlan, key: string | undefined, response: ServerResponse): Promise<unknown> {
  const sink = new ResponseSink(response);
  if (key !== undefined) return sendKeyed(ctx, plan, key, sink, response);
  plan.onFlow = sink.onFlow;
  return performCall(ctx, plan, facet, sink);
}

/** Whoever sends a key wants the call carried out once, also when they do not wait for its end. */
async function sendKeyed(ctx: WorkspaceContext, plan: CallPlan, key: string, sink: ResponseSink, response: ServerResponse): Promise<void> {
  const { answer, isReplayed } = await performKeyedCall(ctx, plan, facet, key);
  if (response.destroyed) return;
  sink.start({ status: answer.status, message: undefined, headers: answer.headers }, { "x-patchbay-call": plan.id, ...(isReplayed ? { "idempotency-replayed": "true" } : {}) });
  response.end(answer.body);
}

type Incoming = { target: ProxyTarget; headers: IncomingHttpHeaders; method: string; key: string | undefined; body: Buffer | IncomingMessage | null };

function planOf(ctx: WorkspaceContext, callable: CallableConnection, { target, headers, method, key, body }: Incoming): CallPlan {
  const kept = requestHeaders(headers);
  const length = headers["content-length"];
  if (body !== null && !Buffer.isBuffer(body) && length !== undefined) kept["content-length"] = length;
  const plan = prepareCall(ctx, callable, { method, path: target.path, host: one(headers["x-patchbay-host"]), headers: kept, body, isReadOnly: false, idempotencyKey: key, totalMs: undefined });
  const [retries, wait, cache] = [headers["x-patchbay-retries"], headers["x-patchbay-wait"], headers["x-patchbay-cache"]];
  if (retries === undefined && wait === undefined && cache === undefined) return plan;
  plan.policy = {
    ...plan.policy,
    ...(retries === undefined ? {} : { retries: readCount("x-patchbay-retries", retries, 5) }),
    ...(wait === undefined ? {} : { queueMs: readCount("x-patchbay-wait", wait, 120) * 1_000 }),
    ...(cache === undefined ? {} : { isCached: readSwitch("x-patchbay-cache", cache) }),
  };
  return plan;
}

function readCount(name: string, given: string | string[], most: number): number {
  const value = Number(given);
  if (typeof given === "string" && /^\d{1,3}$/.test(given) && value <= most) return value;
  throw new AppError("INVALID_REQUEST", `${name} is a whole number from 0 to ${most}.`);
}

function readSwitch(name: string, given: string | string[]): boolean {
  if (given === "on" || given === "off") return given === "on";
  throw new AppError("INVALID_REQUEST", `${name} is "on" or "off".`);
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
