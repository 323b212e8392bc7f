import { generateKeySync } from "node:crypto";
import type { Database } from "@/db/client";
import { vaultKey } from "@/db/schema/vault";
import type { Secret } from "@/server/lib/secret";
import { deriveWrappingKey, wrapDataKey } from "./wrapping-key";

/** Adds a data key as a rotation in another process would. */
export async function addDataKey(db: Database, version: number, secrets: { secret: Secret; salt: Secret; iterations: number }): Promise<void> {
  const wrapping = await deriveWrappingKey(secrets.secret, secrets.salt, secrets.iterations);
  await db.insert(vaultKey).values({ version, wrapped: wrapDataKey(wrapping, version, generateKeySync("aes", { length: 256 })) });
}
