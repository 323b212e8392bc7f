import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** A network and how many of its bits count. */
export type AddressRange = readonly [network: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** `10.0.0.0/8`, or a single address, written out; null when the text is neither. Ranges of IPv4-mapped addresses are not taken: nothing would match them. */
export function parseAddressRange(text: string): AddressRange | null {
  const [, network = "", given] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (isIP(network) === 0 || network.includes("%")) return null;
  const parsed = ipaddr.parse(network);
  if (parsed.kind() === "ipv6" && parsed.range() === "ipv4Mapped") return null;
  const width = parsed.kind() === "ipv4" ? 32 : 128;
  const bits = given === undefined ? width : Number(given);
  return bits > width ? null : [parsed, bits];
}

/** Whether an address, in any spelling, lies in one of the ranges. */
export function isInRanges(address: string, ranges: readonly AddressRange[]): boolean {
  const parsed = ipaddr.process(address);
  return ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
}
