import { type Echo, echoCookie } from "./callback-echo";
import type { Finding } from "./finding";

type Sent = { mark: string; publicUrl: string; /** The `Set-Cookie` headers that arrived. */ setCookie: readonly string[] };

/** What became of a request and its answer on the way through whatever stands in front. */
export function judgeOwnEcho(echo: Echo, sent: Sent): Finding[] {
  return [judgeRequest(echo, sent), judgeCookie(sent)];
}

function judgeRequest(echo: Echo, { mark }: Sent): Finding {
  const lost = [...(echo.mark === mark ? [] : ["the query"]), ...(echo.cookie === mark ? [] : ["cookies"])];
  if (lost.length === 0) return { id: "proxy-passes", level: "ok", text: "The query and the cookies of a request arrive as they were sent." };
  return { id: "proxy-passes", level: "problem", text: `Something in front of this server takes ${lost.join(" and ")} off requests. A sign-in cannot be finished without.`, next: "Have the proxy pass query and cookies on for every path below /api/." };
}

function judgeCookie({ publicUrl, setCookie }: Sent): Finding {
  const own = setCookie.find((line) => line.startsWith(`${echoCookie}=`))?.toLowerCase();
  if (own === undefined) return { id: "set-cookie", level: "problem", text: "Something in front of this server takes cookies off its answers, so nobody stays signed in.", next: "Have the proxy pass Set-Cookie headers on." };
  const sameSite = /;\s*samesite=(\w+)/.exec(own)?.[1];
  const isSecure = /;\s*secure\b/.test(own);
  if (sameSite === "strict") return { id: "set-cookie", level: "problem", text: "Something in front of this server makes its cookies SameSite=Strict. Coming back from a vendor, the browser does not send them, and the sign-in is not known.", next: "Have the proxy leave cookies as they are; this server sets SameSite=Lax." };
  if (isSecure && publicUrl.startsWith("http:")) return { id: "set-cookie", level: "problem", text: "Cookies are marked Secure although PUBLIC_URL starts with http, so browsers drop them.", next: "Open Patchbay over https, set PUBLIC_URL to that address, and restart the server." };
  if (!isSecure && publicUrl.startsWith("https:")) return { id: "set-cookie", level: "warning", text: "Something in front of this server takes Secure off its cookies.", next: "Have the proxy leave cookies as they are." };
  return { id: "set-cookie", level: "ok", text: "Cookies leave this server as they should: SameSite=Lax, and Secure where PUBLIC_URL is https." };
}
