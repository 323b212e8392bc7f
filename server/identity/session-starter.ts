import { z } from "zod";
import { notFound } from "@/server/lib/errors";

/**
 * A plugin of better-auth that starts a session without a password. It has no path, so no request reaches it: only
 * code that calls it by name.
 */
export async function loadSessionStarter() {
  const [{ createAuthEndpoint }, { setSessionCookie }] = await Promise.all([import("better-auth/api"), import("better-auth/cookies")]);
  const startSession = createAuthEndpoint.serverOnly({ method: "POST", body: z.object({ userId: z.string() }), requireHeaders: true }, async (ctx) => {
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
    if (!user) throw notFound("person");
    const session = await ctx.context.internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return { sessionId: session.id };
  });
  return { id: "session-starter", endpoints: { startSession } };
}
