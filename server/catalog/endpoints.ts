import type { ConnectorEndpoints } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";
import type { AuthKind, ClientCredentials, Connector, OAuth2 } from "./connector";
import { type FilledUrl, fillUrl } from "./fill-url";
import { readFacts } from "./read-facts";
import { templateNames } from "./template-names";

/** One connector's entry of CONNECTOR_ENDPOINTS; undefined when it has none. */
export type EndpointOverride = ConnectorEndpoints[string] | undefined;
/** Inputs of the connection and facts that its credential told, by name. */
type Facts = Readonly<Record<string, string>>;

export type OAuthUrls = {
  authorizeUrl: string;
  tokenUrl: string;
  /** May still hold `{client_id}`, for the one who holds the OAuth app. */
  revokeUrl?: string;
};

/** Where the connector's API answers. Throws `INVALID_REQUEST` for a database, and when an input is missing or bad. */
export function apiOrigin(connector: Connector, endpoints: EndpointOverride, facts: Facts): URL {
  return new URL(endpoints?.apiBaseUrl ?? vendorOrigin(connector, facts));
}

/** An origin, and the path that every call stands below; mostly there is none. */
export type ApiBase = { origin: string; below: string };

/** Where calls of a connection that was made this way go. CONNECTOR_ENDPOINTS replaces the origin alone. */
export function apiBase(connector: Connector, endpoints: EndpointOverride, facts: Facts, kind: AuthKind): ApiBase {
  const own = connector.api?.perKind?.[kind];
  if (own === undefined) return { origin: apiOrigin(connector, endpoints, facts).origin, below: "" };
  const values = readFacts(connector, facts);
  if (endpoints?.apiBaseUrl === undefined) return baseOf(fillUrl(own, values));
  // What stands in the host alone is not needed then.
  return baseOf({ ...fillUrl(own.replace(/^https:\/\/[^/]+/, "https://vendor.invalid"), values), origin: new URL(endpoints.apiBaseUrl).origin });
}

const baseOf = ({ origin, path }: FilledUrl): ApiBase => ({ origin, below: path });

/** A path that was written whole, as the vendor documents it, stays as it is. */
export function withBase({ origin, below }: ApiBase, path: string): string {
  return path.startsWith(`${below}/`) ? origin + path : origin + below + path;
}

/** Whether the connection's credential may be sent to `host`, a name with or without its port. */
export function isAllowedHost(connector: Connector, endpoints: EndpointOverride, facts: Facts, host: string): boolean {
  const wanted = host.toLowerCase();
  if (endpoints?.apiBaseUrl !== undefined) return wanted === new URL(endpoints.apiBaseUrl).host;
  const name = wanted.replace(/:443$/, "");
  if (!connector.api || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name)) return false;
  return vendorHosts(connector, facts).some((allowed) => (allowed.startsWith("*.") ? name.endsWith(allowed.slice(1)) : name === allowed));
}

/** Where people consent and where tokens come from. CONNECTOR_ENDPOINTS wins over the definition. */
export function oauthUrls(connector: Connector, option: OAuth2, endpoints: EndpointOverride, facts: Facts): OAuthUrls {
  const find = (template: string) => vendorUrl(connector, template, endpoints, facts);
  const revokeUrl = endpoints?.revokeUrl ?? (option.revoke ? find(option.revoke.url) : undefined);
  return {
    authorizeUrl: endpoints?.authorizeUrl ?? find(option.authorizeUrl),
    tokenUrl: endpoints?.tokenUrl ?? find(option.tokenUrl),
    ...(revokeUrl === undefined ? {} : { revokeUrl }),
  };
}

/** Where an auth kind without a person gets its access token. */
export function tokenUrl(connector: Connector, option: Pick<ClientCredentials, "tokenUrl">, endpoints: EndpointOverride, facts: Facts): string {
  return endpoints?.tokenUrl ?? vendorUrl(connector, option.tokenUrl, endpoints, facts);
}

/** The origins that CONNECTOR_ENDPOINTS names, for the egress client: they may be private. */
export function allowedPrivateOrigins(endpoints: ConnectorEndpoints): string[] {
  const urls = Object.values(endpoints).flatMap((entry) => [entry.authorizeUrl, entry.tokenUrl, entry.revokeUrl, entry.apiBaseUrl]);
  return [...new Set(urls.filter((url) => url !== undefined).map((url) => new URL(url).origin))];
}

/** Any other address of the definition. `apiBaseUrl` replaces every host of the API, so also where tokens are asked for or revoked on one of them. */
export function vendorUrl(connector: Connector, template: string, endpoints: EndpointOverride, facts: Facts): string {
  const { origin, path } = fillUrl(template, { ...readFacts(connector, facts), client_id: "{client_id}" });
  if (endpoints?.apiBaseUrl === undefined || !connector.api) return `${origin}${path}`;
  return isAllowedHost(connector, undefined, facts, new URL(origin).host) ? `${endpoints.apiBaseUrl}${path}` : `${origin}${path}`;
}

function vendorOrigin(connector: Connector, facts: Facts): string {
  if (!connector.api) throw new AppError("INVALID_REQUEST", `${connector.name} is not called over HTTP.`);
  return fillUrl(connector.api.baseUrl, readFacts(connector, facts)).origin;
}

function vendorHosts(connector: Connector, facts: Facts): string[] {
  const values = readFacts(connector, facts);
  const known = (connector.api?.hosts ?? []).filter((host) => templateNames(host).every((name) => values[name] !== undefined));
  const others = known.map((host) => {
    const isWildcard = host.startsWith("*.");
    const { hostname } = new URL(fillUrl(`https://${isWildcard ? host.slice(2) : host}`, values).origin);
    return isWildcard ? `*.${hostname}` : hostname;
  });
  return [new URL(vendorOrigin(connector, facts)).hostname, ...others];
}
