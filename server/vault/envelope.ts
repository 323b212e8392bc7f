import type { KeyObject } from "node:crypto";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import { decrypt, encrypt } from "./aes-gcm";
import type { SealedFor } from "./vault";

/** `v1.<key version>.<base64url of iv, ciphertext and tag>`. */
const shape = /^v1\.([1-9]\d{0,8})\.([\w-]+)$/;

/** The key version that an envelope names. Throws when it is not an envelope. */
export function readKeyVersion(sealed: string): number {
  return parse(sealed).version;
}

export function sealEnvelope(key: KeyObject, version: number, secret: Secret, boundTo: SealedFor): string {
  return `v1.${version}.${encrypt(key, Buffer.from(secret.reveal(), "utf8"), additionalData(boundTo, version))}`;
}

/** Throws when the key, what it is bound to or any byte differs. The error holds neither plaintext nor envelope. */
export function openEnvelope(key: KeyObject, sealed: string, boundTo: SealedFor): Secret {
  const { version, body } = parse(sealed);
  const plain = decrypt(key, body, additionalData(boundTo, version));
  if (!plain) throw refuse();
  const secret = new Secret(plain.toString("utf8"));
  plain.fill(0);
  return secret;
}

/** A JSON array keeps ("a", "bc") and ("ab", "c") apart. */
function additionalData(boundTo: SealedFor, version: number): string {
  return JSON.stringify(["patchbay.sealed.v1", boundTo.workspaceId, boundTo.ownerId, boundTo.field, version]);
}

function parse(sealed: string): { version: number; body: string } {
  const [, version, body] = shape.exec(sealed) ?? [];
  if (version === undefined || body === undefined) throw refuse();
  return { version: Number(version), body };
}

const refuse = () =>
  new AppError("INTERNAL", "This stored credential does not open: it was changed or moved since it was sealed. Enter or connect it again.");
