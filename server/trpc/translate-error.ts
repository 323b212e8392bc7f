import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, type ErrorCode, isAppError } from "@/server/lib/errors";

/** What the browser gets of a failure, under `error.data.app`. */
export type Failure = {
  code: string;
  message: string;
  details: AppError["details"];
  requestId: string;
  /** What a vendor really said; admins only. */
  detail?: string;
};

const trpcCodes: Record<ErrorCode, TRPCError["code"]> = {
  INVALID_REQUEST: "BAD_REQUEST",
  INVALID_API_KEY: "UNAUTHORIZED",
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  RATE_LIMIT_EXCEEDED: "TOO_MANY_REQUESTS",
  REAUTHORIZATION_REQUIRED: "PRECONDITION_FAILED",
  CREDENTIAL_REFUSED: "UNPROCESSABLE_CONTENT",
  PAYMENT_FAILED: "PAYMENT_REQUIRED",
  VENDOR_ERROR: "BAD_GATEWAY",
  SERVICE_UNAVAILABLE: "SERVICE_UNAVAILABLE",
  TIMEOUT: "GATEWAY_TIMEOUT",
  PAYLOAD_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

/** tRPC's own refusals: a call that it could not read, or that names no procedure. */
const ownRefusals: Partial<Record<TRPCError["code"], [ErrorCode, string]>> = {
  PARSE_ERROR: ["INVALID_REQUEST", "The request body is not valid JSON."],
  BAD_REQUEST: ["INVALID_REQUEST", "The request does not have the form this procedure takes."],
  UNSUPPORTED_MEDIA_TYPE: ["INVALID_REQUEST", "The request body has to be JSON."],
  METHOD_NOT_SUPPORTED: ["INVALID_REQUEST", "Queries are asked with GET and mutations with POST."],
  NOT_FOUND: ["NOT_FOUND", "There is no such procedure. Reload the page: it may be older than the server."],
  PAYLOAD_TOO_LARGE: ["PAYLOAD_TOO_LARGE", "The request is too large. Send less at once."],
};

/** The one translation of whatever a procedure threw into the error that the rest of the code speaks. */
export function toAppError(error: TRPCError): AppError {
  const { cause } = error;
  if (isAppError(cause)) return cause;
  if (error.code === "BAD_REQUEST" && cause instanceof ZodError) {
    const fields = Object.fromEntries(cause.issues.map((issue) => [issue.path.join(".") || "input", issue.message]));
    return new AppError("INVALID_REQUEST", Object.values(fields)[0] ?? "The input does not fit.", { details: { fields } });
  }
  const refusal = ownRefusals[error.code];
  if (refusal) return new AppError(refusal[0], refusal[1]);
  return new AppError("INTERNAL", "Something went wrong inside Patchbay. Try again; if it stays, give your admin the request id.", { cause: error.cause ?? error });
}

/** The same error for tRPC, with the code that its callers on the server branch on. */
export function toTrpcError(error: AppError): TRPCError {
  return new TRPCError({ code: trpcCodes[error.code], message: error.message, cause: error });
}

/** What the browser may see of it. */
export function toFailure(error: AppError, requestId: string, isAdmin: boolean): Failure {
  return {
    code: error.publicCode,
    message: error.message,
    details: error.details,
    requestId,
    ...(isAdmin && error.detail !== undefined ? { detail: error.detail } : {}),
  };
}
