import type { Transaction } from "@/db/client";
import { account, user } from "@/db/schema/identity";
import { randomToken } from "@/server/lib/ids";

export type NewUser = { name: string; email: string; passwordHash: string };

/** Adds a person who signs in with e-mail and password, in the rows that better-auth reads. Null when the e-mail has an account. */
export async function createUser(tx: Transaction, input: NewUser): Promise<string | null> {
  const id = randomToken(24);
  const [created] = await tx
    .insert(user)
    .values({ id, name: input.name, email: normaliseEmail(input.email) })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id });
  if (!created) return null;
  await tx.insert(account).values({ id: randomToken(24), accountId: id, providerId: "credential", userId: id, password: input.passwordHash });
  return id;
}

/** better-auth looks people up by the lower-case form. */
function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}
