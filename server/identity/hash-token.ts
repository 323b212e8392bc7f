import { hash } from "node:crypto";
import type { Secret } from "@/server/lib/secret";

/** How much of a key stays readable, to recognise it in a list. */
const prefixLength = 8;

/** How keys, invitations and links are stored: sha256, base64url. They are random, so a slow hash adds nothing. */
export function hashToken(token: string): string {
  return hash("sha256", token, "base64url");
}

/** What may be kept of a key. */
export function keyFacts(key: Secret): { hash: string; prefix: string } {
  return { hash: hashToken(key.reveal()), prefix: key.reveal().slice(0, prefixLength) };
}
