import type { CallView } from "@/server/activity/call-view";
import type { CallFilter } from "@/server/activity/schema";

export const sourceLabels: Record<CallView["source"], string> = {
  proxy: "Proxy",
  operation: "Operation",
  rest: "REST",
  mcp: "Agent",
  check: "Check",
  sync: "Sync",
  webhook: "Webhook",
  replay: "Replay",
};

export const outcomeLabels: Record<NonNullable<CallFilter["outcome"]>, string> = { ok: "OK", failed: "Failed", waited: "Waited", retried: "Retried", cached: "Cached" };

export const statusClassLabels: Record<NonNullable<CallFilter["statusClass"]>, string> = { "2xx": "2xx", "3xx": "3xx", "4xx": "4xx", "5xx": "5xx", none: "No answer" };

const wordsByStatus: Readonly<Record<number, string>> = {
  201: "Created",
  202: "Accepted",
  204: "No content",
  304: "Not modified",
  400: "Bad request",
  401: "Not signed in",
  402: "Payment failed",
  403: "Forbidden",
  404: "Not found",
  405: "Wrong method",
  408: "Timed out",
  409: "Conflict",
  410: "Gone",
  413: "Too large",
  422: "Not accepted",
  429: "Too many calls",
  502: "Bad gateway",
  503: "Unavailable",
  504: "Timed out",
};

const wordsByCode: Readonly<Record<string, string>> = {
  TIMEOUT: "Timed out",
  SERVICE_UNAVAILABLE: "Unavailable",
  RATE_LIMIT_EXCEEDED: "Held back",
  REAUTHORIZATION_REQUIRED: "Reconnect",
  INVALID_REQUEST: "Refused",
  FORBIDDEN: "Refused",
  CONFLICT: "Refused",
};

/** How a call ended, in a word or two. */
export function outcomeWord({ status, errorCode }: Pick<CallView, "status" | "errorCode">): string {
  if (status === null) return wordsByCode[errorCode ?? ""] ?? "No answer";
  // The status came, and then the rest did not.
  if (errorCode !== null && status < 400) return "Cut off";
  return wordsByStatus[status] ?? (status < 300 ? "OK" : status < 400 ? "Redirect" : status < 500 ? "Refused" : "Server error");
}

/** What the colour and the shape beside it say. */
export function outcomeHealth({ status, errorCode }: Pick<CallView, "status" | "errorCode">): "healthy" | "degraded" | "failing" {
  if (status === null || status >= 500 || (errorCode !== null && status < 400)) return "failing";
  return status >= 400 ? "degraded" : "healthy";
}
