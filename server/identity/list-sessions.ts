import { and, desc, eq, gt } from "drizzle-orm";
import { session } from "@/db/schema/identity";
import type { Runtime } from "@/server/runtime/runtime";
import type { SignedIn } from "./auth";

export type SessionSummary = { id: string; ipAddress: string | null; userAgent: string | null; createdAt: string; expiresAt: string; isCurrent: boolean };

/** Where the signed-in person is signed in, the newest first. */
export async function listSessions(runtime: Runtime, signedIn: SignedIn): Promise<SessionSummary[]> {
  const rows = await runtime.database.db
    .select({ id: session.id, ipAddress: session.ipAddress, userAgent: session.userAgent, createdAt: session.createdAt, expiresAt: session.expiresAt })
    .from(session)
    .where(and(eq(session.userId, signedIn.user.id), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.createdAt));
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(), isCurrent: row.id === signedIn.sessionId }));
}
