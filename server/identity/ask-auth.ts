import { z } from "zod";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { getAuth } from "./auth";
import { clientAddressHeader } from "./client-address-header";

export type AuthAnswer = {
  /** better-auth's code of the failure; null when it worked. */
  failure: string | null;
  /** The `Set-Cookie` values for the browser. */
  cookies: string[];
};

/** What better-auth judges a request by: who it is from, and whether our own page sent it. */
const passedOn = ["cookie", "origin", "referer", "user-agent", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", clientAddressHeader];

const failureBody = z.object({ code: z.string() });

/**
 * Sends a request to one of better-auth's own routes in the name of `headers`, through its rate limit and its
 * cross-site checks. Throws `RATE_LIMIT_EXCEEDED` and `FORBIDDEN`; other refusals come back as their code.
 */
export async function askAuth(runtime: Runtime, path: string, body: Record<string, unknown>, headers: Headers): Promise<AuthAnswer> {
  const asked = new Headers({ "content-type": "application/json" });
  for (const name of passedOn) {
    const value = headers.get(name);
    if (value !== null) asked.set(name, value);
  }
  const auth = await getAuth(runtime);
  const response = await auth.answer(new Request(`${runtime.env.publicUrl}/api/auth${path}`, { method: "POST", headers: asked, body: JSON.stringify(body) }));
  if (response.status === 429) {
    const retryAfterSeconds = Number(response.headers.get("retry-after") ?? 60);
    throw new AppError("RATE_LIMIT_EXCEEDED", `Too many attempts. Wait ${retryAfterSeconds} seconds, then try again.`, { details: { retryAfterSeconds } });
  }
  if (response.status === 403) throw new AppError("FORBIDDEN", `This request came from another site. Open ${runtime.env.publicUrl} and try there.`);
  if (response.ok) return { failure: null, cookies: response.headers.getSetCookie() };
  const failure = failureBody.safeParse(await response.json().catch(() => null));
  if (!failure.success || response.status >= 500) {
    throw new AppError("INTERNAL", "Signing in does not work at the moment. Try again in a minute.", { detail: `better-auth answered ${path} with ${response.status}.` });
  }
  return { failure: failure.data.code, cookies: [] };
}
