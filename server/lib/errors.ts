/**
 * The one error that crosses Patchbay's seams. Verbs throw it; each face (REST, tRPC, MCP) translates it once.
 *
 * `message` is written for the person who reads it: what happened and what to do next. Vendor text never goes
 * there; put it in `detail`, which only admins and the log see.
 */
export type ErrorCode =
  | "INVALID_REQUEST"
  | "INVALID_API_KEY"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "RATE_LIMIT_EXCEEDED"
  | "REAUTHORIZATION_REQUIRED"
  | "CREDENTIAL_REFUSED"
  | "PAYMENT_FAILED"
  | "VENDOR_ERROR"
  | "SERVICE_UNAVAILABLE"
  | "TIMEOUT"
  | "PAYLOAD_TOO_LARGE"
  | "INTERNAL";

const statusByCode: Record<ErrorCode, number> = {
  INVALID_REQUEST: 400,
  INVALID_API_KEY: 401,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMIT_EXCEEDED: 429,
  REAUTHORIZATION_REQUIRED: 424,
  CREDENTIAL_REFUSED: 422,
  PAYMENT_FAILED: 402,
  VENDOR_ERROR: 502,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
  PAYLOAD_TOO_LARGE: 413,
  INTERNAL: 500,
};

/** Facts that are safe to show: field names, provider slugs, ids of the caller's own things. Never a secret. */
export type ErrorDetails = Record<string, string | number | boolean | null | string[] | Record<string, string>>;

const brand = Symbol.for("patchbay.AppError");

export class AppError extends Error {
  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** What the vendor or the driver really said; for the log and for admins. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetails; detail?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details ?? {};
    this.detail = options.detail;
  }

  get status(): number {
    return statusByCode[this.code];
  }

  /** The code in the HTTP contract: a refused vendor credential and a bad key of ours share a name, not a status. */
  get publicCode(): string {
    if (this.code === "CREDENTIAL_REFUSED") return "INVALID_API_KEY";
    if (this.code === "UNAUTHENTICATED") return "INVALID_API_KEY";
    if (this.code === "VENDOR_ERROR") {
      const provider = this.details["provider"];
      return typeof provider === "string" ? `${provider.toUpperCase().replaceAll("-", "_")}_API_ERROR` : "VENDOR_API_ERROR";
    }
    if (this.code === "PAYLOAD_TOO_LARGE") return "INVALID_REQUEST";
    return this.code;
  }
}

/** True across the server's, the route handlers' and the RSC copies of this module, where `instanceof` is not. */
export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && brand in error;
}

export const notFound = (what: string) =>
  new AppError("NOT_FOUND", `There is no such ${what} in this workspace.`);

/** Whether Node or a driver failed with this code, such as `ENOENT`. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
