import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Socket } from "node:net";
import { isProxyPath, serveProxy } from "@/server/gateway/serve-proxy";
import { answerCallbackEcho } from "@/server/oauth/answer-callback-echo";
import type { Runtime } from "@/server/runtime/runtime";
import { answerClientError, refuseUpgrade } from "./answer-socket";
import { prepareForNext } from "./prepare-for-next";
import { redirectLoopback } from "./redirect-loopback";
import { refuseExpectation, refuseRequest } from "./refuse-request";

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How long callers may take. Tests are shorter of patience. */
const patience = { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, bodyWithinMs: 30_000 };
const lookForIdleEveryMs = 100;

/**
 * The one door: paths that must be cheap are answered here, before Next; everything else goes to Next with a
 * Host that is always PUBLIC_URL's and a nonce for its scripts.
 */
export function createHttpServer(runtime: Runtime, { bodyWithinMs, ...limits } = patience) {
  let nextHandler: NextHandler | undefined;
  const sockets = new Set<Socket>();
  const answering = new WeakMap<Duplex, ServerResponse>();
  // `watchBody` judges each body by where it goes; one limit for all would cut off large uploads through the proxy.
  const http: Server = createServer({ ...limits, keepAliveTimeout: 65_000, requestTimeout: 0 }, (request, response) => {
    const { socket } = request;
    answering.set(socket, response);
    response.once("close", () => {
      if (answering.get(socket) === response) answering.delete(socket);
    });
    if (isProxyPath(request.url ?? "")) {
      serveProxy(runtime, request, response).catch((error: unknown) => giveUp(error, response));
      return;
    }
    if (refuseRequest(request, response, bodyWithinMs) || answerCallbackEcho(runtime, request, response) || redirectLoopback(runtime, request, response)) return;
    prepareForNext(runtime, request, response);
    nextHandler?.(request, response).catch((error: unknown) => giveUp(error, response));
  });
  const giveUp = (error: unknown, response: ServerResponse) => {
    runtime.log.error({ err: error }, "A request could not be answered.");
    response.destroy();
  };
  http.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // The size of a head is bounded; a bound on the number of its lines would drop the rest of them in silence.
  http.maxHeadersCount = 0;
  http.on("clientError", (error, socket) => {
    const response = answering.get(socket);
    // Into an answer that is under way nothing can be written any more, nor before one that is still owed.
    if (response && (response.headersSent || response.req.complete)) socket.destroy();
    else answerClientError(error, socket);
  });
  http.on("checkExpectation", refuseExpectation);
  // Next listens too, for its reloading in development; in production it would leave the connection open for ever.
  http.on("upgrade", (request, socket) => {
    if (runtime.env.isProduction || request.url?.startsWith("/_next/") !== true) refuseUpgrade(socket);
  });
  return {
    http,
    serve(handler: NextHandler) {
      nextHandler = handler;
    },
    listen: (port: number, host: string) =>
      new Promise<void>((resolve, reject) => {
        http.once("error", reject);
        http.listen(port, host, resolve);
      }),
    port(): number {
      const address = http.address();
      return typeof address === "object" && address !== null ? address.port : 0;
    },
    /** Lets answers under way finish for `graceMs`, then cuts them. */
    async close(graceMs: number): Promise<void> {
      const closed = new Promise((resolve) => http.close(resolve));
      // A connection that has had its answer stays open for the next request; there will be none.
      const idle = setInterval(() => http.closeIdleConnections(), lookForIdleEveryMs);
      const cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
    },
  };
}
