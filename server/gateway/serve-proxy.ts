import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, isAppError } from "@/server/lib/errors";
import { refuseEarly } from "@/server/lib/http/refuse-early";
import { watchBody } from "@/server/lib/http/watch-body";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { authenticateProxy } from "./authenticate-proxy";
import { forwardRequest } from "./forward-request";

const prefix = "/api/proxy/";
const bodyIdleMs = 60_000;

export function isProxyPath(url: string): boolean {
  return url.startsWith(prefix);
}

/**
 * `ANY /api/proxy/{connectionId}/{path}`: answers with the vendor's answer, or with the contract's error and an
 * `x-patchbay-error` header when Patchbay itself has to say something. Never rejects.
 */
export function serveProxy(runtime: Runtime, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { socket } = request; // undici takes it away from a body that it sends
  watchBody(request, { idleMs: bodyIdleMs }, () => socket.destroy());
  return enter(runtime, request, response).catch((error: unknown) => refuse(runtime, request, response, error));
}

/** No `async` here: each one is a promise more on the way of every call, and almost every caller is known at once. */
function enter(runtime: Runtime, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  try {
    refuseCoding(request);
    const target = splitTarget(request.url ?? "");
    const ctx = authenticateProxy(runtime, request);
    return ctx instanceof Promise ? ctx.then((known) => forwardRequest(known, target, request, response)) : forwardRequest(ctx, target, request, response);
  } catch (error) {
    return Promise.reject(error);
  }
}

function refuse(runtime: Runtime, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const requestId = newId("request");
  if (!isAppError(error)) runtime.log.error({ err: error, requestId }, "The proxy failed.");
  const refusal = isAppError(error) ? error : new AppError("INTERNAL", "Something went wrong inside Patchbay. The log of the server has the details under this request id.");
  refuseEarly(request, response, refusal, requestId);
}

/** RFC 9112 §6.1: any coding but chunked would reach the vendor undone and unsaid, as another body than the caller's. */
function refuseCoding({ headers }: IncomingMessage): void {
  const coding = headers["transfer-encoding"];
  if (coding === undefined || coding.toLowerCase() === "chunked") return;
  throw new AppError("INVALID_REQUEST", "The request body has a transfer coding other than chunked. Compress it with Content-Encoding instead.");
}

/** The connection, and the vendor's path with its query exactly as the caller wrote them. */
function splitTarget(url: string): { connectionId: string; path: string } {
  const end = url.slice(prefix.length).search(/[/?]/);
  if (end === -1) return { connectionId: url.slice(prefix.length), path: "/" };
  const rest = url.slice(prefix.length + end);
  return { connectionId: url.slice(prefix.length, prefix.length + end), path: rest.startsWith("/") ? rest : `/${rest}` };
}
