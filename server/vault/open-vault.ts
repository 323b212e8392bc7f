import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { Database } from "@/db/client";
import { AppError } from "@/server/lib/errors";
import type { Secret } from "@/server/lib/secret";
import { type DataKeys, loadDataKeys, rewrapDataKeys } from "./data-keys";
import { openEnvelope, readKeyVersion, sealEnvelope } from "./envelope";
import type { Vault } from "./vault";
import { deriveWrappingKey } from "./wrapping-key";

/** The process' own vault, which can also learn of keys that another process added. */
export type OpenedVault = Vault & {
  /** Reads the data keys again. `open` starts this itself when it meets a version it does not know. */
  refreshKeys(): Promise<void>;
};

export type VaultOptions = {
  db: Database;
  secret: Secret;
  salt: Secret;
  /** The secret before this one: opens what `secret` does not, which is then wrapped anew. */
  previous?: Secret | undefined;
  /** Of PBKDF2. Lower only in tests. */
  iterations?: number;
};

/**
 * Opens the vault of a database, and makes its first data key when there is none.
 * Throws `INVALID_REQUEST`, naming the variables, when the secrets are not the ones that this database was sealed with.
 */
export async function openVault(options: VaultOptions): Promise<OpenedVault> {
  const { db, secret, salt, previous, iterations = 600_000 } = options;
  const wrapping = await deriveWrappingKey(secret, salt, iterations);
  let keys = await loadDataKeys(db, wrapping);
  if (!keys && previous) {
    const rewrapped = await rewrapDataKeys(db, { current: wrapping, previous: await deriveWrappingKey(previous, salt, iterations) });
    if (rewrapped) keys = await loadDataKeys(db, wrapping);
  }
  if (!keys) throw refuse(previous !== undefined);
  return createVault(keys, async () => {
    const loaded = await loadDataKeys(db, wrapping);
    if (loaded) return loaded;
    throw new AppError("SERVICE_UNAVAILABLE", "CREDENTIAL_VAULT_SECRET was changed by another process since this one started. Restart this one with the new secret.");
  });
}

function createVault(initial: DataKeys, reload: () => Promise<DataKeys>): OpenedVault {
  let keys = initial;
  let reloading: Promise<void> | undefined;
  const tokenKey = deriveTokenKey(initial);
  const refreshKeys = () => {
    reloading ??= reload()
      .then((loaded) => void (keys = loaded))
      .finally(() => (reloading = undefined));
    return reloading;
  };
  return {
    get keyVersion() {
      return keys.sealingVersion;
    },
    seal: (secret, boundTo) => {
      const version = keys.sealingVersion;
      return { sealed: sealEnvelope(keyOf(keys, version), version, secret, boundTo), keyVersion: version };
    },
    open: (sealed, boundTo) => {
      const version = readKeyVersion(sealed);
      // Another process may have rotated. This call cannot wait, so it fails clearly; the next one finds the key.
      if (!keys.byVersion.has(version)) refreshKeys().catch(() => undefined);
      return openEnvelope(keyOf(keys, version), sealed, boundTo);
    },
    deriveToken: (purpose) => createHmac("sha256", tokenKey).update(purpose, "utf8").digest("base64url"),
    refreshKeys,
  };
}

/** From the first data key, not from the secret: tokens outlive a change of the secret and a rotation. */
function deriveTokenKey(keys: DataKeys): KeyObject {
  const first = Math.min(...keys.byVersion.keys());
  return createSecretKey(new Uint8Array(hkdfSync("sha256", keyOf(keys, first), "", "patchbay.vault.tokens.v1", 32)));
}

function keyOf(keys: DataKeys, version: number): KeyObject {
  const key = keys.byVersion.get(version);
  if (key) return key;
  throw new AppError(
    "SERVICE_UNAVAILABLE",
    `This credential was sealed with key version ${version}, which this process has not loaded. Try again in a moment; if it persists, the key is missing from the table vault_key.`,
    { details: { keyVersion: version } },
  );
}

function refuse(hadPrevious: boolean): AppError {
  const what = hadPrevious
    ? "Neither CREDENTIAL_VAULT_SECRET nor CREDENTIAL_VAULT_SECRET_PREVIOUS, with this CREDENTIAL_VAULT_SALT, opens the credentials stored in this database."
    : "CREDENTIAL_VAULT_SECRET, with this CREDENTIAL_VAULT_SALT, does not open the credentials stored in this database.";
  return new AppError(
    "INVALID_REQUEST",
    [
      "Patchbay did not start:",
      `  - ${what} Start with the secret and the salt that this database was used with before (generated ones are in vault.json in DATA_DIR).`,
      "  - To change the secret, put the old one in CREDENTIAL_VAULT_SECRET_PREVIOUS for one start. The salt cannot change.",
      "  - If they are lost, the stored credentials are too: start with an empty database and connect the accounts again.",
    ].join("\n"),
  );
}
