import { AppError, isAppError } from "../errors";
import type { ErrorCode } from "../errors";

type Outcome = readonly [ErrorCode, (host: string) => string];

const unresolved: Outcome = ["SERVICE_UNAVAILABLE", (host) => `${host} has no address in DNS. Check how it is spelled.`];
const unreachable: Outcome = ["SERVICE_UNAVAILABLE", (host) => `${host} cannot be reached from here. Check the address and the network.`];
const cutOff: Outcome = ["SERVICE_UNAVAILABLE", (host) => `${host} closed the connection before its answer was complete. Try again in a moment.`];
const slowToConnect: Outcome = ["TIMEOUT", (host) => `${host} did not accept a connection in time. Check the address and its firewall, or try again in a moment.`];
const slowToAnswer: Outcome = ["TIMEOUT", (host) => `${host} did not answer in time. Try again in a moment.`];
const unsendable: Outcome = ["INVALID_REQUEST", (host) => `The request to ${host} has a method, path, header or body length that HTTP does not allow.`];
const garbled: Outcome = ["VENDOR_ERROR", (host) => `${host} sent an answer that cannot be read.`];
const untrusted: Outcome = [
  "SERVICE_UNAVAILABLE",
  (host) => `${host} has a certificate that cannot be trusted: it is expired, self-signed or made for another host. Fix it there; for a private authority set NODE_EXTRA_CA_CERTS.`,
];
const notTls: Outcome = ["SERVICE_UNAVAILABLE", (host) => `${host} does not speak TLS as expected. Check the port, and whether the address starts with https.`];
const failed: Outcome = ["SERVICE_UNAVAILABLE", (host) => `The connection to ${host} failed. Try again in a moment.`];

const byCode = new Map<string, Outcome>([
  ["ECONNREFUSED", ["SERVICE_UNAVAILABLE", (host) => `${host} refused the connection. Check the host and port, and that the service is running.`]],
  ["ENOTFOUND", unresolved],
  ["ENODATA", unresolved],
  ["EAI_AGAIN", ["SERVICE_UNAVAILABLE", (host) => `DNS cannot be asked for ${host} right now. Try again in a moment.`]],
  ["EHOSTUNREACH", unreachable],
  ["ENETUNREACH", unreachable],
  ["EADDRNOTAVAIL", unreachable],
  ["ECONNRESET", cutOff],
  ["EPIPE", cutOff],
  ["ERR_STREAM_PREMATURE_CLOSE", cutOff],
  ["UND_ERR_SOCKET", cutOff],
  ["ETIMEDOUT", slowToConnect],
  ["UND_ERR_CONNECT_TIMEOUT", slowToConnect],
  ["UND_ERR_HEADERS_TIMEOUT", slowToAnswer],
  ["UND_ERR_BODY_TIMEOUT", slowToAnswer],
  ["UND_ERR_INVALID_ARG", unsendable],
  ["UND_ERR_NOT_SUPPORTED", unsendable],
  ["UND_ERR_REQ_CONTENT_LENGTH_MISMATCH", unsendable],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", garbled],
  ["UND_ERR_HEADERS_OVERFLOW", garbled],
]);

const byShape: readonly (readonly [RegExp, Outcome])[] = [
  [/^(HTTPParserError$|HPE_|Z_|ZSTD_|ERR__ERROR_|ERR_BROTLI_)/, garbled],
  [/^(CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/, untrusted],
  [/^(EPROTO$|ERR_SSL_)/, notTls],
];

/**
 * Translates what sockets, DNS, TLS, undici and zlib throw. Only the error's code goes along, for the log: messages
 * and properties of these errors can hold headers or parts of an answer.
 */
export function egressError(error: unknown, host: string): AppError {
  if (isAppError(error)) return error;
  const code = codeOf(error);
  const [errorCode, say] = byCode.get(code) ?? byShape.find(([shape]) => shape.test(code))?.[1] ?? failed;
  return new AppError(errorCode, say(host), { details: { host }, detail: code });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
