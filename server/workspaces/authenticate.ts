import { getAuth } from "@/server/identity/auth";
import { AppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { authenticateKeyCached } from "./authenticate-key";
import type { RequestFacts, SessionContext, WorkspaceContext } from "./context";
import { enterWorkspace } from "./enter-workspace";

/** A request as far as it says who sends it. `ipAddress` is the one that `clientAddress` worked out. */
export type IncomingRequest = { headers: Headers; method: string; ipAddress: string | null; requestId?: string };

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Who calls, and in which workspace: by `Authorization: Bearer <workspace API key>`, else by the session cookie, which
 * acts in `X-Workspace: <slug>` or in the person's last used workspace. Throws `INVALID_API_KEY`, `UNAUTHENTICATED`,
 * `FORBIDDEN` (a write by cookie from another origin) or `NOT_FOUND` (a workspace that is not the caller's).
 */
export async function authenticate(runtime: Runtime, request: IncomingRequest): Promise<WorkspaceContext> {
  const slug = request.headers.get("x-workspace");
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    const session = await authenticateSession(runtime, request);
    if (!session) return refuseStranger();
    return enterWorkspace(session, slug);
  }
  const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (key === undefined) throw new AppError("INVALID_API_KEY", "The Authorization header is not one Patchbay reads. Send `Authorization: Bearer <workspace API key>`.");
  const ctx = await authenticateKeyCached(runtime, key, requestFacts(request));
  if (slug !== null && slug !== ctx.workspace.slug) throw new AppError("NOT_FOUND", "This API key belongs to another workspace than X-Workspace names.");
  return ctx;
}

/** Who is signed in by cookie, before any workspace; null when nobody is. Throws `FORBIDDEN` on a write from another origin. */
export async function authenticateSession(runtime: Runtime, request: IncomingRequest): Promise<SessionContext | null> {
  if (!request.headers.has("cookie")) return null;
  const signedIn = await (await getAuth(runtime)).readSession(request.headers);
  if (!signedIn) return null;
  if (!safeMethods.has(request.method) && request.headers.get("origin") !== runtime.env.publicUrl) {
    throw new AppError(
      "FORBIDDEN",
      `A browser session can change things only from ${runtime.env.publicUrl}, and this request came from elsewhere. Open that address, or use an API key.`,
    );
  }
  return { runtime, db: runtime.database.db, ...signedIn, request: requestFacts(request) };
}

/** Throws `UNAUTHENTICATED` with the two ways in. */
export function refuseStranger(): never {
  throw new AppError("UNAUTHENTICATED", "Nobody is signed in. Sign in, or send `Authorization: Bearer <workspace API key>`.");
}

function requestFacts(request: IncomingRequest): RequestFacts {
  return {
    id: request.requestId ?? newId("request"),
    ipAddress: request.ipAddress,
    userAgent: request.headers.get("user-agent")?.slice(0, 400) ?? null,
  };
}
