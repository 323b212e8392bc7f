import { renderBarePage } from "@/components/oauth/bare-page";
import { readThemeCookie } from "@/components/oauth/read-theme-cookie";
import { findConnector } from "@/server/catalog/registry";

/** What the popup shows while the sign-in is being started: `/connect/opening?connector=github`. */
export function GET(request: Request): Response {
  const name = findConnector(new URL(request.url).searchParams.get("connector") ?? "")?.name;
  const page = renderBarePage({
    // The server in front wrote the page's policy, and this is its nonce.
    nonce: request.headers.get("x-nonce") ?? "",
    theme: readThemeCookie(request.headers.get("cookie")),
    look: "waiting",
    heading: name === undefined ? "Opening the sign-in page…" : `Opening ${name}…`,
    text: "This takes a moment. If nothing happens, close this window and try again.",
  });
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
}
