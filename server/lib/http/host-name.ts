import { isIPv6 } from "node:net";

/**
 * The one spelling of a host: a lower-case ASCII name, a dotted IPv4 or a compressed IPv6 without brackets. Null when
 * the text is no host. WHATWG rules turn octal, hex, short and decimal IPv4 forms into the address they stand for,
 * and refuse IPv6 zone ids.
 */
export function normaliseHost(text: string): string | null {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  const authority = isIPv6(bare) ? `[${bare}]` : bare;
  // The URL parser would read these as the end of the host, as an escape, or drop them in silence.
  if (authority === bare && /[\s%@/\\?#:[\]]/.test(bare)) return null;
  return URL.canParse(`http://${authority}`) ? hostOf(new URL(`http://${authority}`)) : null;
}

/** The host of a URL as `normaliseHost` spells it. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** The port that a URL means, also when it leaves it out. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === "https:" ? 443 : 80));
}
