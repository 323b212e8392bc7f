import type { ServerResponse } from "node:http";
import type { AppError } from "../errors";

/** The contract's error body. */
export function errorBody(error: AppError, requestId: string) {
  return { success: false as const, error: { code: error.publicCode, message: error.message, details: error.details, requestId } };
}

/** Answers with the contract's error on a bare response; a header says that Patchbay itself answered, not a vendor. */
export function answerError(response: ServerResponse, error: AppError, requestId = ""): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify(errorBody(error, requestId));
  response.writeHead(error.status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-patchbay-error": error.publicCode,
    ...(typeof error.details["retryAfterSeconds"] === "number" ? { "retry-after": String(error.details["retryAfterSeconds"]) } : {}),
  });
  response.end(body);
}
