import { returnToPath } from "@/server/oauth/schema";

/** Where to go after signing in: a page of ours, else the marketplace. */
export function readReturnTo(value: string | string[] | undefined): string {
  const parsed = returnToPath.safeParse(value);
  return parsed.success && !/^\/api(\/|$)/i.test(parsed.data) ? parsed.data : "/";
}
