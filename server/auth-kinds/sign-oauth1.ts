import { createHmac, randomBytes } from "node:crypto";
import type { OAuth1 } from "@/server/catalog/auth-option";
import { fillCased } from "@/server/catalog/fill-template";
import { AppError } from "@/server/lib/errors";
import type { Facts, RequestHead } from "./auth-kind";
import type { CredentialFields } from "./credential";
import { revealField } from "./place-credential";
import { setHeader } from "./set-header";

const hashes = { "HMAC-SHA256": "sha256", "HMAC-SHA1": "sha1" } as const;

/** RFC 5849 §3.3: both are the test's alone to choose. */
type Moment = { timestamp: string; nonce: string };
const thisMoment = (): Moment => ({ timestamp: String(Math.floor(Date.now() / 1000)), nonce: randomBytes(16).toString("hex") });

/** RFC 5849: address, method and form of a request, signed with both secrets. */
export function signOAuth1(head: RequestHead, { realm, method = "HMAC-SHA256" }: OAuth1, credential: CredentialFields, facts: Facts, { timestamp, nonce } = thisMoment()): void {
  const parameters: [string, string][] = [
    ["oauth_consumer_key", revealField(credential, "consumer_key")],
    ["oauth_nonce", nonce],
    ["oauth_signature_method", method],
    ["oauth_timestamp", timestamp],
    ["oauth_token", revealField(credential, "token_id")],
    ["oauth_version", "1.0"],
  ];
  const key = `${encode(revealField(credential, "consumer_secret"))}&${encode(revealField(credential, "token_secret"))}`;
  const signature = createHmac(hashes[method], key).update(baseString(head, parameters)).digest("base64");
  const said: [string, string][] = [...(realm === undefined ? [] : [["realm", fillCased(realm, facts)] as [string, string]]), ...parameters, ["oauth_signature", signature]];
  setHeader(head, "authorization", `OAuth ${said.map(([name, value]) => `${name}="${name === "realm" ? value : encode(value)}"`).join(", ")}`);
}

/** §3.4.1. The parser has already put host and scheme in lower case and taken the default port away. */
function baseString(head: RequestHead, own: [string, string][]): string {
  const { url, method } = head;
  const pairs = [...own, ...url.searchParams, ...formOf(head)].map(([name, value]): [string, string] => [encode(name), encode(value)]);
  const sorted = pairs.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y)).map(([name, value]) => `${name}=${value}`);
  return [method.toUpperCase(), encode(url.origin + url.pathname), encode(sorted.join("&"))].join("&");
}

/** §3.4.1.3.1: a form in the body is signed, any other body is not. */
function formOf({ headers, body }: RequestHead): [string, string][] {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (body === null || !/^application\/x-www-form-urlencoded\b/i.test(type)) return [];
  if (typeof body === "string" || Buffer.isBuffer(body)) return [...new URLSearchParams(body.toString())];
  throw new AppError("INVALID_REQUEST", "A form is signed with its values here, so it has to be sent whole, with its length, and be small. Send it as JSON, or in smaller parts.");
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** §3.6. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
