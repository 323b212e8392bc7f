import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { normaliseHost } from "./host-name";

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Why an address is not public; `isPrivateNetwork` when it is the kind that an operator's own hosts have. */
export type NonPublic = { label: string; isPrivateNetwork: boolean; isMetadata: boolean };

// Link-local ones are listed too: metadata needs an entry of its own even where a range around it is allowed.
const metadataAddresses = new Set([
  "169.254.169.254", // AWS, Azure, Google Cloud, DigitalOcean, Oracle and others
  "169.254.170.2", // AWS ECS task credentials
  "169.254.170.23", // AWS EKS pod credentials
  "100.100.100.200", // Alibaba Cloud
  "192.0.0.192", // Oracle Cloud
  "168.63.129.16", // Azure WireServer: a public range, answered inside Azure only
  "fd00:ec2::254", // AWS
  "fd00:ec2::23", // AWS EKS pod credentials
  "fd20:ce::254", // Google Cloud
]);

const privateNetworks = new Map<string, string>([
  ["private", "a private address"],
  ["uniqueLocal", "a private address"],
  ["loopback", "a loopback address"],
  ["carrierGradeNat", "a shared carrier address"],
]);

const otherLabels = new Map<string, string>([
  ["linkLocal", "a link-local address"],
  ["multicast", "a multicast address"],
  ["broadcast", "a broadcast address"],
  ["unspecified", "an unspecified address"],
]);

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
const ipv4Mapped = ipaddr.IPv6.parseCIDR("::ffff:0:0/96");
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/**
 * The address that packets to `text` reach, or null when it is no address. IPv4 carried in an IPv4-mapped or NAT64
 * (RFC 6052) address comes out as that IPv4 address, so it is judged as what it is.
 */
export function parseAddress(text: string): Address | null {
  const host = normaliseHost(text);
  if (host === null || isIP(host) === 0) return null;
  if (isIP(host) === 4) return ipaddr.IPv4.parse(host);
  const address = ipaddr.IPv6.parse(host);
  const carriesIpv4 = address.match(ipv4Mapped) || address.match(nat64);
  return carriesIpv4 ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

/** Null when the address is globally routable unicast, the only kind that is reached without being named. */
export function describeNonPublic(address: Address): NonPublic | null {
  if (metadataAddresses.has(address.toString())) {
    return { label: "a cloud metadata address", isPrivateNetwork: false, isMetadata: true };
  }
  const range: string = address.range();
  // IANA has given out 2000::/3 alone; the rest of IPv6 is special, deprecated (compatible, site-local) or unassigned.
  if (range === "unicast" && (address.kind() === "ipv4" || address.match(globalUnicast))) return null;
  const privateLabel = privateNetworks.get(range);
  const label = privateLabel ?? otherLabels.get(range) ?? "a reserved address";
  return { label, isPrivateNetwork: privateLabel !== undefined, isMetadata: false };
}
