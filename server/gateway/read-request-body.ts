import type { IncomingMessage } from "node:http";
import { AppError } from "@/server/lib/errors";
import { hasBody } from "@/server/lib/http/watch-body";
import { keptWholeBytes } from "./keep-answer";

/**
 * The body of a call: whole when it is small, which repeating it needs; else the stream itself. A call that carries
 * a key has to be whole: throws `PAYLOAD_TOO_LARGE` when it is not small.
 */
export function readRequestBody(request: IncomingMessage, isKeyed: boolean): Buffer | IncomingMessage | null | Promise<Buffer> {
  if (!hasBody(request)) return null;
  const length = request.headers["content-length"];
  if (length !== undefined && Number(length) <= keptWholeBytes) return collect(request);
  if (!isKeyed) return request;
  if (length === undefined) return collect(request);
  throw tooLarge();
}

function collect(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > keptWholeBytes) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("close", () => reject(new AppError("INVALID_REQUEST", "The body ended before it was complete.")));
    request.once("error", () => reject(new AppError("INVALID_REQUEST", "The body ended before it was complete.")));
  });
}

function tooLarge(): AppError {
  return new AppError("PAYLOAD_TOO_LARGE", `A call with an Idempotency-Key may have a body of at most ${keptWholeBytes / 1024} KB: it is kept whole. Send this one without a key.`);
}
