import { importPKCS8, SignJWT } from "jose";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";

export type Assertion = {
  /** The service account's address. */
  issuer: string;
  /** The person to act for, where the vendor delegates (Google: domain-wide delegation). */
  subject?: string | undefined;
  /** The token endpoint as the vendor names it, also when an emulator stands in for it. */
  audience: string;
  scopes: readonly string[];
  privateKey: Secret;
  keyId?: string | undefined;
};

const lifetimeSeconds = 3600;

/** A signed assertion for the JWT-bearer grant (RFC 7523 §3), good for an hour. Throws `INVALID_REQUEST` for a key that is none. */
export async function signAssertion(assertion: Assertion, now = Date.now()): Promise<Secret> {
  const key = await importPKCS8(assertion.privateKey.reveal(), "RS256").catch(() => {
    throw new AppError("INVALID_REQUEST", "The private key in this service account file cannot be read. Download a new key file and use it unchanged.");
  });
  const issuedAt = Math.floor(now / 1000);
  const jwt = new SignJWT({ scope: assertion.scopes.join(" ") })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", ...(assertion.keyId ? { kid: assertion.keyId } : {}) })
    .setIssuer(assertion.issuer)
    .setAudience(assertion.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds);
  if (assertion.subject) jwt.setSubject(assertion.subject);
  return new Secret(await jwt.sign(key));
}
