import { initTRPC } from "@trpc/server";
import { AppError } from "@/server/lib/errors";
import { refuseStranger } from "@/server/workspaces/authenticate";
import { isAdmin } from "@/server/workspaces/context";
import type { TrpcContext } from "./context";
import { toAppError, toFailure, toTrpcError } from "./translate-error";

const t = initTRPC.context<TrpcContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error, path, ctx }) => {
    const appError = toAppError(error);
    const app = toFailure(appError, ctx?.requestId ?? "", ctx?.viewer.isAdmin ?? false);
    return { ...shape, message: appError.message, data: { code: error.code, httpStatus: appError.status, path, app } };
  },
});

export const { router, createCallerFactory } = t;

/** Turns whatever was thrown into an AppError once, and logs what an operator should see. */
const translateErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = toAppError(result.error);
  const facts = { requestId: ctx.requestId, path, code: error.publicCode };
  if (error.code === "INTERNAL") ctx.runtime.log.error({ ...facts, err: result.error.cause ?? result.error }, "A tRPC procedure failed.");
  else if (error.detail !== undefined) ctx.runtime.log.info({ ...facts, detail: error.detail }, "A tRPC procedure refused.");
  throw toTrpcError(error);
});

/** A browser says whose page asks; a page of somebody else's must not ask here, signed in or not. */
const refuseOtherOrigins = t.middleware(({ ctx, next }) => {
  const origin = ctx.headers.get("origin");
  const { publicUrl } = ctx.runtime.env;
  if (origin !== null && origin !== publicUrl) {
    throw new AppError("FORBIDDEN", `This request came from another site. Open ${publicUrl} and try there.`);
  }
  return next();
});

/** For anybody, signed in or not. */
export const publicProcedure = t.procedure.use(translateErrors).use(refuseOtherOrigins);

/** For who is signed in, in no workspace in particular. */
export const sessionProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const session = (await ctx.readSession()) ?? refuseStranger();
  return next({ ctx: { session, user: session.user, sessionId: session.sessionId } });
});

/** For who acts in a workspace. What they may do there is for the verb to ask. */
export const workspaceProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const workspace = await ctx.enterWorkspace();
  ctx.viewer.isAdmin = isAdmin(workspace);
  return next({ ctx: { workspace } });
});
