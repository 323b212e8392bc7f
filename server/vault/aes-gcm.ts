import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** base64url of iv, ciphertext and tag, under a fresh random iv. `aad` is bound, not stored. */
export function encrypt(key: KeyObject, plain: Uint8Array, aad: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(aad, "utf8"));
  const parts = [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString("base64url");
}

/** What `encrypt` was given, or undefined when anything differs. The reason stays inside: it helps only a forger. */
export function decrypt(key: KeyObject, text: string, aad: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64url");
  // Buffer skips characters it does not know and ignores trailing bits; only the one exact spelling counts.
  if (bytes.length < ivBytes + tagBytes || bytes.toString("base64url") !== text) return undefined;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(aad, "utf8"));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const plain = decipher.update(bytes.subarray(ivBytes, -tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    return undefined;
  }
}
