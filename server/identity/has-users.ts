import { sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { user } from "@/db/schema/identity";

/** Of every way to make the first account; any constant that no other lock uses will do. */
const firstUserLockId = 7_204_119;

/** Whether anybody has an account on this instance. */
export async function hasUsers(db: Queryable): Promise<boolean> {
  return (await db.select({ id: user.id }).from(user).limit(1)).length > 0;
}

/** The same, for who is about to make the first one: until the transaction ends, nobody else gets an answer. */
export async function lockAndCheckUsers(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${firstUserLockId})`);
  return hasUsers(tx);
}
