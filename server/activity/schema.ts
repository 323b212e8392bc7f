import { z } from "zod";

// Shared by routers and pages.

export const callSources = ["proxy", "operation", "rest", "mcp", "check", "sync", "webhook", "replay"] as const;
export const callOutcomes = ["ok", "failed", "waited", "retried", "cached"] as const;
export const statusClasses = ["2xx", "3xx", "4xx", "5xx", "none"] as const;
export const callMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

/** A malformed id has to answer like an unknown one, so its form is not checked here. */
const id = z.string().max(200);
const word = z.string().max(200).regex(/^\P{Cc}*$/u);

export const callIdInput = z.object({ callId: id });

/** What the list is narrowed to. What is left out narrows nothing. */
export const callFilterSchema = z.object({
  connectionId: id.optional(),
  /** A connector's slug. */
  connector: word.optional(),
  source: z.enum(callSources).optional(),
  /** `failed` is an error of the vendor or no answer; the others may be true of one call at once. */
  outcome: z.enum(callOutcomes).optional(),
  /** `none` is a call that got no answer. */
  statusClass: z.enum(statusClasses).optional(),
  actorId: id.optional(),
  method: z.enum(callMethods).optional(),
  operation: word.optional(),
  /** Looked for in path and operation; a whole request or call id finds its calls. */
  text: word.optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});
export type CallFilter = z.output<typeof callFilterSchema>;

export const listCallsInput = callFilterSchema.extend({
  limit: z.number().int().min(1).max(100).default(50),
  cursor: id.optional(),
});
export type ListCallsInput = z.output<typeof listCallsInput>;
