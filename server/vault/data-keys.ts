import { generateKeySync, type KeyObject } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Database, Queryable } from "@/db/client";
import { vaultKey } from "@/db/schema/vault";
import { AppError } from "@/server/lib/errors";
import { unwrapDataKey, wrapDataKey } from "./wrapping-key";

/** The data keys of a database, unwrapped, by version. */
export type DataKeys = {
  byVersion: ReadonlyMap<number, KeyObject>;
  /** The highest active version. */
  sealingVersion: number;
};

/** Reads every data key; an empty database gets its first one. Undefined when `wrapping` does not open them all. */
export async function loadDataKeys(db: Database, wrapping: KeyObject): Promise<DataKeys | undefined> {
  let rows = await readRows(db);
  if (rows.length === 0) {
    const first = generateKeySync("aes", { length: 256 });
    // Two processes may be here at once: the row that got in is everyone's key, so read it back.
    await db.insert(vaultKey).values({ version: 1, wrapped: wrapDataKey(wrapping, 1, first) }).onConflictDoNothing();
    rows = await readRows(db);
  }
  const byVersion = new Map<number, KeyObject>();
  for (const row of rows) {
    const key = unwrapDataKey(wrapping, row.version, row.wrapped);
    if (!key) return undefined;
    byVersion.set(row.version, key);
  }
  const sealingVersion = rows.findLast((row) => row.isActive)?.version;
  if (sealingVersion === undefined) {
    throw new AppError("INTERNAL", "No key in the table vault_key is active, so nothing can be sealed. Restore the table from a backup.");
  }
  return { byVersion, sealingVersion };
}

/**
 * Wraps every data key anew with `current`, in one transaction; what they sealed stays as it is.
 * @returns whether `current` opens all of them now; nothing changes when a key opens with neither
 */
export async function rewrapDataKeys(db: Database, keys: { current: KeyObject; previous: KeyObject }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rewrapped = new Map<number, string>();
    // Locked, so that two processes with different new secrets cannot both believe to have changed it.
    for (const row of await readRows(tx).for("update")) {
      if (unwrapDataKey(keys.current, row.version, row.wrapped)) continue; // another process was first
      const dataKey = unwrapDataKey(keys.previous, row.version, row.wrapped);
      if (!dataKey) return false;
      rewrapped.set(row.version, wrapDataKey(keys.current, row.version, dataKey));
    }
    for (const [version, wrapped] of rewrapped) {
      await tx.update(vaultKey).set({ wrapped }).where(eq(vaultKey.version, version));
    }
    return true;
  });
}

function readRows(db: Queryable) {
  return db.select().from(vaultKey).orderBy(asc(vaultKey.version));
}
