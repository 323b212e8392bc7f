import { createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import type { WebhookScheme } from "@/server/catalog/connector";
import { decodeStrictly } from "./decode-strictly";

/**
 * A vendor's public key, as its page writes it: PEM, base64 of a DER key, 32 bytes of hex for Ed25519, or a
 * certificate that holds at that time. Undefined when it is none of these, or not of the kind that the scheme needs.
 */
export function readPublicKey(text: string, algorithm: WebhookScheme["algorithm"], now: Date): KeyObject | undefined {
  try {
    const key = algorithm === "ed25519" ? readRawKey(text) : text.includes("-----BEGIN CERTIFICATE-----") ? readCertificate(text, now) : readKey(text);
    return key !== undefined && isFor(key, algorithm) ? key : undefined;
  } catch {
    return undefined;
  }
}

function readKey(text: string): KeyObject | undefined {
  if (text.includes("-----BEGIN")) return createPublicKey(text);
  const der = decodeStrictly(text.trim(), "base64");
  return der && createPublicKey({ key: der, format: "der", type: "spki" });
}

function readRawKey(hex: string): KeyObject | undefined {
  const raw = decodeStrictly(hex.trim(), "hex");
  return raw?.length === 32 ? createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") }, format: "jwk" }) : undefined;
}

function readCertificate(pem: string, now: Date): KeyObject | undefined {
  const certificate = new X509Certificate(pem);
  const isCurrent = Date.parse(certificate.validFrom) <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo);
  return isCurrent ? certificate.publicKey : undefined;
}

function isFor(key: KeyObject, algorithm: WebhookScheme["algorithm"]): boolean {
  if (algorithm === "ed25519") return key.asymmetricKeyType === "ed25519";
  if (algorithm === "ecdsa_p256_sha256") return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
  return key.asymmetricKeyType === "rsa";
}
