import { z } from "@hono/zod-openapi";
import { caller } from "./caller";
import { misfit } from "./rest-app";

/** What every route has that acts for somebody. */
export const forCallers = { security: [{ apiKey: [] }, { session: [] }] as Record<string, string[]>[], middleware: caller };

/** A malformed id answers like an unknown one, so its form is not checked here. */
export const connectorIdParam = z.object({ id: z.string().openapi({ param: { name: "id", in: "path" }, description: "A connector's id, from the list of connectors.", example: "github" }) });
export const connectionIdParam = z.object({ id: z.string().openapi({ param: { name: "id", in: "path" }, description: "A connection's id.", example: "con_06ezf3h2gxm4w5t8k1r9v7c0dn" }) });

const errorSchema = z
  .object({
    success: z.literal(false),
    error: z.object({
      code: z.string().openapi({ description: "What kind of refusal it is, for programs. The document's `x-error-codes` lists them all.", example: "NOT_FOUND" }),
      message: z.string().openapi({ description: "What happened and what to do next.", example: "There is no such connection in this workspace." }),
      details: z.record(z.string(), z.unknown()).openapi({ description: "Facts such as `fields`, which says by name what does not fit.", example: {}, additionalProperties: true }),
      requestId: z.string().openapi({ description: "What to look for in the server's log.", example: "req_06ezf3h2gxm4w5t8k1r9v7c0dn" }),
    }),
  })
  .openapi("Error");

const refusals = {
  400: "The request does not fit; the details name the fields.",
  401: "No key or session, or one that is not valid.",
  403: "The key's scopes or the person's role do not allow it.",
  404: "There is no such thing in this workspace.",
  409: "It cannot be done in the present state.",
  422: "The vendor refused the credential. Nothing was stored.",
  424: "Only reconnecting helps.",
  429: "The vendor asks to wait; Retry-After says how long.",
  502: "The vendor answered with an error.",
  503: "The vendor does not answer.",
  504: "The vendor did not answer in time.",
};
export type RefusalStatus = keyof typeof refusals;

const everywhere: RefusalStatus[] = [400, 401, 403, 404];
/** What a route adds that asks the vendor. */
export const vendorRefusals: RefusalStatus[] = [409, 422, 429, 503, 504];

/** The answers of a route: its own, and the contract's errors. */
export function answers<T extends z.ZodType>(schema: T, more: RefusalStatus[] = []) {
  return {
    200: { description: "Done.", content: { "application/json": { schema } } },
    ...errorAnswers([...everywhere, ...more]),
  } as const;
}

/** The contract's error under each of these statuses. */
export function errorAnswers(statuses: RefusalStatus[]) {
  return Object.fromEntries(statuses.map((status) => [status, { description: refusals[status], content: { "application/json": { schema: errorSchema } } }]));
}

/** A body that has to be there, as JSON. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

/** Parses what a route put together from path and body; a misfit is the caller's mistake and names the fields. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw misfit(parsed.error.issues);
}
