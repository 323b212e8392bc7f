import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "./lib/errors";
import { refuseEarly } from "./lib/http/refuse-early";
import { watchBody } from "./lib/http/watch-body";
import { newId } from "./lib/ids";

const maxBodyBytes = 1024 * 1024;
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Refuses what nothing behind this server should have to think about. JSON of ours is small, and its length is known;
 * only the proxy streams. True when it has answered.
 */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, bodyWithinMs: number): boolean {
  const refuse = (error: AppError) => refuseEarly(request, response, error, newId("request"));
  const error = findFault(request);
  if (error) {
    if (!methods.includes(request.method ?? "")) response.setHeader("allow", methods.join(", "));
    refuse(error);
    return true;
  }
  watchBody(request, { withinMs: bodyWithinMs }, () => {
    refuse(new AppError("INVALID_REQUEST", `The request body did not arrive within ${bodyWithinMs / 1_000} seconds. Send it again over a better line.`));
    request.socket.end();
  });
  return false;
}

/** RFC 9110 §10.1.1 knows one expectation, which node:http meets by itself. */
export function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  refuseEarly(request, response, new AppError("INVALID_REQUEST", "Of what a request may expect, only 100-continue is known here. Send it without Expect."), newId("request"));
}

function findFault({ url, method, headers }: IncomingMessage): AppError | null {
  // RFC 9112 §3.2.2: a whole address is how proxies are asked. This one forwards nothing it does not know.
  if (url?.startsWith("/") !== true) return new AppError("INVALID_REQUEST", "Ask for a path of this server, such as /api/mcps.");
  if (!methods.includes(method ?? "")) return new AppError("INVALID_REQUEST", `${method ?? "This method"} requests are not answered here.`);
  if (headers["transfer-encoding"] !== undefined) return new AppError("INVALID_REQUEST", "The request body has no Content-Length. Send it with its length.");
  if (Number(headers["content-length"] ?? 0) > maxBodyBytes) return new AppError("PAYLOAD_TOO_LARGE", "The request body is larger than 1 MB. Send less, or use the proxy for large bodies.");
  // Nothing is at an address that cannot be read; what comes after would answer 500 for it.
  if (!isDecodable(url)) return new AppError("NOT_FOUND", "There is nothing at this address: it is not encoded as addresses are.");
  return null;
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
