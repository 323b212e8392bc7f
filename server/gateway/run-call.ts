import { buffer } from "node:stream/consumers";
import { authKind } from "@/server/auth-kinds/registry";
import type { call } from "@/db/schema/connections";
import { callableConnection } from "@/server/connections/callable-connection";
import { isAppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { callRecorder, newCallId } from "./record-call";
import { targetUrl } from "./target-url";

/** A call as a face describes it; credential, fixed headers and policy are the gateway's. */
export type CallRequest = {
  method: string;
  /** The vendor's path from the host root, with its query. */
  path: string;
  /** Another host that the connector allows. */
  host?: string | undefined;
  headers?: Record<string, string>;
  /** At most 256 KB are kept whole, which a repeat or an idempotency key needs. */
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
};

/**
 * Sends one call through a connection and reads the answer whole. Throws what `callableConnection` throws, and
 * `SERVICE_UNAVAILABLE`, `TIMEOUT`, `RATE_LIMIT_EXCEEDED` or `VENDOR_ERROR` when there is no answer.
 */
export async function runCall(ctx: WorkspaceContext, connectionId: string, request: CallRequest, options: CallOptions): Promise<CallAnswer> {
  requirePermission(ctx, "calls:run");
  const { row, connector, option, credential } = await callableConnection(ctx, connectionId);
  const url = targetUrl(ctx.runtime, connector, row, request.path, request.host);
  const outgoing = { url, method: request.method, headers: { ...connector.api?.headers, ...request.headers } };
  authKind(option.kind).apply(outgoing, credential, option, row.inputs);
  const id = newCallId();
  const startedAt = performance.now();
  const record = (status: number | null, errorCode: string | null, responseBytes: number) =>
    callRecorder(ctx.runtime).record({
      id,
      workspaceId: ctx.workspace.id,
      connectionId: row.id,
      connector: row.connector,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      method: outgoing.method,
      host: url.host,
      path: url.pathname.slice(0, 500),
      status,
      errorCode,
      durationMs: Math.round(performance.now() - startedAt),
      requestId: ctx.request.id,
      source: options.source,
      operation: options.operation ?? null,
      waitedMs: 0,
      attempts: 1,
      cache: null,
      breaker: "closed",
      requestBytes: request.body?.length ?? 0,
      responseBytes,
      detail: null,
    });
  try {
    const answer = await ctx.runtime.egress.request({ ...outgoing, body: request.body ?? null, ...(options.signal ? { signal: options.signal } : {}), ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }), ...(options.maxResponseBytes === undefined ? {} : { maxResponseBytes: options.maxResponseBytes }) });
    const body = await buffer(answer.body);
    record(answer.status, null, body.length);
    return { callId: id, status: answer.status, headers: answer.headers, body, waitedMs: 0, attempts: 1 };
  } catch (error) {
    record(null, isAppError(error) ? error.publicCode : "INTERNAL", 0);
    throw error;
  }
}
