import { z } from "zod";

const schema = z.record(z.string(), z.unknown());

/**
 * What a vendor's own OpenAPI document says of the calls that a connector's operations make: facts of the document,
 * cut down to what those operations can send. `npm run contracts` writes it.
 */
export const contractSchema = z.strictObject({
  connector: z.string(),
  recordedOn: z.iso.date(),
  /** `server` is where the document's paths stand, where the document itself says it in another way. */
  documents: z.array(z.strictObject({ title: z.string(), version: z.string(), url: z.url(), sha256: z.string().regex(/^[0-9a-f]{64}$/), server: z.string().optional() })).min(1),
  operations: z.record(
    z.string(),
    z.strictObject({
      document: z.int().min(0),
      method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
      host: z.string().optional(),
      path: z.string(),
      /** The vendor takes as a form what the document shows as a query. */
      isFormOfQuery: z.literal(true).optional(),
      parameters: z.array(z.strictObject({ name: z.string(), in: z.enum(["path", "query", "header"]), required: z.literal(true).optional(), isCommaList: z.literal(true).optional(), schema })),
      body: z.strictObject({ required: z.literal(true).optional(), type: z.string(), schema }).optional(),
    }),
  ),
  /** Operation → why the document has no word on it. */
  notInDocument: z.record(z.string(), z.string()),
  /** Where the vendor takes what its document does not. `at` may begin or end with a double star; operation `*` is all of them. */
  exceptions: z.array(z.strictObject({ operation: z.string(), at: z.string(), reason: z.string().min(20) })),
});

export type Contract = z.infer<typeof contractSchema>;
export type ContractOperation = Contract["operations"][string];
