import { createHmac, timingSafeEqual } from "node:crypto";
import type { Secret } from "@/server/lib/secret";

/**
 * RFC 9207 §2.4: with several vendors, only `iss` says that the answer comes from the one that was asked. Where the
 * vendor does not send it, `issuer` is undefined and nothing is checked.
 */
export function isExpectedIssuer(issuer: string | undefined, query: URLSearchParams): boolean {
  return issuer === undefined || query.getAll("iss").join("\n") === issuer;
}

/** Shopify signs every parameter but `hmac`, decoded and sorted by name, with the client secret. */
export function hasShopifyHmac(query: URLSearchParams, clientSecret: Secret): boolean {
  const message = [...query]
    .filter(([name]) => name !== "hmac")
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
  const expected = createHmac("sha256", clientSecret.reveal()).update(message, "utf8").digest();
  const given = Buffer.from(query.get("hmac") ?? "", "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
