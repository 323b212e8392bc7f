import { type AppError, isAppError } from "@/server/lib/errors";
import { createEgress, type EgressResponse } from "@/server/lib/http/egress";
import { randomToken } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { type Echo, echoCookie, echoProof, newEchoPath } from "./callback-echo";
import type { Finding } from "./finding";
import { judgeOwnEcho } from "./judge-own-echo";

const timeoutMs = 8_000;
const maxResponseBytes = 64 * 1024;

/**
 * Asks PUBLIC_URL for a path that only this installation knows, and judges who answered and what came through. Nothing
 * but the operator's own origin is ever asked, so no caller can point it anywhere; that one may be private.
 */
export async function askOwnAddress(runtime: Runtime): Promise<Finding[]> {
  const { publicUrl } = runtime.env;
  const path = newEchoPath(runtime);
  const mark = randomToken(12);
  try {
    const answer = await askOnce(publicUrl, `${path}?state=${mark}`, mark);
    if (answer.status >= 300 && answer.status < 400) return [describeRedirect(publicUrl, answer)];
    const echo = answer.status === 200 ? readEcho(answer.text) : null;
    if (echo?.proof !== echoProof(runtime, path)) return [describeOther(publicUrl, answer.status)];
    return [{ id: "reaches", level: "ok", text: `Requests to ${publicUrl} reach this server.` }, ...judgeOwnEcho(echo, { mark, publicUrl, setCookie: [answer.headers["set-cookie"] ?? []].flat() })];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [describeFailure(publicUrl, error)];
  }
}

type Answered = Pick<EgressResponse, "status" | "headers"> & { text: string };

async function askOnce(publicUrl: string, path: string, mark: string): Promise<Answered> {
  const egress = createEgress({ allow: [], allowedOrigins: [publicUrl], connectTimeoutMs: 5_000 });
  try {
    const { status, headers, text } = await egress.request({ url: `${publicUrl}${path}`, method: "GET", headers: { accept: "application/json", "user-agent": "Patchbay", cookie: `${echoCookie}=${mark}` }, timeoutMs, maxResponseBytes });
    return { status, headers, text: await text() };
  } finally {
    await egress.close(0);
  }
}

function readEcho(text: string): Echo | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isEcho(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** The proof in it is compared next, and only we can make that. */
function isEcho(value: unknown): value is Echo {
  return typeof value === "object" && value !== null && "proof" in value && typeof value.proof === "string";
}

function describeRedirect(publicUrl: string, { headers }: Answered): Finding {
  const target = URL.parse(String([headers["location"] ?? ""].flat()[0]), publicUrl);
  const own = new URL(publicUrl);
  if (target?.hostname === own.hostname && target.protocol === "https:" && own.protocol === "http:") {
    return { id: "reaches", level: "problem", text: "PUBLIC_URL starts with http, and what answers there sends everybody on to https.", next: "Set PUBLIC_URL to the https address, and restart the server.", copy: { what: "the variable", value: `PUBLIC_URL=${target.origin}` } };
  }
  if (target && target.origin !== own.origin) {
    return { id: "reaches", level: "problem", text: `${publicUrl} sends requests on to ${target.host}, so a vendor's answer does not arrive here.`, next: `Set PUBLIC_URL to the address that people end up on. If a sign-in page stands in front, let ${publicUrl}/api/oauth2/callback/ through without it.` };
  }
  return { id: "reaches", level: "problem", text: `Something in front of this server redirects requests to ${publicUrl}.`, next: "Have the proxy pass paths below /api/oauth2/ on as they are." };
}

function describeOther(publicUrl: string, status: number): Finding {
  if (status === 401 || status === 403) {
    return { id: "reaches", level: "problem", text: `Something in front of this server refuses requests to ${publicUrl} (HTTP ${status}).`, next: "Let the paths below /api/oauth2/ through without a sign-in of the proxy's own." };
  }
  if (status >= 500) return { id: "reaches", level: "problem", text: `${publicUrl} answers with HTTP ${status}: a proxy is there, and does not get through to this server.`, next: "Check where the proxy sends requests: host and port have to be this server's." };
  return { id: "reaches", level: "problem", text: `Another server answers at ${publicUrl} (HTTP ${status}).`, next: "Set PUBLIC_URL to this server's own address, or point that address here." };
}

const expired = /^(CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;

function describeFailure(publicUrl: string, error: AppError): Finding {
  const { host } = new URL(publicUrl);
  const code = error.detail ?? "";
  if (expired.test(code)) {
    return { id: "reaches", level: "problem", text: `The certificate of ${host} ${code === "CERT_HAS_EXPIRED" ? "has expired" : "is made for another host"}. Browsers stop people before they come back.`, next: "Renew the certificate at the proxy." };
  }
  if (error.code === "INVALID_REQUEST") return { id: "reaches", level: "warning", text: `This server does not ask ${host} itself: ${error.message}`, next: "Your browser's own check below counts." };
  return { id: "reaches", level: "warning", text: `This server cannot reach ${publicUrl} itself: ${error.message}`, next: "Vendors send the person's browser, so if your browser's check below is fine, sign-ins work all the same." };
}
