import { renderBarePage } from "@/components/oauth/bare-page";
import { readThemeCookie } from "@/components/oauth/read-theme-cookie";
import { type AppError, isAppError } from "@/server/lib/errors";
import { beginHostedFlow, type BegunFlow } from "@/server/oauth/begin-hosted-flow";
import { flowCookieHeader, readFlowCookie } from "@/server/oauth/flow-cookie";
import { getRuntime } from "@/server/runtime/runtime";

/** The hosted page's button. It answers with a page that goes on by itself: a redirect would break `form-action 'self'`. */
export async function POST(request: Request, { params }: { params: Promise<{ state: string }> }): Promise<Response> {
  const runtime = getRuntime();
  const { publicUrl } = runtime.env;
  const cookie = request.headers.get("cookie");
  const press = { state: (await params).state, origin: request.headers.get("origin"), flowCookie: readFlowCookie(publicUrl, cookie) };
  const begun = await beginHostedFlow(runtime, press).catch((error: unknown) => {
    if (isAppError(error)) return error;
    throw error;
  });
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  if (!isAppError(begun)) headers.append("set-cookie", flowCookieHeader(publicUrl, begun.flowCookie));
  const shared = { nonce: request.headers.get("x-nonce") ?? "", theme: readThemeCookie(cookie) };
  return new Response(renderBarePage({ ...shared, ...describe(begun) }), { status: isAppError(begun) ? begun.status : 200, headers });
}

function describe(begun: BegunFlow | AppError) {
  if (isAppError(begun)) return { look: "failed" as const, heading: "This link cannot be used", text: begun.message };
  const { connectorName, authorizationUrl } = begun;
  return {
    look: "waiting" as const,
    heading: `Opening ${connectorName}…`,
    text: `Sign in at ${connectorName} and say there whether you agree.`,
    action: { label: `Continue to ${connectorName}`, href: authorizationUrl },
    goesTo: authorizationUrl,
  };
}
