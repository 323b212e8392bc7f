import { TRPCClientError } from "@trpc/client";
import type { Failure } from "@/server/trpc/translate-error";

/** What to show of an error that a query or mutation ended with: the server's own words, or that it was not reached. */
export function readFailure(error: unknown): Failure {
  const data: unknown = error instanceof TRPCClientError ? error.data : null;
  if (typeof data === "object" && data !== null && "app" in data && isFailure(data.app)) return data.app;
  return { code: "UNREACHABLE", message: "Patchbay did not answer. Check the connection and try again.", details: {}, requestId: "" };
}

/** The sentences that belong beside fields of the form, by field; empty when the failure is not about fields. */
export function readFieldErrors(error: unknown): Record<string, string> {
  const fields = readFailure(error).details["fields"];
  return typeof fields === "object" && fields !== null && !Array.isArray(fields) ? fields : {};
}

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && "details" in value && "requestId" in value;
}
