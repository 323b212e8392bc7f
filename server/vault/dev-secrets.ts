import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Env } from "@/server/lib/env";
import { AppError, hasErrorCode } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";

const vaultFile = z.object({ secret: z.string().min(32), salt: z.string().min(16) });

export type VaultSecrets = { secret: Secret; salt: Secret; previous?: Secret };

/**
 * The environment's vault secrets. Outside production, and in the demo, missing ones are made once and kept in
 * `<DATA_DIR>/vault.json`, readable by its owner alone.
 */
export async function loadOrCreateVaultSecrets(env: Env): Promise<VaultSecrets> {
  const previous = env.vaultSecretPrevious ? { previous: env.vaultSecretPrevious } : {};
  if (env.vaultSecret && env.vaultSalt) return { secret: env.vaultSecret, salt: env.vaultSalt, ...previous };
  if (env.isProduction && !env.isSandbox) {
    throw new AppError("INVALID_REQUEST", "CREDENTIAL_VAULT_SECRET and CREDENTIAL_VAULT_SALT are not set. Production needs both to seal credentials.");
  }
  const kept = await readOrCreate(path.resolve(env.dataDir, "vault.json"));
  return { secret: env.vaultSecret ?? new Secret(kept.secret), salt: env.vaultSalt ?? new Secret(kept.salt), ...previous };
}

async function readOrCreate(file: string): Promise<z.output<typeof vaultFile>> {
  const kept = await read(file);
  if (kept) return kept;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await create(file, JSON.stringify({ secret: randomBytes(32).toString("base64"), salt: randomBytes(16).toString("base64") }));
  const created = await read(file);
  if (!created) throw new AppError("INTERNAL", `${file} went away while it was being made. Start again.`);
  return created;
}

async function read(file: string): Promise<z.output<typeof vaultFile> | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (hasErrorCode(error, "ENOENT")) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = vaultFile.safeParse(toJson(text));
  if (parsed.success) return parsed.data;
  throw new AppError("INVALID_REQUEST", `${file} is not the file that Patchbay wrote: it has to hold a secret and a salt. Restore it from a copy. Without it the credentials stored so far cannot be opened.`);
}

/** Complete or absent: written aside, synced, then linked, and the first of two processes wins. */
async function create(file: string, content: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
    await link(draft, file);
  } catch (error) {
    if (!hasErrorCode(error, "EEXIST")) throw error;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
