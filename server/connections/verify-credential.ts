import { AppError, type ErrorDetails } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { checkCredential } from "./check-credential";
import type { CheckedCredential, FailedCheck, VerifiedAccount } from "./credential-check";

export type { VerifiedAccount };

/**
 * Proves a credential before it is stored, by a real call. Throws `CREDENTIAL_REFUSED`, `RATE_LIMIT_EXCEEDED`,
 * `SERVICE_UNAVAILABLE`, `TIMEOUT`, or `INVALID_REQUEST` where the address itself is at fault.
 */
export async function verifyCredential(runtime: Runtime, checked: CheckedCredential): Promise<VerifiedAccount> {
  const check = await checkCredential(runtime, checked);
  if (check.kind === "ok") return check.account;
  throw refusal(check, checked.connector.slug);
}

function refusal(check: FailedCheck, provider: string): AppError {
  const { message, detail } = check;
  const details: ErrorDetails = { provider, ...("fields" in check && Object.keys(check.fields).length > 0 ? { fields: check.fields } : {}) };
  switch (check.kind) {
    case "refused":
      return new AppError("CREDENTIAL_REFUSED", message, { details, detail });
    case "misdirected":
      return new AppError("INVALID_REQUEST", message, { details, detail });
    case "rate_limited": {
      const { retryAfterSeconds } = check;
      return new AppError("RATE_LIMIT_EXCEEDED", `${message} Nothing was stored; try again in ${retryAfterSeconds} seconds.`, { details: { ...details, retryAfterSeconds }, detail });
    }
    case "unreachable":
      return new AppError(check.code, `${message} Nothing was stored; try again in a minute.`, { details, detail });
  }
}
