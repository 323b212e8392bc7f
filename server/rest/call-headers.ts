import { z } from "@hono/zod-openapi";
import type { Via } from "@/server/operations/typed-call";
import type { RefusalStatus } from "./route-parts";

/** What every route takes that runs an operation. */
export const callHeaders = z.object({
  "x-connection-id": z.string().optional().openapi({ description: "Which connection to use; the workspace's only one of the connector otherwise.", example: "con_06ezf3h2gxm4w5t8k1r9v7c0dn" }),
  "idempotency-key": z.string().regex(/^[\x20-\x7e]{1,255}$/, "It may have at most 255 plain letters.").optional().openapi({ description: "A repeat with the same key is not carried out twice." }),
});

/** What a vendor's refusal may answer. */
export const callRefusals: RefusalStatus[] = [402, 409, 422, 424, 429, 502, 503, 504];

export function viaOf(headers: z.output<typeof callHeaders>, request: Request): Via {
  return { connectionId: headers["x-connection-id"], idempotencyKey: headers["idempotency-key"], signal: request.signal };
}
