import { hashPassword as scrypt } from "@better-auth/utils/password";
import type { Secret } from "@/server/lib/secret";

/** The hash that better-auth verifies (scrypt). It takes tens of milliseconds: call it before a transaction opens. */
export function hashPassword(password: Secret): Promise<string> {
  return scrypt(password.reveal());
}
