import type { IncomingMessage, ServerResponse } from "node:http";
import type { Dispatcher } from "undici";
import type { Egress } from "@/server/lib/http/egress";
import { egressError } from "@/server/lib/http/egress-error";
import { hasBody } from "@/server/lib/http/watch-body";
import { AppError } from "@/server/lib/errors";
import { responseHeaders } from "./proxy-headers";

export type Outgoing = { url: URL; method: string; headers: Record<string, string> };

/** How an exchange ended. `status` is null when the vendor never answered. */
export type Ended = { status: number | null; error: AppError | null };

const headersTimeoutMs = 60_000;
const bodyTimeoutMs = 300_000;

/**
 * Sends the caller's request to the vendor and streams the answer back, byte for byte, both ways under back
 * pressure. When the caller leaves, the vendor's side is cut. Resolves once, when both sides are done; never rejects.
 */
export function exchange(egress: Egress, outgoing: Outgoing, request: IncomingMessage, response: ServerResponse): Promise<Ended> {
  return new Promise((resolve) => {
    let status: number | null = null;
    let controller: Dispatcher.DispatchController | undefined;
    let isDone = false;
    let hasBegun = false;
    const startedAt = performance.now();
    const finish = (error: AppError | null) => {
      if (isDone) return;
      isDone = true;
      resolve({ status, error });
    };
    const isBodied = hasBody(request);
    const length = request.headers["content-length"];
    if (isBodied && length !== undefined) outgoing.headers["content-length"] = length;

    response.on("close", () => {
      if (!response.writableFinished) controller?.abort(new Error("the caller left"));
    });
    try {
      egress.dispatch(
        {
          origin: outgoing.url.origin,
          path: outgoing.url.pathname + outgoing.url.search,
          method: outgoing.method,
          headers: outgoing.headers,
          body: isBodied ? request : null,
          headersTimeout: headersTimeoutMs,
          bodyTimeout: bodyTimeoutMs,
        },
        {
          onRequestStart(started) {
            controller = started;
            if (response.destroyed) started.abort(new Error("the caller left"));
          },
          onResponseStart(answering, statusCode, headers, statusMessage) {
            if (statusCode < 200) {
              // undici's clock starts anew at each hint, so a vendor that goes on hinting would never be late.
              if (performance.now() - startedAt > headersTimeoutMs) answering.abort(late(outgoing.url.hostname));
              return;
            }
            status = statusCode;
            response.writeHead(statusCode, isReasonPhrase(statusMessage) ? statusMessage : "", responseHeaders(headers));
            // Node keeps the head back for the first of the body, which an event stream sends much later.
            queueMicrotask(() => {
              if (!hasBegun && !isDone) response.flushHeaders();
            });
          },
          onResponseData(paused, chunk) {
            hasBegun = true;
            if (response.write(chunk)) return;
            paused.pause();
            response.once("drain", () => paused.resume());
          },
          onResponseEnd() {
            response.end();
            finish(null);
          },
          onResponseError(_controller, error) {
            finish(egressError(error, outgoing.url.hostname));
          },
        },
      );
    } catch (error) {
      finish(egressError(error, outgoing.url.hostname));
    }
  });
}

const late = (host: string) => new AppError("TIMEOUT", `${host} did not answer in time. Try again in a moment.`, { details: { host } });

/** RFC 9112 §4. Node throws for any other, and keeps it: no answer could be written after that. */
function isReasonPhrase(text: string | undefined): text is string {
  return text !== undefined && /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
