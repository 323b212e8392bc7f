import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { authenticate, authenticateSession, type IncomingRequest } from "@/server/workspaces/authenticate";
import type { SessionContext, WorkspaceContext } from "@/server/workspaces/context";
import { addressFromHeaders } from "@/server/workspaces/request-facts";

/** What every procedure starts from. Who calls is asked at most once per HTTP request, and only when a procedure wants to know. */
export type TrpcContext = {
  runtime: Runtime;
  requestId: string;
  headers: Headers;
  /** Cookies that a mutation sets go here. */
  responseHeaders: Headers;
  readSession(): Promise<SessionContext | null>;
  enterWorkspace(): Promise<WorkspaceContext>;
  /** Written once the workspace is entered: whether the answer to an error may contain what a vendor said. */
  viewer: { isAdmin: boolean };
};

/** The context of one HTTP request, or of one page being rendered. */
export function createTrpcContext(runtime: Runtime, request: { headers: Headers; method: string; responseHeaders?: Headers }): TrpcContext {
  const { headers, method, responseHeaders = new Headers() } = request;
  const requestId = newId("request");
  const incoming: IncomingRequest = { headers, method, ipAddress: addressFromHeaders(headers), requestId };
  let session: Promise<SessionContext | null> | undefined;
  let workspace: Promise<WorkspaceContext> | undefined;
  return {
    runtime,
    requestId,
    headers,
    responseHeaders,
    readSession: () => (session ??= authenticateSession(runtime, incoming)),
    enterWorkspace: () => (workspace ??= authenticate(runtime, incoming)),
    viewer: { isAdmin: false },
  };
}
