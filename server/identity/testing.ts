import type { Runtime } from "@/server/runtime/runtime";
import { getAuth } from "./auth";

/** Signs a person in and returns the `Cookie` header that their browser would send. */
export async function createTestCookie(runtime: Runtime, userId: string): Promise<string> {
  const cookies = await (await getAuth(runtime)).startSession(userId, new Headers({ "user-agent": "tests" }));
  return cookies.map((cookie) => cookie.split(";", 1)[0] ?? "").join("; ");
}
