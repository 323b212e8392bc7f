import { LRUCache } from "lru-cache";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";

type Turns = { /** What is being limited, such as `oauth_app.test`. */ what: string; /** Whose turns they are. */ who: string; most: number; withinSeconds: number };

/** Lets so many through in a while, in this process. Throws `RATE_LIMIT_EXCEEDED` with the seconds to wait. */
export function takeTurn(runtime: Runtime, { what, who, most, withinSeconds }: Turns, now = Date.now()): void {
  const taken = runtime.singleton("oauth.turns", () => new LRUCache<string, number[]>({ max: 1_000 }));
  const key = `${what} ${who}`;
  const recent = (taken.get(key) ?? []).filter((at) => at > now - withinSeconds * 1_000);
  const [oldest] = recent;
  if (oldest !== undefined && recent.length >= most) {
    const retryAfterSeconds = Math.max(1, Math.ceil((oldest + withinSeconds * 1_000 - now) / 1_000));
    throw new AppError("RATE_LIMIT_EXCEEDED", `That was asked often enough for now. Try again in ${retryAfterSeconds === 1 ? "a second" : `${retryAfterSeconds} seconds`}.`, { details: { retryAfterSeconds } });
  }
  taken.set(key, [...recent, now]);
}
