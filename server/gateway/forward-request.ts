import type { IncomingMessage, ServerResponse } from "node:http";
import { authKind } from "@/server/auth-kinds/registry";
import type { Connector } from "@/server/catalog/connector";
import { apiOrigin, type EndpointOverride, isAllowedHost } from "@/server/catalog/endpoints";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import { callableConnection } from "@/server/connections/callable-connection";
import { AppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { exchange, type Outgoing } from "./exchange";
import { requestHeaders } from "./proxy-headers";
import { callRecorder } from "./record-call";

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
  const url = targetUrl(ctx, connector, row, target.path, request.headers["x-patchbay-host"]);
  const outgoing: Outgoing = { url, method: request.method ?? "GET", headers: { ...connector.api?.headers, ...requestHeaders(request.headers) } };
  authKind(option.kind).apply(outgoing, credential, option, row.inputs);
  const startedAt = performance.now();
  const ended = await exchange(ctx.runtime.egress, outgoing, request, response);
  callRecorder(ctx.runtime).record({
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
  });
  if (ended.error && !response.destroyed) throw ended.error;
}

function targetUrl(ctx: WorkspaceContext, connector: Connector, row: ConnectionRow, path: string, wantedHost: string | string[] | undefined): URL {
  if (!connector.api) throw new AppError("INVALID_REQUEST", `${connector.name} is a database: it is not called over HTTP.`);
  const endpoints = ctx.runtime.env.connectorEndpoints[connector.slug];
  if (typeof wantedHost !== "string") return new URL(originOf(connector, row, endpoints) + path);
  const isAllowed = isAllowedHost(connector, undefined, row.inputs, wantedHost) || isAllowedHost(connector, endpoints, row.inputs, wantedHost);
  if (!isAllowed) throw new AppError("INVALID_REQUEST", `${connector.name}'s credential is not sent to this host. Its hosts are listed on the connector's page.`);
  // CONNECTOR_ENDPOINTS replaces every host of the connector, so also the one that was asked for.
  return new URL(`${endpoints?.apiBaseUrl ?? `https://${wantedHost}`}${path}`);
}

/** By row: the same object serves every call until the connection changes or is read again. */
const origins = new WeakMap<ConnectionRow, string>();

function originOf(connector: Connector, row: ConnectionRow, endpoints: EndpointOverride): string {
  const known = origins.get(row);
  if (known !== undefined) return known;
  const { origin } = apiOrigin(connector, endpoints, row.inputs);
  origins.set(row, origin);
  return origin;
}
