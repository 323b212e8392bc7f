import type { Connector } from "@/server/catalog/connector";
import { type ApiBase, apiBase, type EndpointOverride, isAllowedHost, withBase } from "@/server/catalog/endpoints";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";

/** Where a call goes: `path` as it was written, on the connector's host or on another one that it allows. */
export function targetUrl(runtime: Runtime, connector: Connector, row: ConnectionRow, path: string, wantedHost: string | undefined): URL {
  if (!connector.api) throw new AppError("INVALID_REQUEST", `${connector.name} is not called over HTTP.`);
  const endpoints = runtime.env.connectorEndpoints[connector.slug];
  if (wantedHost === undefined) return new URL(withBase(baseOf(connector, row, endpoints), path));
  const isAllowed = isAllowedHost(connector, undefined, row.inputs, wantedHost) || isAllowedHost(connector, endpoints, row.inputs, wantedHost);
  if (!isAllowed) throw new AppError("INVALID_REQUEST", `${connector.name}'s credential is not sent to this host. Its hosts are listed on the connector's page.`);
  // CONNECTOR_ENDPOINTS replaces every host of the connector, so also the one that was asked for.
  return new URL(`${endpoints?.apiBaseUrl ?? `https://${wantedHost}`}${path}`);
}

/** By row: the same object serves every call until the connection changes or is read again. */
const bases = new WeakMap<ConnectionRow, ApiBase>();

function baseOf(connector: Connector, row: ConnectionRow, endpoints: EndpointOverride): ApiBase {
  const known = bases.get(row);
  if (known !== undefined) return known;
  const base = apiBase(connector, endpoints, row.inputs, row.authKind);
  bases.set(row, base);
  return base;
}
