import type { z } from "zod";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { askAuth } from "./ask-auth";
import type { signInInput } from "./schema";

/** Signs a person in and returns the cookies of their session. A wrong e-mail and a wrong password answer alike. */
export async function signIn(runtime: Runtime, input: z.output<typeof signInInput>, headers: Headers): Promise<string[]> {
  const body = { email: input.email, password: input.password, rememberMe: input.isRemembered };
  const { failure, cookies } = await askAuth(runtime, "/sign-in/email", body, headers);
  if (failure !== null) throw new AppError("UNAUTHENTICATED", "The e-mail address or the password is wrong. Check both and try again.");
  return cookies;
}
