import { lookup as systemLookup } from "node:dns/promises";
import type { LookupAddress } from "node:dns";
import { isIP } from "node:net";
import { AppError } from "../errors";
import type { AddressRules } from "./address-rules";

/** All addresses of a name. Tests put their own DNS here. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

/** Turns a normalised host into addresses that may be connected to; throws when a single one may not. */
export type HostResolver = (host: string, port: number) => Promise<[LookupAddress, ...LookupAddress[]]>;

export const lookupAll: Lookup = (host) => systemLookup(host, { all: true });

/**
 * The one way from a host to a socket address. It judges *all* addresses that DNS gave and returns those very ones, so
 * a name that mixes public and private addresses is refused, and one that changes its answer later (rebinding) is
 * judged again on its next connection.
 */
export function createHostResolver(rules: AddressRules, lookup: Lookup, timeoutMs: number): HostResolver {
  return async (host, port) => {
    rules.checkHost(host, port);
    const addresses = isIP(host) === 0 ? await lookupWithin(host, lookup, timeoutMs) : [{ address: host, family: isIP(host) }];
    for (const { address } of addresses) rules.checkAddress(host, address, port);
    const [first, ...others] = addresses;
    if (first === undefined) throw new AppError("SERVICE_UNAVAILABLE", `${host} has no address in DNS. Check how it is spelled.`, { details: { host } });
    return [first, ...others];
  };
}

async function lookupWithin(host: string, lookup: Lookup, timeoutMs: number): Promise<readonly LookupAddress[]> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    const error = new AppError("TIMEOUT", `DNS did not answer for ${host} in time. Try again in a moment.`, { details: { host } });
    timer = setTimeout(() => reject(error), timeoutMs);
  });
  try {
    return await Promise.race([lookup(host), expired]);
  } finally {
    clearTimeout(timer);
  }
}
