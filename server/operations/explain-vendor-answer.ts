import type { Connector } from "@/server/catalog/connector";
import type { ErrorShape, Operation } from "@/server/catalog/operation";
import { readPath } from "@/server/catalog/read-path";
import { readVendorError, type VendorError } from "@/server/catalog/read-vendor-error";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import { AppError, type ErrorCode, type ErrorDetails } from "@/server/lib/errors";
import { scrubText } from "@/server/lib/log";
import { printable } from "@/server/lib/printable";
import { readRetryAfter } from "./read-retry-after";

export type Answered = {
  connector: Connector;
  operation: Operation;
  connection: Pick<ConnectionRow, "id" | "name" | "authKind">;
  status: number;
  headers: Record<string, string | string[]>;
  body: unknown;
  /** Takes the connection's own secrets out of what the vendor wrote: some repeat the key they refuse. */
  hide: (text: string) => string;
};

type Failure = VendorError & { param: string | null; declineCode: string | null };

/**
 * The contract's error for an answer that says no, or null when the call went well. The sentence is ours; what the
 * vendor wrote is in `detail`, for admins and the log. Its own code, where it is one word, is among the details.
 */
export function explainVendorAnswer(answered: Answered): AppError | null {
  const failure = failureOf(answered);
  if (failure === null) return null;
  const { connector, connection, operation, status } = answered;
  const [code, message, more] = judge(answered, failure);
  const details: ErrorDetails = {
    provider: connector.slug,
    operation: operation.name,
    connectionId: connection.id,
    vendorStatus: status,
    ...(isWord(failure.code) ? { vendorCode: failure.code } : {}),
    ...more,
  };
  const said = [failure.code, failure.message].filter((part) => part !== null).join(": ");
  return new AppError(code, message, { details, detail: scrubText(printable(said === "" ? `HTTP ${status}` : `HTTP ${status}, ${said}`)).slice(0, 500) });
}

function failureOf({ connector, operation, status, body, hide }: Answered): Failure | null {
  const shapes = [connector.api?.errors ?? connector.verify?.errors, operation.errors];
  const found = shapes.flatMap((shape): [ErrorShape | undefined, VendorError][] => {
    const error = readVendorError(shape, status >= 300 && status < 400 ? 400 : status, body);
    return error === null ? [] : [[shape, error]];
  });
  const [shape, error] = found.find(([, { code, message }]) => code !== null || message !== null) ?? found[0] ?? [undefined, null];
  if (error === null) return null;
  const clean = (text: string | null) => (text === null ? null : hide(text));
  return { code: clean(error.code), message: clean(error.message), param: clean(word(shape?.param, body)), declineCode: clean(word(shape?.declineCode, body)) };
}

/** What happened, in the contract's codes. The order matters: vendors hide limits behind 403 and refusals behind 200. */
function judge(answered: Answered, failure: Failure): [ErrorCode, string, ErrorDetails] {
  const { connector, operation, status } = answered;
  const { name } = connector;
  if (isRateLimited(answered, failure)) {
    const retryAfterSeconds = readRetryAfter(answered.headers, connector.rateLimit);
    return ["RATE_LIMIT_EXCEEDED", `${name} is limiting calls right now. Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds }];
  }
  if (status === 402 || failure.declineCode !== null) return ["PAYMENT_FAILED", explainPayment(answered, failure), { declineCode: failure.declineCode }];
  if (status === 401 || isCode(failure, /^(invalid_auth|not_authed|token_(revoked|expired)|account_inactive|authentication_(error|required)|unauthenticated|invalid_?(authentication)?_?token|invalid_session_id)$/i)) {
    return ["CREDENTIAL_REFUSED", `${hintOf(answered, failure) ?? `${name} no longer accepts the credential of “${answered.connection.name}”.`} Then try again, or reconnect “${answered.connection.name}” on its page.`, {}];
  }
  if (status === 403 || isCode(failure, /missing_scope|forbidden|access_?denied|permission|not_allowed|insufficient/i)) {
    const mend = answered.connection.authKind === "oauth2" ? "Reconnect it and grant more" : "Give its key that permission";
    return ["CREDENTIAL_REFUSED", `${name} does not let “${answered.connection.name}” do this: ${operation.title.toLowerCase()}. ${mend}, or ask whoever runs the ${name} account.`, {}];
  }
  if (status === 404 || status === 410 || isCode(failure, /not_?found$/i)) return ["NOT_FOUND", `${name} has nothing under what was given for “${operation.title}”. Check the ids.`, {}];
  if (status >= 500 || isCode(failure, /^(internal|fatal|service_unavailable|internal_(server_)?error)/i)) return ["SERVICE_UNAVAILABLE", `${name} has a problem of its own right now. Try again in a minute.`, {}];
  if (status >= 300 && status < 400) return ["VENDOR_ERROR", `${name} answered “${operation.title}” with a redirect, which is not followed.`, {}];
  return ["VENDOR_ERROR", `${name} did not carry out “${operation.title}”${reasonOf(failure)}. Check what was given, then try again.`, failure.param === null ? {} : { param: failure.param }];
}

function isRateLimited({ connector, status, headers }: Answered, { code, message }: Failure): boolean {
  if (status === 429 || /rate_?limit|throttled|resource_exhausted|too_many_requests|request_limit_exceeded/i.test(code ?? "")) return true;
  if (status !== 403) return false;
  const remaining = connector.rateLimit?.remainingHeader;
  return /rate limit|quota/i.test(message ?? "") || headers["retry-after"] !== undefined || (remaining !== undefined && [headers[remaining]].flat()[0] === "0");
}

function explainPayment({ connector, connection }: Answered, { code, declineCode }: Failure): string {
  const reason = declineCode ?? code;
  if (declineCode === null && !/card|payment|declin/i.test(code ?? "")) return `${connector.name} asks for a payment before it carries this out. Check the bill of the account behind “${connection.name}”.`;
  return `The payment did not go through: ${reason === null ? "the card was declined" : reason.replaceAll("_", " ")}. Ask for another way to pay, or let the customer ask their bank.`;
}

/** What the connector knows of this very refusal. Its hints for other statuses are about connecting, not about calls. */
function hintOf({ connector, connection, status }: Answered, { code }: Failure): string | undefined {
  const hints = connector.verify?.perKind?.[connection.authKind]?.hints ?? connector.verify?.hints;
  return (hints?.find((hint) => hint.code !== undefined && hint.code === code) ?? hints?.find((hint) => hint.code === undefined && hint.status === 401 && status === 401))?.message;
}

function reasonOf({ code, param }: Failure): string {
  const parts = [...(param === null ? [] : [`something is wrong with ${param}`]), ...(isWord(code) && !/^\d+$/.test(code) ? [code.replaceAll("_", " ").toLowerCase()] : [])];
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

const isCode = ({ code }: Failure, shape: RegExp) => shape.test(code ?? "");

/** A vendor's code is one word; anything longer is text of its own, which members do not see. */
function isWord(text: string | null): text is string {
  return text !== null && /^[\w.:[\]-]{1,80}$/.test(text);
}

function word(path: string | undefined, body: unknown): string | null {
  const found = path === undefined ? undefined : readPath(body, path);
  return typeof found === "string" && isWord(found) ? found : null;
}
