import type { Connector } from "@/server/catalog/connector";
import { apiOrigin, type EndpointOverride, isAllowedHost } from "@/server/catalog/endpoints";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";

/** Where a call goes: `path` as it was written, on the connector's host or on another one that it allows. */
export function targetUrl(runtime: Runtime, connector: Connector, row: ConnectionRow, path: string, wantedHost: string | undefined): URL {
  if (!connector.api) throw new AppError("INVALID_REQUEST", `${connector.name} is not called over HTTP.`);
  const endpoints = runtime.env.connectorEndpoints[connector.slug];
  if (wantedHost === undefined) return new URL(originOf(connector, row, endpoints) + path);
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
