import { createSecretKey, type KeyObject, pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import type { Secret } from "@/server/lib/secret";
import { decrypt, encrypt } from "./aes-gcm";

const deriveBytes = promisify(pbkdf2);
const keyBytes = 32;
const format = "v1.";

/** The key that wraps data keys. Slow on purpose and off the event loop: once per boot. */
export async function deriveWrappingKey(secret: Secret, salt: Secret, iterations: number): Promise<KeyObject> {
  const bytes = await deriveBytes(secret.reveal(), salt.reveal(), iterations, keyBytes, "sha256");
  return toKey(bytes);
}

/** A data key as the table stores it, bound to its version. */
export function wrapDataKey(wrapping: KeyObject, version: number, dataKey: KeyObject): string {
  const bytes = dataKey.export();
  try {
    return format + encrypt(wrapping, bytes, `vault_key:${version}`);
  } finally {
    bytes.fill(0);
  }
}

/** The data key, or undefined when this wrapping key is not the one that wrapped it. */
export function unwrapDataKey(wrapping: KeyObject, version: number, wrapped: string): KeyObject | undefined {
  if (!wrapped.startsWith(format)) return undefined;
  const bytes = decrypt(wrapping, wrapped.slice(format.length), `vault_key:${version}`);
  return bytes?.length === keyBytes ? toKey(bytes) : undefined;
}

function toKey(bytes: Buffer): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}
