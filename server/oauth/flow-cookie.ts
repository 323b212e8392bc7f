/** The cookie that binds a hosted flow to a browser. The prefix keeps other subdomains from setting it. */
function flowCookieName(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? "__Host-patchbay-flow" : "patchbay-flow";
}

/** Lax, because the vendor's page sends the browser back by a link. It lives as long as a flow does. */
export function flowCookieHeader(publicUrl: string, value: string): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${flowCookieName(publicUrl)}=${value}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax${secure}`;
}

/** The value in a `Cookie` header, or null. */
export function readFlowCookie(publicUrl: string, header: string | null): string | null {
  const name = `${flowCookieName(publicUrl)}=`;
  const pair = (header ?? "").split(";").map((part) => part.trim()).find((part) => part.startsWith(name));
  return pair === undefined ? null : pair.slice(name.length);
}
