import type { Runtime } from "@/server/runtime/runtime";
import { askAuth } from "./ask-auth";

/** Ends the session that the cookie names and returns the cookies that clear it. Without a session it does nothing. */
export async function signOut(runtime: Runtime, headers: Headers): Promise<string[]> {
  return (await askAuth(runtime, "/sign-out", {}, headers)).cookies;
}
