import type { IncomingMessage } from "node:http";

/** How patient a reader is. `withinMs` bounds the whole body; `idleMs` only the time in which nothing of it comes. */
export type BodyPatience = { withinMs: number } | { idleMs: number };

/** Whether a request has a body at all, by what its head says. */
export function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return length === undefined ? headers["transfer-encoding"] !== undefined : length !== "0";
}

/** Calls `onStalled` once when a body does not come: a caller that never ends one holds a connection for nothing. */
export function watchBody(request: IncomingMessage, patience: BodyPatience, onStalled: () => void): void {
  if (request.complete || !hasBody(request)) return;
  const { socket } = request;
  let seen = socket.bytesRead;
  const everyMs = "withinMs" in patience ? patience.withinMs : patience.idleMs;
  const timer = setInterval(() => {
    const hasMoved = socket.bytesRead > seen;
    seen = socket.bytesRead;
    if (hasMoved && "idleMs" in patience) return;
    stop();
    onStalled();
  }, everyMs).unref();
  const stop = () => clearInterval(timer);
  request.once("end", stop).once("close", stop);
}
