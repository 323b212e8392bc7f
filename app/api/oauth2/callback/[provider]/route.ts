import { randomBytes } from "node:crypto";
import { renderBarePage } from "@/components/oauth/bare-page";
import { readThemeCookie } from "@/components/oauth/read-theme-cookie";
import { reportScript } from "@/components/oauth/report-script";
import { completeOAuthFlow, type OAuthOutcome } from "@/server/connections/complete-oauth-flow";
import { getAuth } from "@/server/identity/auth";
import { readFlowCookie } from "@/server/oauth/flow-cookie";
import { getRuntime } from "@/server/runtime/runtime";
import { addressFromHeaders } from "@/server/workspaces/request-facts";

/** Where vendors send browsers back to. It finishes the sign-in and says so: to the window that waits, and in words. */
export async function GET(request: Request, { params }: { params: Promise<{ provider: string }> }): Promise<Response> {
  const runtime = getRuntime();
  const { headers } = request;
  const session = await (await getAuth(runtime)).readSession(headers);
  const { publicUrl } = runtime.env;
  const outcome = await completeOAuthFlow(runtime, {
    provider: (await params).provider,
    query: new URL(request.url).searchParams,
    browser: { sessionId: session?.sessionId ?? null, flowCookie: readFlowCookie(publicUrl, headers.get("cookie")) },
    ipAddress: addressFromHeaders(headers),
    userAgent: headers.get("user-agent"),
  });
  const nonce = randomBytes(16).toString("base64");
  return new Response(renderOutcome(outcome, { nonce, publicUrl, cookie: headers.get("cookie") }), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; img-src 'self'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      // Anything stricter would cut the popup off from the window that opened it.
      "cross-origin-opener-policy": "unsafe-none",
    },
  });
}

function renderOutcome(outcome: OAuthOutcome, page: { nonce: string; publicUrl: string; cookie: string | null }): string {
  const { flowId, status, isHosted, message } = outcome;
  const name = outcome.connectorName ?? "The account";
  const returnTo = flowId === null || outcome.returnTo === null ? null : withFlow(outcome.returnTo, page.publicUrl, flowId);
  return renderBarePage({
    nonce: page.nonce,
    theme: readThemeCookie(page.cookie),
    look: status === "connected" ? "done" : "failed",
    heading: status === "connected" ? "Connected" : `${name} was not connected`,
    text: isHosted && status === "connected" ? `${message} You can close this window.` : message,
    action: isHosted ? { label: "Close this window", closes: true } : { label: "Go back to Patchbay", href: returnTo ?? "/connections" },
    script: reportScript({ report: flowId === null ? null : { type: "patchbay:oauth", flowId, status }, origin: page.publicUrl, returnTo, staysOpen: isHosted }),
  });
}

function withFlow(path: string, publicUrl: string, flowId: string): string {
  const url = new URL(path, publicUrl);
  url.searchParams.set("flow", flowId);
  return `${url.pathname}${url.search}${url.hash}`;
}
