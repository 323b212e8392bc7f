import type { z } from "zod";
import { AppError } from "@/server/lib/errors";

/** What the typed routes need of a vendor's answer. Throws `VENDOR_ERROR` when it is not there. */
export function readVendorJson<T extends z.ZodType>(schema: T, data: unknown, provider: { slug: string; name: string }): z.output<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new AppError("VENDOR_ERROR", `${provider.name} answered in a form that Patchbay does not know. It may have been carried out: look at ${provider.name} before you send it again.`, {
    details: { provider: provider.slug },
    detail: parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ").slice(0, 500),
  });
}
