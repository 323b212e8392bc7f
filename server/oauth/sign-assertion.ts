import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, randomUUID, X509Certificate } from "node:crypto";
import { SignJWT } from "jose";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";

export type AssertionAlgorithm = "RS256" | "PS256" | "ES256";

export type Assertion = {
  algorithm: AssertionAlgorithm;
  issuer: string;
  /** The person or client to act for. */
  subject?: string;
  /** The token endpoint as the vendor names it, also when an emulator stands in for it. */
  audience?: string;
  claims: Record<string, unknown>;
  ttlSeconds: number;
  keyId?: string;
  /** Of the certificate, for RFC 7515's `x5t#S256`. */
  certificateHash?: string;
  /** A number of its own, so that the same assertion is never taken twice. */
  hasId?: true;
};

/** A signed assertion (RFC 7523 §3). */
export async function signAssertion(key: KeyObject, assertion: Assertion, now = Date.now()): Promise<Secret> {
  const { algorithm, keyId, certificateHash, audience, subject } = assertion;
  const issuedAt = Math.floor(now / 1000);
  const jwt = new SignJWT({ ...assertion.claims })
    .setProtectedHeader({ alg: algorithm, typ: "JWT", ...(keyId ? { kid: keyId } : {}), ...(certificateHash ? { "x5t#S256": certificateHash } : {}) })
    .setIssuer(assertion.issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + assertion.ttlSeconds);
  if (audience) jwt.setAudience(audience);
  if (subject) jwt.setSubject(subject);
  if (assertion.hasId) jwt.setJti(randomUUID());
  return new Secret(await jwt.sign(key));
}

const smallestRsaBits = 2048;

/**
 * A private key in any of its usual spellings: PEM (PKCS #8, PKCS #1, SEC 1; with a passphrase), also with `\n` in
 * place of line ends, or a JWK. Throws `INVALID_REQUEST` for what is none, or none for this algorithm.
 */
export function readPrivateKey(secret: Secret, algorithm: AssertionAlgorithm, passphrase?: Secret): KeyObject {
  const key = parseKey(secret.reveal().trim(), passphrase);
  const isElliptic = algorithm === "ES256";
  if (isElliptic && key.asymmetricKeyDetails?.namedCurve !== "prime256v1") throw unreadable("This is not a key on the curve P-256, which is what is needed here.");
  if (!isElliptic && key.asymmetricKeyType !== "rsa") throw unreadable("This is not an RSA key, which is what is needed here.");
  if (!isElliptic && (key.asymmetricKeyDetails?.modulusLength ?? 0) < smallestRsaBits) throw unreadable(`This RSA key is too short. Make one of at least ${smallestRsaBits} bits.`);
  return key;
}

function parseKey(text: string, passphrase: Secret | undefined): KeyObject {
  try {
    if (text.startsWith("{")) return createPrivateKey({ key: parseJwk(text), format: "jwk" });
    const key = text.includes("\n") ? text : text.replaceAll("\\n", "\n");
    return createPrivateKey({ key, format: "pem", ...(passphrase ? { passphrase: passphrase.reveal() } : {}) });
  } catch {
    if (/ENCRYPTED/.test(text)) throw unreadable(passphrase ? "The passphrase does not open this private key." : "This private key is locked with a passphrase. Enter it too, or use a key without one.");
    throw unreadable("This private key cannot be read. Paste all of it, with its first and last line.");
  }
}

function parseJwk(text: string): JsonWebKey {
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
}

/** The SHA-256 of the public key as Snowflake shows it (`SHA256:` and base64 of its DER). */
export function publicKeySha256(key: KeyObject): string {
  return `SHA256:${createHash("sha256").update(createPublicKey(key).export({ type: "spki", format: "der" })).digest("base64")}`;
}

/** The SHA-256 of a certificate for `x5t#S256`. Throws `INVALID_REQUEST` for what is none, or belongs to another key. */
export function certificateSha256(pem: string, key: KeyObject): string {
  const text = pem.trim();
  const certificate = parseCertificate(text.includes("\n") ? text : text.replaceAll("\\n", "\n"));
  if (!certificate.checkPrivateKey(key)) throw unreadable("This certificate belongs to another private key. Paste the two that were made together.");
  return createHash("sha256").update(certificate.raw).digest("base64url");
}

function parseCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw unreadable("This certificate cannot be read. Paste all of it, with its first and last line.");
  }
}

function unreadable(message: string): AppError {
  return new AppError("INVALID_REQUEST", message);
}
