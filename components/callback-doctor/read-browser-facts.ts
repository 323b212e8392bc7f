import type { Echo } from "@/server/oauth/callback-echo";
import type { CallbackDiagnosis } from "@/server/oauth/diagnose-callback";

/** What this browser gets to see of the server behind the page that is open. */
export type BrowserFacts = {
  /** Of the page that is open. */
  pageOrigin: string;
  publicUrl: string;
  /** What the server saw of a request of this browser; null when another one answered, or none. */
  echo: Echo | null;
  /** Whether a cookie that the server set came back with the next request; null when that was not seen. */
  isCookieBack: boolean | null;
  clock: { /** How far the server's clock is before this browser's. */ aheadMs: number; roundTripMs: number } | null;
  /** How the page that vendors send people back to arrives; null when it does not. */
  callback: { status: number; isRedirect: boolean; policy: string | null; openerPolicy: string | null } | null;
};

/** Asks the server for its echo twice, and for a callback page without an answer of a vendor, which does nothing. */
export async function readBrowserFacts({ publicUrl, echoPath, proof, callbackPath }: CallbackDiagnosis["browser"], signal: AbortSignal): Promise<BrowserFacts> {
  const first = await askEcho(echoPath, proof, signal);
  const second = first ? await askEcho(echoPath, proof, signal) : null;
  return {
    pageOrigin: window.location.origin,
    publicUrl,
    echo: first?.echo ?? null,
    isCookieBack: second ? second.echo.cookie === echoPath.slice(-16) : null,
    // The second one found a connection that was open.
    clock: second ? { aheadMs: Date.parse(second.echo.now) - (second.startedAt + second.endedAt) / 2, roundTripMs: second.endedAt - second.startedAt } : null,
    callback: await askCallbackPage(callbackPath, signal),
  };
}

async function askEcho(path: string, proof: string, signal: AbortSignal): Promise<{ echo: Echo; startedAt: number; endedAt: number } | null> {
  const startedAt = Date.now();
  const answer = await ask(path, signal);
  if (answer?.ok !== true) return null;
  const echo: unknown = await answer.json().catch(() => null);
  return isEcho(echo) && echo.proof === proof ? { echo, startedAt, endedAt: Date.now() } : null;
}

function isEcho(value: unknown): value is Echo {
  return typeof value === "object" && value !== null && "proof" in value;
}

async function askCallbackPage(path: string, signal: AbortSignal): Promise<BrowserFacts["callback"]> {
  const answer = await ask(path, signal);
  return answer && { status: answer.status, isRedirect: answer.type === "opaqueredirect", policy: answer.headers.get("content-security-policy"), openerPolicy: answer.headers.get("cross-origin-opener-policy") };
}

/** Null when nothing answers: that is a finding, not a failure. */
async function ask(path: string, signal: AbortSignal): Promise<Response | null> {
  try {
    return await fetch(path, { cache: "no-store", redirect: "manual", signal });
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}
