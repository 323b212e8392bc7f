import { cache } from "react";
import { requireMe } from "@/app/require-me";
import { getCaller } from "@/app/trpc-server";
import { findConnector } from "@/server/catalog/registry";
import { isCustomSlug } from "@/server/custom-connectors/custom-slug";
import { isAppError } from "@/server/lib/errors";

/** What a connector is called that the reader's workspace can connect; null when there is none. */
export const findConnectorName = cache(async (slug: string): Promise<string | null> => {
  if (!isCustomSlug(slug)) return findConnector(slug)?.name ?? null;
  await requireMe();
  const caller = await getCaller();
  return caller.catalog.get({ connector: slug }).then(
    ({ name }) => name,
    (error: unknown) => {
      const cause = error instanceof Error ? error.cause : undefined;
      if (isAppError(cause) && cause.code === "NOT_FOUND") return null;
      throw error;
    },
  );
});
