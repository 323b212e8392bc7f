import type { IncomingMessage, ServerResponse } from "node:http";
import { authKind } from "@/server/auth-kinds/registry";
import { callableConnection } from "@/server/connections/callable-connection";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { exchange, type Outgoing } from "./exchange";
import { requestHeaders } from "./proxy-headers";
import { callRecorder, newCallId } from "./record-call";
import { targetUrl } from "./target-url";

export type ProxyTarget = {
  connectionId: string;
  /** The vendor's path and query from the host root, as the caller wrote them. */
  path: string;
};

/** Sends one call through a connection: its credential applied, only to hosts that its connector allows. */
export async function forwardRequest(ctx: WorkspaceContext, target: ProxyTarget, request: IncomingMessage, response: ServerResponse): Promise<void> {
  requirePermission(ctx, "calls:run");
  const found = callableConnection(ctx, target.connectionId);
  const { row, connector, option, credential } = found instanceof Promise ? await found : found;
  const wantedHost = request.headers["x-patchbay-host"];
  const url = targetUrl(ctx.runtime, connector, row, target.path, typeof wantedHost === "string" ? wantedHost : undefined);
  const outgoing: Outgoing = { url, method: request.method ?? "GET", headers: { ...connector.api?.headers, ...requestHeaders(request.headers) } };
  authKind(option.kind).apply(outgoing, credential, option, row.inputs);
  const startedAt = performance.now();
  const ended = await exchange(ctx.runtime.egress, outgoing, request, response);
  callRecorder(ctx.runtime).record({
    id: newCallId(),
    workspaceId: ctx.workspace.id,
    connectionId: row.id,
    connector: row.connector,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    method: outgoing.method,
    host: url.host,
    path: url.pathname.slice(0, 500),
    status: ended.status,
    errorCode: ended.error?.publicCode ?? null,
    durationMs: Math.round(performance.now() - startedAt),
    requestId: ctx.request.id,
    source: "proxy",
    operation: null,
    waitedMs: 0,
    attempts: 1,
    cache: null,
    breaker: "closed",
    requestBytes: 0,
    responseBytes: 0,
    detail: null,
  });
  if (ended.error && !response.destroyed) throw ended.error;
}
