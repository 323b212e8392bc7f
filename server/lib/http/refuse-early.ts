import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppError } from "../errors";
import { answerError } from "./answer-error";

const lingerMs = 5_000;

/**
 * Refuses a request whose body may still be on its way. Closing at once would cost the caller the answer (unread
 * bytes turn the close into a reset), so the rest is read and dropped for a moment; who goes on after that is cut off.
 */
export function refuseEarly(request: IncomingMessage, response: ServerResponse, error: AppError, requestId: string): void {
  const { socket } = response; // not the request's: undici takes that one away from a body that it could not send
  answerError(response, error, requestId);
  if (request.complete || socket === null) return;
  const cut = setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, lingerMs).unref();
  request.once("close", () => clearTimeout(cut));
  request.on("error", () => undefined); // whoever leaves now leaves a request that nobody reads
  request.resume();
}
