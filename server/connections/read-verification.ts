import { withoutSecrets } from "@/server/auth-kinds/credential";
import type { AuthKind, Verification } from "@/server/catalog/connector";
import { readAccount } from "@/server/catalog/read-account";
import { readVendorError, type VendorError } from "@/server/catalog/read-vendor-error";
import { readWaitSeconds } from "@/server/lib/http/read-wait";
import { scrubText } from "@/server/lib/log";
import type { VerificationAnswer } from "./call-verification";
import type { CheckedCredential, CredentialCheck, FailedCheck } from "./credential-check";

type Attempt = Pick<Verification, "account" | "errors" | "hints">;
/** The credential is known there, but may not see what was asked for; another call may still prove it. */
export type Denied = { isDenied: true; refusal: FailedCheck };

/** What the vendor's answer says about the credential: by its status, its own error codes and the definition's hints. */
export function readVerification(attempt: Attempt, answer: VerificationAnswer, checked: CheckedCredential): CredentialCheck | Denied {
  const { connector, facts } = checked;
  const { status, body } = answer;
  const error = readVendorError(attempt.errors ?? connector.api?.errors, status, body);
  const detail = describe(status, error, checked);
  const hint = hintFor(attempt, status, error);
  if (isRateLimited(status, error)) return rateLimited(answer, checked, detail);
  if (status >= 500 || /internal|fatal|unavailable/i.test(error?.code ?? "")) {
    return { kind: "unreachable", code: "SERVICE_UNAVAILABLE", message: `${connector.name} has a problem of its own right now.`, fields: {}, detail };
  }
  if (hint !== undefined && status !== 403 && status !== 404) return refused(checked, hint, detail);
  if (status === 401) return refused(checked, null, detail);
  if (status === 403) return { isDenied: true, refusal: refused(checked, hint ?? lacksPermission(checked), detail) };
  if (status === 404) return { isDenied: true, refusal: notThere(checked, hint, detail) };
  if (status >= 300 && status < 400) return notThere(checked, hint, detail);
  if (error !== null) return refused(checked, null, detail);
  if (body === null && answer.isHtml) return notThere(checked, hint, `${detail}, a page instead of JSON`);
  const { id, label } = readAccount(attempt.account, body, facts);
  return { kind: "ok", account: { accountId: id, accountLabel: label ?? id, facts: { ...facts } } };
}

/** GitHub says so with a 403, Slack with a 200. */
function isRateLimited(status: number, error: VendorError | null): boolean {
  return status === 429 || /rate.?limit/i.test(`${error?.code ?? ""} ${error?.message ?? ""}`);
}

function hintFor({ hints }: Attempt, status: number, error: VendorError | null): string | undefined {
  if (error === null) return undefined;
  return hints?.find((hint) => (hint.status === undefined || hint.status === status) && (hint.code === undefined || hint.code === error.code))?.message;
}

const nouns: Record<AuthKind, string> = {
  oauth2: "the access that was granted",
  api_key: "this key",
  basic: "this user name and password",
  bearer: "this token",
  client_credentials: "this client id and secret",
  service_account: "this service account",
  database: "this login",
};

function refused({ connector, option }: CheckedCredential, hint: string | null, detail: string): FailedCheck {
  const noun = nouns[option.kind];
  const why = option.kind === "oauth2" ? "it was revoked or has run out." : "it is wrong, not complete or revoked. Copy it again.";
  const message = hint ?? `${connector.name} refused ${noun}: ${why}`;
  const secret = "fields" in option ? option.fields.find((field) => field.secret) : undefined;
  return { kind: "refused", message, fields: secret ? { [secret.key]: message } : {}, detail };
}

function lacksPermission({ connector, option }: CheckedCredential): string {
  return `${connector.name} knows ${nouns[option.kind]}, but does not let it read the account. Give it more permissions, or make another one.`;
}

/** Nothing of the vendor's API stands at the address: a wrong input where there are some, else the credential's fault. */
function notThere(checked: CheckedCredential, hint: string | undefined, detail: string): FailedCheck {
  const { connector } = checked;
  const [input] = connector.inputs;
  if (!input) return refused(checked, hint ?? null, detail);
  const message = hint ?? `${connector.name} does not know this ${connector.inputs.map(({ label }) => label).join(" or ")}. Check it.`;
  return { kind: "refused", message, fields: { [input.key]: message }, detail };
}

function rateLimited({ retryAfter }: VerificationAnswer, { connector }: CheckedCredential, detail: string): FailedCheck {
  const retryAfterSeconds = readWaitSeconds({ "retry-after": retryAfter ?? undefined }, Date.now()) ?? 60;
  return { kind: "rate_limited", message: `${connector.name} is limiting calls right now.`, retryAfterSeconds, detail };
}

function describe(status: number, error: VendorError | null, { option, credential }: CheckedCredential): string {
  const said = [error?.code, error?.message].filter((part) => typeof part === "string").join(": ");
  return scrubText(withoutSecrets(said === "" ? `HTTP ${status}` : `HTTP ${status}, ${said}`, option, credential)).slice(0, 500);
}
