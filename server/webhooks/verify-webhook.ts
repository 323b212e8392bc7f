import { createHmac, timingSafeEqual, verify } from "node:crypto";
import type { WebhookScheme } from "@/server/catalog/connector";
import type { Secret } from "@/server/lib/secret";
import { decodeStrictly } from "./decode-strictly";
import { readPublicKey } from "./read-public-key";
import { type GivenSignature, readSignature } from "./read-signature";
import { readTimestamp, timestampInBody } from "./read-timestamp";
import { coversBody, signedContent } from "./signed-content";
import { verifyToken } from "./verify-token";
import type { WebhookRefusal, WebhookRequest, WebhookVerdict } from "./webhook-request";

export type WebhookKeys = {
  /** What the endpoint's owner was given by the vendor. Several while a key is changed: one that fits is enough. */
  keys: readonly Secret[];
  /** For schemes with a `publicKey`: what stands at the address that `findPublicKeyUrl` names. */
  publicKeys?: readonly string[];
  now: Date;
};

/**
 * Whether a call was signed by the vendor, and lately enough. Pure: it fetches nothing and remembers nothing, so that
 * a call sent twice within the window passes twice. Never throws for what a caller sent.
 */
export function verifyWebhook(scheme: WebhookScheme, request: WebhookRequest, { keys, publicKeys = [], now }: WebhookKeys): WebhookVerdict {
  if (scheme.algorithm === "none") return refuse("unsigned");
  const usable = keys.map((key) => key.reveal()).filter((key) => key !== "");
  const needsKey = !scheme.publicKey || scheme.signed?.includes("{key}") === true;
  if (needsKey && usable.length === 0) return refuse("key_missing");
  if (scheme.publicKey && publicKeys.length === 0) return refuse("key_missing");
  if (scheme.algorithm === "token") return verdict(verifyToken(scheme, request, usable));
  const given = readSignature(scheme, request.headers);
  if (typeof given === "string") return refuse(given);
  if (given.timestamp !== undefined && readTimestamp(scheme.timestampUnit, given.timestamp) === undefined) return refuse("timestamp_malformed");
  const checks = scheme.publicKey ? publicKeyChecks(scheme, publicKeys, needsKey ? usable : [undefined], now) : keyChecks(scheme, usable, now);
  if (checks.length === 0) return refuse("key_unusable");
  if (!isSigned(scheme, request, given, checks)) return refuse("mismatch");
  return verdict(checkWindow(scheme, request, given, now));
}

function refuse(reason: WebhookRefusal): WebhookVerdict {
  return { ok: false, reason };
}

function verdict(reason: WebhookRefusal | undefined): WebhookVerdict {
  return reason === undefined ? { ok: true } : refuse(reason);
}

/** `key` is part of what is signed where the scheme says so. */
type Check = { key?: string; isValid(content: Buffer, signature: Buffer): boolean };

function isSigned(scheme: WebhookScheme, request: WebhookRequest, given: GivenSignature, checks: Check[]): boolean {
  const template = scheme.signed ?? "{body}";
  if (!coversBody(template, scheme.bodyHashParam, request)) return false;
  return checks.some((check) => {
    const content = signedContent(template, request, { ...given, ...(check.key === undefined ? {} : { key: check.key }) });
    return given.signatures.some((signature) => check.isValid(content, signature));
  });
}

function keyChecks({ algorithm, keyEncoding }: WebhookScheme, keys: string[], now: Date): Check[] {
  if (algorithm !== "hmac_sha256" && algorithm !== "hmac_sha1") return keys.flatMap((key) => publicKeyCheck(algorithm, key, now));
  const digest = algorithm === "hmac_sha1" ? "sha1" : "sha256";
  return keys.flatMap((key) => {
    const bytes = keyBytes(key, keyEncoding);
    return bytes ? [{ isValid: (content, signature) => sameBytes(createHmac(digest, bytes).update(content).digest(), signature) }] : [];
  });
}

function publicKeyChecks({ algorithm }: WebhookScheme, publicKeys: readonly string[], keys: (string | undefined)[], now: Date): Check[] {
  return publicKeys.flatMap((text) => publicKeyCheck(algorithm, text, now)).flatMap((check) => keys.map((key) => ({ ...check, ...(key === undefined ? {} : { key }) })));
}

function publicKeyCheck(algorithm: WebhookScheme["algorithm"], text: string, now: Date): Check[] {
  const key = readPublicKey(text, algorithm, now);
  const digest = algorithm === "ed25519" ? null : algorithm === "rsa_sha512" ? "sha512" : "sha256";
  return key ? [{ isValid: (content, signature) => verify(digest, content, key, signature) }] : [];
}

function keyBytes(key: string, encoding: WebhookScheme["keyEncoding"]): Buffer | undefined {
  if (encoding === undefined) return Buffer.from(key);
  if (encoding === "base64") return decodeStrictly(key.trim(), "base64");
  return key.startsWith("whsec_") ? decodeStrictly(key.slice("whsec_".length).trim(), "base64") : undefined;
}

function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function checkWindow(scheme: WebhookScheme, request: WebhookRequest, given: GivenSignature, now: Date): WebhookRefusal | undefined {
  if (scheme.toleranceSeconds === undefined) return undefined;
  const text = given.timestamp ?? (scheme.timestampPath === undefined ? undefined : timestampInBody(scheme.timestampPath, request.body));
  if (text === undefined) return "timestamp_missing";
  const sentAt = readTimestamp(scheme.timestampUnit, text);
  if (sentAt === undefined) return "timestamp_malformed";
  return Math.abs(now.getTime() - sentAt) <= scheme.toleranceSeconds * 1_000 ? undefined : "outside_window";
}
