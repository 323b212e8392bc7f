import { and, eq, gt, like, lt } from "drizzle-orm";
import { verification } from "@/db/schema/identity";
import { AppError } from "@/server/lib/errors";
import { randomToken } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { getAuth } from "./auth";
import { hashToken } from "./hash-token";

const identifierPrefix = "sign-in-link:";
const validForMs = 24 * 60 * 60 * 1000;

/**
 * A link that signs its opener in as `userId`: how the demo opens without a password. It works for a day and more
 * than once, because people open it in a second browser. Throws outside the sandbox.
 */
export async function createSignInLink(runtime: Runtime, userId: string): Promise<string> {
  if (!runtime.env.isSandbox) throw new AppError("FORBIDDEN", "Sign-in links exist in the sandbox only.");
  const { db } = runtime.database;
  const token = randomToken();
  await db.delete(verification).where(and(like(verification.identifier, `${identifierPrefix}%`), lt(verification.expiresAt, new Date())));
  await db.insert(verification).values({
    id: randomToken(24),
    identifier: identifierPrefix + hashToken(token),
    value: userId,
    expiresAt: new Date(Date.now() + validForMs),
  });
  return `${runtime.env.publicUrl}/api/sign-in-link?token=${token}`;
}

/** `GET /api/sign-in-link?token=`: sets the session cookie and goes to the marketplace; 404 when the link is not a live one. */
export async function openSignInLink(runtime: Runtime, request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const userId = runtime.env.isSandbox ? await readSignInLink(runtime, token) : null;
  if (userId === null) {
    return new Response("This sign-in link is not valid any more. Start the demo again for a new one.\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
    });
  }
  const headers = new Headers({ location: `${runtime.env.publicUrl}/`, "cache-control": "no-store", "referrer-policy": "no-referrer" });
  for (const cookie of await (await getAuth(runtime)).startSession(userId, request.headers)) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

async function readSignInLink(runtime: Runtime, token: string): Promise<string | null> {
  const [row] = await runtime.database.db
    .select({ userId: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, identifierPrefix + hashToken(token)), gt(verification.expiresAt, new Date())))
    .limit(1);
  return row?.userId ?? null;
}
