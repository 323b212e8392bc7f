import type { WebhookScheme } from "@/server/catalog/connector";

/**
 * Where the vendor's public key for this call is to be fetched, or undefined: the scheme has none, or the call names
 * an address that the vendor does not have. Only https on the hosts that the scheme lists is ever answered.
 */
export function findPublicKeyUrl(scheme: WebhookScheme, headers: Headers): URL | undefined {
  if (!scheme.publicKey) return undefined;
  if ("url" in scheme.publicKey) return new URL(scheme.publicKey.url);
  const named = headers.get(scheme.publicKey.header);
  if (named === null || !URL.canParse(named)) return undefined;
  const url = new URL(named);
  const isVendors = url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "" && scheme.publicKey.hosts.includes(url.hostname);
  return isVendors ? url : undefined;
}
