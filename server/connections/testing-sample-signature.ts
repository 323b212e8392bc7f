import { createHash, createHmac } from "node:crypto";
import type { SampleValues } from "@/server/catalog/samples/fill-sample";
import type { SampleCall } from "@/server/catalog/samples/sample";
import type { MeantRequest } from "./testing-sample-call";

/** Neither vendor takes a signature that is older. */
const toleratedMs = 5 * 60_000;

/**
 * What is wrong with a request's signature, in words. It is worked out here once more, from the request as it came and
 * with no part of what signed it.
 */
export function compareSignature({ signature }: SampleCall, request: MeantRequest, values: SampleValues, now = Date.now()): string[] {
  if (signature === "aws") return compareAws(request, values, now);
  return signature === "oauth1" ? compareOAuth1(request, values, now) : [];
}

/** Amazon's "Create a signed AWS API request", step by step, for services that are not S3. */
function compareAws(request: MeantRequest, values: SampleValues, now: number): string[] {
  const said = /^AWS4-HMAC-SHA256 Credential=(\w+)\/((\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request), ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? "");
  if (!said) return ["the authorization is not Amazon's"];
  const [, keyId, scope = "", day = "", region = "", service = "", names = "", signature] = said;
  const url = new URL(request.path, request.origin);
  const at = String(request.headers["x-amz-date"]);
  const headers = names.split(";").map((name) => `${name}:${name === "host" ? url.host : String(request.headers[name]).trim()}\n`);
  const path = url.pathname.split("/").map(encode).join("/");
  const canonical = [request.method, path, sortedQuery([...url.searchParams]), headers.join(""), names, sha256(request.body)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<Buffer | string>((from, part) => hmac(from, part), `AWS4${values["secret_access_key"]}`);
  const wanted = hmac(key, ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n")).toString("hex");
  const needed = ["host", "x-amz-date", ...Object.keys(request.headers).filter((name) => name === "x-amz-security-token")];
  return [
    ...(keyId === values["access_key_id"] ? [] : [`signed as ${keyId}`]),
    ...needed.filter((name) => !names.split(";").includes(name)).map((name) => `${name} is not signed`),
    ...(isRecent(Date.parse(at.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, "$1-$2-$3:$4:$5")), now) && at.startsWith(day) ? [] : [`signed at ${at}`]),
    ...(signature === wanted ? [] : [`the signature is ${signature} instead of ${wanted}`]),
  ];
}

/** RFC 5849 with HMAC-SHA256, for requests whose body is no form. */
function compareOAuth1(request: MeantRequest, values: SampleValues, now: number): string[] {
  const pairs = [...(request.headers.authorization ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]): [string, string] => [name, decodeURIComponent(value)]);
  const { realm: _, oauth_signature: signature, ...said } = Object.fromEntries(pairs);
  const url = new URL(request.path, request.origin);
  const base = [request.method, encode(url.origin + url.pathname), encode(sortedQuery([...url.searchParams, ...Object.entries(said)]))].join("&");
  const wanted = hmac(`${encode(values["consumer_secret"])}&${encode(values["token_secret"])}`, base).toString("base64");
  const fixed = { oauth_consumer_key: values["consumer_key"], oauth_token: values["token_id"], oauth_signature_method: "HMAC-SHA256", oauth_version: "1.0" };
  return [
    ...Object.entries(fixed).filter(([name, value]) => said[name] !== value).map(([name]) => `${name} is ${said[name]}`),
    ...(/^\w{11,64}$/.test(said["oauth_nonce"] ?? "") ? [] : [`the nonce is ${said["oauth_nonce"]}`]),
    ...(isRecent(Number(said["oauth_timestamp"]) * 1_000, now) ? [] : [`signed at ${said["oauth_timestamp"]}`]),
    ...(signature === wanted ? [] : [`the signature is ${signature} instead of ${wanted}`]),
  ];
}

const isRecent = (at: number, now: number) => Math.abs(now - at) < toleratedMs;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: Buffer | string, text: string) => createHmac("sha256", key).update(text).digest();
/** RFC 3986 §2.3. */
const encode = (text = "") => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const sortedQuery = (pairs: [string, string][]) => pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join("&");
