import type { Runtime } from "@/server/runtime/runtime";
import { createAuth } from "./create-auth";

/** Who is signed in, as far as the rest of the code cares. */
export type SignedIn = {
  user: { id: string; name: string; email: string };
  sessionId: string;
};

/** All that Patchbay asks of better-auth. */
export type Auth = {
  /** Answers `/api/auth/*`. */
  answer(request: Request): Promise<Response>;
  /** The session that the cookie names, or null. Always read from the database, so a revoked one ends at once. */
  readSession(headers: Headers): Promise<SignedIn | null>;
  /** Makes a session for someone whose identity the caller has proven; returns the `Set-Cookie` values. */
  startSession(userId: string, headers: Headers): Promise<string[]>;
};

/** The process' one sign-in engine. It is loaded at the first use, so that it does not slow the boot. */
export function getAuth(runtime: Runtime): Promise<Auth> {
  const slot = runtime.singleton<{ loading?: Promise<Auth> | undefined }>("identity.auth", () => ({}));
  slot.loading ??= createAuth(runtime).catch((error: unknown) => {
    slot.loading = undefined;
    throw error;
  });
  return slot.loading;
}
