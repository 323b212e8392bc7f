import type { z } from "zod";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { askAuth } from "./ask-auth";
import type { changePasswordInput } from "./schema";

/** Changes the signed-in person's password, signs them out everywhere else, and returns the cookies of the session that stays. */
export async function changePassword(runtime: Runtime, input: z.output<typeof changePasswordInput>, headers: Headers): Promise<string[]> {
  const { failure, cookies } = await askAuth(runtime, "/change-password", { ...input, revokeOtherSessions: true }, headers);
  if (failure === null) return cookies;
  if (failure === "INVALID_PASSWORD") {
    throw new AppError("INVALID_REQUEST", "The current password is wrong.", { details: { fields: { currentPassword: "This is not your current password." } } });
  }
  throw new AppError("INVALID_REQUEST", "The password could not be changed. Sign in again, then try once more.", { detail: failure });
}
