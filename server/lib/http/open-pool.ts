import type { LookupFunction } from "node:net";
import { Pool } from "undici";
import { hostOf, portOf } from "./host-name";
import type { HostResolver } from "./host-resolver";

type PoolLimits = { connectTimeoutMs: number; connections: number };

/**
 * Keep-alive connections to one origin, whose literal host the caller has vetted: net never asks `lookup` about
 * literals. Names are resolved and vetted here, at each connect, and the socket gets the vetted addresses alone.
 */
export function openPool(origin: URL, resolve: HostResolver, { connectTimeoutMs, connections }: PoolLimits): Pool {
  const host = hostOf(origin);
  const port = portOf(origin);
  const lookup: LookupFunction = (_hostname, options, callback) => {
    resolve(host, port).then(
      (addresses) => (options.all ? callback(null, addresses) : callback(null, addresses[0].address, addresses[0].family)),
      (error: Error) => callback(error, []),
    );
  };
  return new Pool(origin, {
    connections,
    keepAliveTimeout: 30_000,
    keepAliveMaxTimeout: 60_000,
    // `rejectUnauthorized` is said aloud so that NODE_TLS_REJECT_UNAUTHORIZED=0 does not undo it.
    connect: { lookup, autoSelectFamily: true, timeout: connectTimeoutMs, rejectUnauthorized: true },
  });
}
