import { z } from "zod";

// Shared by the router and the form. The sentences are shown beside the field that they are about.

export const requestConnectorInput = z.object({
  name: z.string().trim().min(1, "Name the service.").max(80, "Use at most 80 characters.").regex(/^\P{Cc}*$/u, "Use no line breaks or control characters."),
  /** What the person would do with it. */
  purpose: z
    .string()
    .trim()
    .max(500, "Use at most 500 characters.")
    .regex(/^[^\0]*$/, "Use no control characters.")
    .transform((text) => (text === "" ? undefined : text))
    .optional(),
});
export type RequestConnectorInput = z.output<typeof requestConnectorInput>;

export const deleteConnectorRequestInput = z.object({ requestId: z.string().max(200) });
