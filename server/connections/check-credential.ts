import { findLogin, type Login } from "@/server/auth-kinds/database";
import { withoutSecrets } from "@/server/auth-kinds/credential";
import type { Verification } from "@/server/catalog/connector";
import { readFacts } from "@/server/catalog/read-facts";
import { AppError, isAppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import type { CheckedCredential, CredentialCheck, FailedCheck } from "./credential-check";
import { callVerification } from "./call-verification";
import { readVerification } from "./read-verification";

const timeoutMs = 10_000;

/** Shows whether a credential works now, by a real call to the vendor or a real login at the database. Only an abort throws. */
export async function checkCredential(runtime: Runtime, checked: CheckedCredential): Promise<CredentialCheck> {
  try {
    const login = findLogin(checked.option, checked.credential);
    return login ? await checkLogin(runtime, login, checked) : await checkHttp(runtime, checked);
  } catch (error) {
    if (checked.signal?.aborted || !isAppError(error)) throw error;
    return misdirected(error, checked);
  }
}

async function checkHttp(runtime: Runtime, checked: CheckedCredential): Promise<CredentialCheck> {
  const { connector, option } = checked;
  const facts = readFacts(connector, checked.facts);
  const verification = connector.verify?.perKind?.[option.kind] ?? connector.verify;
  if (!verification) return { kind: "ok", account: { accountId: null, accountLabel: null, facts } };
  const attempts: Omit<Verification, "perKind" | "alternatives">[] = [verification, ...(verification.alternatives ?? [])];
  let denied: FailedCheck | undefined;
  for (const attempt of attempts) {
    const answer = await callVerification(runtime, attempt, { ...checked, facts }, timeoutMs);
    const check = "kind" in answer ? answer : readVerification(attempt, answer, { ...checked, facts });
    if (!("isDenied" in check)) return check;
    denied ??= check.refusal;
  }
  if (denied) return denied;
  throw new Error("a verification was neither answered nor denied");
}

async function checkLogin(runtime: Runtime, { driver, target, account }: Login, { connector, option, credential, signal }: CheckedCredential): Promise<CredentialCheck> {
  const deadline = new AbortController();
  const late = new AppError("TIMEOUT", `${target.host} did not answer within ${timeoutMs / 1000} seconds. Check the host, the port and the firewalls between.`);
  const timer = setTimeout(() => deadline.abort(late), timeoutMs);
  try {
    const outcome = await driver.probe(runtime.egress, target, signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal);
    signal?.throwIfAborted();
    if (outcome.kind === "ok") return { kind: "ok", account: { ...account, facts: readFacts(connector, {}) } };
    return { ...outcome, detail: withoutSecrets(outcome.detail, option, credential) };
  } finally {
    clearTimeout(timer);
  }
}

/** What Patchbay itself refuses before anything is sent: a private address, a bad input, a value that fits no header. */
function misdirected(error: AppError, { connector }: CheckedCredential): FailedCheck {
  const { fields } = error.details;
  const named = typeof fields === "object" && fields !== null && !Array.isArray(fields) ? fields : {};
  const [onlyInput] = connector.inputs;
  const atInput = connector.inputs.length === 1 && onlyInput ? { [onlyInput.key]: error.message } : {};
  return { kind: "misdirected", message: error.message, fields: Object.keys(named).length > 0 ? named : atInput, detail: error.detail ?? error.code };
}
