import { changePassword } from "@/server/identity/change-password";
import { listSessions } from "@/server/identity/list-sessions";
import { revokeSession } from "@/server/identity/revoke-session";
import { changePasswordInput, revokeSessionInput, signInInput, updateProfileInput } from "@/server/identity/schema";
import { signIn } from "@/server/identity/sign-in";
import { signOut } from "@/server/identity/sign-out";
import { updateProfile } from "@/server/identity/update-profile";
import type { TrpcContext } from "./context";
import { publicProcedure, router, sessionProcedure } from "./init";

/** The person: their session, password and name. */
export const accountRouter = router({
  signIn: publicProcedure.input(signInInput).mutation(async ({ ctx, input }) => setCookies(ctx, await signIn(ctx.runtime, input, ctx.headers))),
  signOut: publicProcedure.mutation(async ({ ctx }) => setCookies(ctx, await signOut(ctx.runtime, ctx.headers))),
  changePassword: sessionProcedure
    .input(changePasswordInput)
    .mutation(async ({ ctx, input }) => setCookies(ctx, await changePassword(ctx.runtime, input, ctx.headers))),
  updateProfile: sessionProcedure.input(updateProfileInput).mutation(({ ctx, input }) => updateProfile(ctx.runtime, ctx.session, input)),
  sessions: sessionProcedure.query(({ ctx }) => listSessions(ctx.runtime, ctx.session)),
  revokeSession: sessionProcedure.input(revokeSessionInput).mutation(({ ctx, input }) => revokeSession(ctx.runtime, ctx.session, input)),
});

/** Mutations travel in a request of their own, so their cookies reach the browser before the body does. */
export function setCookies(ctx: TrpcContext, cookies: string[]): void {
  for (const cookie of cookies) ctx.responseHeaders.append("set-cookie", cookie);
}
