import { isIP } from "node:net";
import { LRUCache } from "lru-cache";
import type { Dispatcher, Pool } from "undici";
import { AppError } from "../errors";
import { createAddressRules } from "./address-rules";
import { parseAllowList } from "./allow-list";
import { checkRequest } from "./check-request";
import type { RequestHead } from "./check-request";
import { egressError } from "./egress-error";
import { normaliseHost } from "./host-name";
import { createHostResolver, lookupAll } from "./host-resolver";
import type { Lookup } from "./host-resolver";
import { openPool } from "./open-pool";
import { sendRequest } from "./send-request";
import type { EgressRequest, EgressResponse } from "./send-request";

export type { EgressRequest, EgressResponse };

export type EgressOptions = {
  /** The entries of `EGRESS_ALLOW`. */
  allow: readonly string[];
  /** The addresses in `CONNECTOR_ENDPOINTS`, whose hosts may be private. */
  allowedOrigins: readonly string[];
  /** Hears of every refusal; an operator looks here for probing. */
  log?: { warn(facts: { host: string }, message: string): void };
  lookup?: Lookup;
  connectTimeoutMs?: number;
  maxOrigins?: number;
  maxConnectionsPerOrigin?: number;
};

export type EgressDispatch = RequestHead &
  Pick<Dispatcher.DispatchOptions, "body" | "headersTimeout" | "bodyTimeout"> & {
    /** `url.origin` of what `checkUrl` returned. */
    origin: string;
  };

/** Where a driver connects: the vetted address, and the name to check the certificate against (none for a literal). */
export type ResolvedHost = { address: string; family: 4 | 6; servername: string | undefined };

export type Egress = {
  /** Refuses a URL that can be refused without DNS; returns the parsed URL. */
  checkUrl(url: URL | string): URL;
  /** One request. The answer's body is decompressed, capped in size and time; redirects are answers like others. */
  request(input: EgressRequest): Promise<EgressResponse>;
  /**
   * The gateway's way: undici's own dispatch and handler, untouched bytes, no clock but the two timeouts. Throws
   * before it sends; later errors reach `handler.onResponseError` raw, for `egressError` to translate.
   */
  dispatch(options: EgressDispatch, handler: Dispatcher.DispatchHandler): boolean;
  /** Vets a host in any spelling, for drivers that open their own sockets. */
  resolveHost(host: string, port: number): Promise<ResolvedHost>;
  /** Lets running requests end within `graceMs`, then cuts them off. */
  close(graceMs?: number): Promise<void>;
};

/**
 * The one way out of the process. A pool exists only for an origin that was vetted, and each of its connections
 * resolves and vets the name again, so nothing between a check and a connect can change where it leads. HTTP proxies
 * are not used, whatever the environment says: through one, the addresses could not be judged here.
 */
export function createEgress(options: EgressOptions): Egress {
  const { log, lookup = lookupAll, connectTimeoutMs = 10_000, maxOrigins = 256, maxConnectionsPerOrigin = 128 } = options;
  const rules = createAddressRules(parseAllowList(options.allow, options.allowedOrigins), (host, reason) => log?.warn({ host }, reason));
  const resolve = createHostResolver(rules, lookup, connectTimeoutMs);
  const pools = new LRUCache<string, Pool>({
    max: maxOrigins,
    dispose: (pool, _origin, reason) => {
      if (reason === "evict") void pool.close(); // what runs on it still ends
    },
  });
  let isClosed = false;

  function checkUrl(given: URL | string): URL {
    if (!URL.canParse(String(given))) throw new AppError("INVALID_REQUEST", "This is not a complete address. Write it like https://api.example.com/path.");
    const url = new URL(given);
    rules.checkUrl(url);
    return url;
  }

  function poolFor(origin: string): Pool {
    const known = pools.get(origin);
    if (known) return known;
    if (isClosed) throw new AppError("SERVICE_UNAVAILABLE", "Patchbay is shutting down. Try again in a moment.");
    const url = checkUrl(origin);
    if (url.origin !== origin) return poolFor(url.origin);
    const pool = openPool(url, resolve, { connectTimeoutMs, connections: maxConnectionsPerOrigin });
    pools.set(origin, pool);
    return pool;
  }

  async function resolveHost(given: string, port: number): Promise<ResolvedHost> {
    const host = normaliseHost(given);
    if (host === null) throw new AppError("INVALID_REQUEST", "This is not a host. Write a name such as db.example.com or an address, without a scheme, port or path.");
    try {
      const [{ address }] = await resolve(host, port);
      return { address, family: isIP(address) === 6 ? 6 : 4, servername: isIP(host) === 0 ? host : undefined };
    } catch (error) {
      throw egressError(error, host);
    }
  }

  async function close(graceMs = 3000): Promise<void> {
    isClosed = true;
    const open = [...pools.values()];
    pools.clear();
    const cutOff = setTimeout(() => open.forEach((pool) => void pool.destroy()), graceMs);
    await Promise.all(open.map((pool) => pool.close()));
    clearTimeout(cutOff);
  }

  return {
    checkUrl,
    resolveHost,
    close,
    async request(input) {
      const url = checkUrl(input.url);
      return sendRequest(poolFor(url.origin), url, input);
    },
    dispatch(request, handler) {
      checkRequest(request);
      return poolFor(request.origin).dispatch(request, handler);
    },
  };
}
