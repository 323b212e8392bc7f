import aws4 from "aws4"; // as a whole: Node finds no names in it
import type { AwsSigV4 } from "@/server/catalog/auth-option";
import { fillTemplate } from "@/server/catalog/fill-template";
import { AppError } from "@/server/lib/errors";
import type { Facts, RequestHead } from "./auth-kind";
import { type AwsScope, readAwsHost } from "./aws-host";
import type { CredentialFields } from "./credential";
import { revealField } from "./place-credential";
import { setHeader } from "./set-header";

/** What the signer decides; whatever the caller sent of these is dropped. */
const own = new Set(["authorization", "host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"]);
/** The rest that is signed. Anything else may be changed on its way without breaking the signature. */
const isSigned = (name: string) => name.startsWith("x-amz-") || name === "content-type" || name === "content-md5";

/** AWS Signature Version 4 over address, method, the headers that count, and the body. */
export function signAws(head: RequestHead, placement: AwsSigV4, credential: CredentialFields, facts: Facts): void {
  const { method, body } = head;
  const accessKeyId = revealField(credential, "access_key_id");
  const secretAccessKey = revealField(credential, "secret_access_key");
  const sessionToken = credential["session_token"]?.reveal();
  const scope = scopeOf(head.url, placement, facts);
  // S3 reads a plus in a path as a space, other than RFC 3986 does.
  if (scope.service === "s3" && head.url.pathname.includes("+")) head.url = Object.assign(new URL(head.url), { pathname: head.url.pathname.replaceAll("+", "%2B") });
  const { url } = head;
  const isWhole = body === null || typeof body === "string" || Buffer.isBuffer(body);
  if (!isWhole && scope.service !== "s3") throw tooLarge(scope);
  if (body !== null && !Object.keys(head.headers).some((name) => name.toLowerCase() === "content-type")) setHeader(head, "content-type", "application/octet-stream");
  const sent = Object.entries(head.headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  const headers = {
    host: url.host,
    ...Object.fromEntries(sent.filter(([name]) => isSigned(name) && !own.has(name))),
    ...(isWhole ? {} : { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" }),
  };
  const signed = aws4.sign(
    { method, host: url.host, path: url.pathname + url.search, ...scope, headers, ...(isWhole && body !== null && body.length > 0 ? { body } : {}) },
    { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
  );
  for (const name of Object.keys(head.headers)) if (own.has(name.toLowerCase())) delete head.headers[name];
  for (const [name, value] of Object.entries(signed.headers ?? {})) {
    const lower = name.toLowerCase();
    if (own.has(lower) && lower !== "host") head.headers[lower] = String(value);
  }
}

function scopeOf(url: URL, { services, fallback }: AwsSigV4, facts: Facts): AwsScope {
  const read = readAwsHost(url.hostname, services);
  if (read) return read;
  if (fallback) return { service: fallback.service, region: fillTemplate(fallback.region, facts) };
  throw new AppError("INVALID_REQUEST", `${url.hostname} is not one of Amazon's hosts, so there is no telling what to sign for.`);
}

function tooLarge({ service }: AwsScope): AppError {
  return new AppError("INVALID_REQUEST", `A request to Amazon's ${service} is signed with its body, so the body has to be sent whole, with its length, and be small. Send it in smaller parts.`);
}
