import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { session } from "@/db/schema/identity";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import type { SignedIn } from "./auth";
import type { revokeSessionInput } from "./schema";

/** Signs the person out somewhere else. A session of somebody else answers like an unknown one. */
export async function revokeSession(runtime: Runtime, signedIn: SignedIn, input: z.output<typeof revokeSessionInput>): Promise<void> {
  const revoked = await runtime.database.db
    .delete(session)
    .where(and(eq(session.id, input.sessionId), eq(session.userId, signedIn.user.id)))
    .returning({ id: session.id });
  if (revoked.length === 0) throw new AppError("NOT_FOUND", "You are not signed in there any more.");
}
