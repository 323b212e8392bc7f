import { cache } from "react";
import { isAppError } from "@/server/lib/errors";
import type { Me } from "@/server/workspaces/get-me";
import { getCaller } from "./trpc-server";

/** Who is signed in, or null. */
export const findMe = cache(async (): Promise<Me | null> => {
  const caller = await getCaller();
  return caller.workspaces.me().catch((error: unknown) => {
    if (isRefused(error, "UNAUTHENTICATED")) return null;
    throw error;
  });
});

/** Whether a procedure that a page called refused with this code. */
export function isRefused(error: unknown, code: "UNAUTHENTICATED" | "NOT_FOUND"): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return isAppError(cause) && cause.code === code;
}
