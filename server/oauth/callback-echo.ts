import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Runtime } from "@/server/runtime/runtime";

const prefix = "/api/oauth2/echo/";
const lifetimeMs = 2 * 60_000;

/** What this server saw of a request to one of its echo addresses. */
export type Echo = {
  /** Only a process of this installation can make it. */
  proof: string;
  /** ISO 8601, our clock. */
  now: string;
  host: string | null;
  forwardedProto: string | null;
  forwardedHost: string | null;
  hasForwardedFor: boolean;
  /** Who is at the other end of the connection: the proxy in front, where there is one. */
  peer: string | null;
  isTrustedProxy: boolean;
  /** What came along, to see whether it does. */
  mark: string | null;
  cookie: string | null;
};

export const echoCookie = "patchbay-echo";

/** A path that answers what arrives there, for two minutes; any process of this installation knows it. */
export function newEchoPath(runtime: Runtime, now = Date.now()): string {
  const ticket = `${(now + lifetimeMs).toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${prefix}${ticket}.${sign(runtime, ticket)}`;
}

/** The proof that an echo from `path` has to carry. */
export function echoProof(runtime: Runtime, path: string): string {
  return sign(runtime, `proof of ${path}`);
}

/** The path of a request to an echo address that this installation gave out and that still counts; null otherwise. */
export function readEchoPath(runtime: Runtime, url: string, now = Date.now()): string | null {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.startsWith(prefix)) return null;
  const [expiry = "", nonce = "", given = ""] = path.slice(prefix.length).split(".");
  const expected = Buffer.from(sign(runtime, `${expiry}.${nonce}`));
  const isSigned = given.length === expected.length && timingSafeEqual(Buffer.from(given.padEnd(expected.length).slice(0, expected.length), "latin1"), expected);
  return isSigned && Number.parseInt(expiry, 36) > now ? path : null;
}

/** As sessions' and sign-ins' are: what happens to it happens to them. */
export function echoCookieHeader(publicUrl: string, value: string): string {
  return `${echoCookie}=${value}; Path=${prefix}; Max-Age=120; HttpOnly; SameSite=Lax${publicUrl.startsWith("https:") ? "; Secure" : ""}`;
}

function sign(runtime: Runtime, text: string): string {
  return createHmac("sha256", runtime.vault.deriveToken("callback-echo")).update(text).digest("base64url");
}
