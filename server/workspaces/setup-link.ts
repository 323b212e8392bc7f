import { timingSafeEqual } from "node:crypto";
import { hasUsers } from "@/server/identity/has-users";
import { hashToken } from "@/server/identity/hash-token";
import type { Runtime } from "@/server/runtime/runtime";

/** Where the first account is made: the same link in every process, null once anybody has an account. */
export async function setupLink(runtime: Runtime): Promise<string | null> {
  if (await hasUsers(runtime.database.db)) return null;
  return `${runtime.env.publicUrl}/setup?token=${setupToken(runtime)}`;
}

/** Whether `token` is the one in the setup link. */
export function isSetupToken(runtime: Runtime, token: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(hashToken(setupToken(runtime))));
}

function setupToken(runtime: Runtime): string {
  return runtime.vault.deriveToken("setup");
}
