import { z } from "zod";

const connectionId = z.string().max(200);

/** What of the calls through one connection may differ from the connector's defaults. What is left out stays. */
export const callPolicyOverrides = z
  .object({
    retries: z.number().int().min(0).max(5),
    firstByteSeconds: z.number().int().min(1).max(300),
    /** The longest a call stands in line for the vendor's budget. */
    queueSeconds: z.number().int().min(0).max(120),
    /** Calls in so many seconds; several windows count at once. */
    budget: z.array(z.object({ calls: z.number().int().min(1).max(1_000_000), seconds: z.number().int().min(1).max(86_400) })).max(4),
    isCached: z.boolean(),
    hasBreaker: z.boolean(),
  })
  .partial();
export type CallPolicyOverrides = z.output<typeof callPolicyOverrides>;

export const updateCallPolicyInput = z.object({ connectionId, policy: callPolicyOverrides });
export const callPolicyStateInput = z.object({ connectionId });
