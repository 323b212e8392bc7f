import { cache } from "react";
import { getCaller } from "@/app/trpc-server";
import type { CallWithDetail } from "@/server/activity/get-call";
import { isAppError } from "@/server/lib/errors";

/** One call for the page being rendered, asked once; null when there is none that the reader may know of. */
export const findCall = cache(async (callId: string): Promise<CallWithDetail | null> => {
  const caller = await getCaller();
  return caller.activity.get({ callId }).catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : undefined;
    if (isAppError(cause) && cause.code === "NOT_FOUND") return null;
    throw error;
  });
});
