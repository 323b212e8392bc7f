import { z } from "@hono/zod-openapi";
import { connectionSchema } from "@/server/connections/schema";

/** A connection as the document names it. */
export const connectionDocument = connectionSchema.openapi("Connection");

/** What a route answers that ends with one connection. */
export const connectionAnswer = z.object({ success: z.literal(true), connection: connectionDocument });
