import { cache } from "react";
import { getCaller } from "@/app/trpc-server";
import { isAppError } from "@/server/lib/errors";
import type { ConnectionView } from "@/server/connections/schema";

/** One connection for the page being rendered, asked once; null when there is none that the reader may know of. */
export const findConnection = cache(async (connectionId: string): Promise<ConnectionView | null> => {
  const caller = await getCaller();
  return caller.connections.get({ connectionId }).catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : undefined;
    if (isAppError(cause) && cause.code === "NOT_FOUND") return null;
    throw error;
  });
});
