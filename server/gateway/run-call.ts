import type { call } from "@/db/schema/connections";
import { callableConnection } from "@/server/connections/callable-connection";
import { acceptEncoding } from "@/server/lib/http/decode-body";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { isSafe } from "./carry-call";
import { collectAnswer, unpack } from "./collect-answer";
import { checkKey } from "./keep-answer";
import { performKeyedCall } from "./perform-keyed-call";
import { prepareCall } from "./prepare-call";
import { takeOwnShare } from "./take-own-share";

/** A call as a face describes it; credential, fixed headers and policy are the gateway's. */
export type CallRequest = {
  method: string;
  /** The vendor's path from the host root, with its query. */
  path: string;
  /** Another host that the connector allows. */
  host?: string | undefined;
  headers?: Record<string, string>;
  body?: Uint8Array | string | null;
};

export type CallOptions = {
  source: (typeof call.$inferInsert)["source"];
  /** The name of the operation that is run. */
  operation?: string;
  /** A POST that changes nothing, such as a GraphQL query: it may be sent again. */
  isReadOnly?: boolean;
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** For the whole call, waiting and repeating included. */
  timeoutMs?: number;
  maxResponseBytes?: number;
};

/** What the vendor said, whatever its status, decoded. */
export type CallAnswer = {
  callId: string;
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** How long it stood in line, and how often it was sent. */
  waitedMs: number;
  attempts: number;
  /** The stored answer of an earlier call with the same key. */
  isReplayed: boolean;
};

const defaultTimeoutMs = 60_000;
const defaultMaxBytes = 10 * 1024 * 1024;

/**
 * Sends one call through a connection and reads the answer whole. Throws what `callableConnection` throws, and
 * `SERVICE_UNAVAILABLE`, `TIMEOUT`, `RATE_LIMIT_EXCEEDED` or `VENDOR_ERROR` when there is no answer, `CONFLICT` about
 * its key.
 */
export async function runCall(ctx: WorkspaceContext, connectionId: string, request: CallRequest, options: CallOptions): Promise<CallAnswer> {
  requirePermission(ctx, "calls:run");
  await takeOwnShare(ctx);
  const callable = await callableConnection(ctx, connectionId);
  const { idempotencyKey, isReadOnly = false, signal, timeoutMs = defaultTimeoutMs, maxResponseBytes = defaultMaxBytes } = options;
  const key = idempotencyKey === undefined || isSafe(request.method) || isReadOnly ? undefined : checkKey(idempotencyKey);
  const headers = { "accept-encoding": acceptEncoding, ...request.headers };
  const plan = prepareCall(ctx, callable, { method: request.method, path: request.path, host: request.host, headers, body: bodyOf(request.body), isReadOnly, idempotencyKey: key, totalMs: timeoutMs });
  const facet = { source: options.source, operation: options.operation ?? null };
  signal?.throwIfAborted();
  if (key !== undefined) {
    const { answer, isReplayed } = await performKeyedCall(ctx, plan, facet, key);
    return { callId: plan.id, ...answer, body: await unpack(answer, plan.url.hostname, maxResponseBytes), waitedMs: 0, attempts: isReplayed ? 0 : 1, isReplayed };
  }
  return { ...(await collectAnswer(ctx, plan, facet, { signal, maxResponseBytes })), isReplayed: false };
}

function bodyOf(body: CallRequest["body"]): Buffer | null {
  if (body === undefined || body === null) return null;
  return typeof body === "string" ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}
