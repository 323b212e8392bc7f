import { isIP, isIPv6 } from "node:net";
import { AppError } from "../errors";
import { describeNonPublic, parseAddress } from "./address-kind";
import type { Address } from "./address-kind";
import { hostOf, normaliseHost, portOf } from "./host-name";

type NameEntry = { name: string; port: number | null };
type RangeEntry = { base: Address; bits: number; port: number | null };
type Entry = NameEntry | RangeEntry;

/** What may be reached although it is not public. */
export type AllowList = {
  /** Whether the operator named this host, at this port or at any. */
  namesHost(host: string, port: number): boolean;
  /** Whether the operator named this address or a range around it. Metadata addresses count only when named singly. */
  coversAddress(address: Address, port: number): boolean;
};

/**
 * Parses `EGRESS_ALLOW`, already split at its commas, and the origins of `CONNECTOR_ENDPOINTS`. Throws
 * `INVALID_REQUEST` with a sentence that quotes the first bad entry.
 */
export function parseAllowList(allow: readonly string[], allowedOrigins: readonly string[]): AllowList {
  const entries = [...allow.map(parseEntry), ...allowedOrigins.map(parseOrigin)];
  const atPort = (port: number) => (entry: Entry) => entry.port === null || entry.port === port;
  return {
    namesHost: (host, port) => entries.filter(atPort(port)).some((entry) => "name" in entry && entry.name === host),
    coversAddress: (address, port) =>
      entries.filter(atPort(port)).some((entry) => "base" in entry && isWithin(address, entry)),
  };
}

function isWithin(address: Address, { base, bits }: RangeEntry): boolean {
  if (address.kind() !== base.kind() || !address.match(base, bits)) return false;
  return bits === widthOf(base) || describeNonPublic(address)?.isMetadata !== true;
}

const widthOf = (address: Address) => (address.kind() === "ipv4" ? 32 : 128);

function parseEntry(entry: string): Entry {
  const text = entry.trim().toLowerCase();
  return (text.includes("/") ? parseRange(text) : parseHostAndPort(text)) ?? refuseEntry(entry);
}

function parseRange(text: string): RangeEntry | null {
  const [, network = "", prefix = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const base = isIP(network) === 0 ? null : parseAddress(network);
  // A range of IPv4-mapped addresses would never match: those are judged as the IPv4 address they carry.
  if (base === null || base.kind() !== `ipv${isIP(network)}`) return null;
  const bits = Number(prefix);
  return bits <= widthOf(base) ? { base, bits, port: null } : null;
}

function parseHostAndPort(text: string): Entry | null {
  const [, given = "", givenPort] = isIPv6(text) ? ["", text] : (/^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text) ?? []);
  const port = givenPort === undefined ? null : Number(givenPort);
  if (port !== null && (port < 1 || port > 65_535)) return null;
  const host = normaliseHost(given);
  return host === null ? null : toEntry(host, given, port);
}

function toEntry(host: string, given: string, port: number | null): Entry | null {
  const base = parseAddress(host);
  // `10.1` means 10.0.0.1 to a URL parser and something else to whoever wrote it here.
  if (isIP(host) === 4 && host !== given) return null;
  if (base !== null) return { base, bits: widthOf(base), port };
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host) ? { name: host, port } : null;
}

function parseOrigin(origin: string): Entry {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  const entry = url !== null && isHttp ? toEntry(hostOf(url), hostOf(url), portOf(url)) : null;
  if (entry !== null) return entry;
  throw new AppError("INVALID_REQUEST", `CONNECTOR_ENDPOINTS: "${origin}" is not an http(s) address such as http://localhost:4001.`);
}

function refuseEntry(entry: string): never {
  const examples = "10.0.0.0/8, db.internal, db.internal:5432 or [fd12::1]:5432";
  throw new AppError("INVALID_REQUEST", `EGRESS_ALLOW: "${entry}" is not an address range, a host, or a host with a port. Write for example ${examples}.`);
}
