import { authKind } from "@/server/auth-kinds/registry";
import { withoutSecrets } from "@/server/auth-kinds/credential";
import type { Verification } from "@/server/catalog/connector";
import { apiBase, isAllowedHost, withBase } from "@/server/catalog/endpoints";
import { fixedHeaders } from "@/server/catalog/fixed-headers";
import { fillTemplate } from "@/server/catalog/fill-template";
import { fillUrl } from "@/server/catalog/fill-url";
import { type AppError, isAppError } from "@/server/lib/errors";
import { printable } from "@/server/lib/printable";
import type { Runtime } from "@/server/runtime/runtime";
import type { CheckedCredential, FailedCheck, SendVerification } from "./credential-check";

export type VerificationAnswer = { status: number; retryAfter: string | null; isHtml: boolean; body: unknown };
type Attempt = Pick<Verification, "method" | "host" | "path" | "body">;

const maxResponseBytes = 1024 * 1024;

/** Sends one verification call with the credential applied: the vendor's answer, or why there is none. */
export async function callVerification(runtime: Runtime, attempt: Attempt, checked: CheckedCredential, timeoutMs: number): Promise<VerificationAnswer | FailedCheck> {
  const { connector, facts, signal } = checked;
  const headers: Record<string, string> = { accept: "application/json", "user-agent": "Patchbay", ...fixedHeaders(connector, facts) };
  const body = attempt.body === undefined ? null : JSON.stringify(attempt.body);
  if (body !== null) headers["content-type"] = "application/json";
  const url = verificationUrl(runtime, attempt, checked);
  const send = checked.send ?? sendAsItIs(runtime, checked);
  try {
    const answer = await send({ url, method: attempt.method, headers, body, timeoutMs, maxResponseBytes, signal });
    return { status: answer.status, retryAfter: one(answer.headers["retry-after"]), isHtml: /html/i.test(one(answer.headers["content-type"]) ?? ""), body: parseJson(answer.text) };
  } catch (error) {
    if (signal?.aborted || !isAppError(error) || error.code === "INVALID_REQUEST") throw error;
    return silence(error, checked, url.host);
  }
}

function sendAsItIs(runtime: Runtime, { option, credential, facts }: CheckedCredential): SendVerification {
  return async ({ signal, ...call }) => {
    authKind(option.kind).apply(call, credential, option, facts);
    const answer = await runtime.egress.request({ ...call, ...(signal ? { signal } : {}) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
}

function verificationUrl(runtime: Runtime, attempt: Attempt, { connector, option, facts }: CheckedCredential): URL {
  const endpoints = runtime.env.connectorEndpoints[connector.slug];
  // A host of its own is only for the query's sake: `fillUrl` keeps values from walking up the path.
  const { path } = fillUrl(`https://vendor.invalid${attempt.path}`, facts);
  const base = apiBase(connector, endpoints, facts, option.kind);
  if (attempt.host === undefined) return new URL(withBase(base, path));
  if (endpoints?.apiBaseUrl !== undefined) return new URL(`${base.origin}${path}`);
  const host = fillTemplate(attempt.host, facts);
  if (!isAllowedHost(connector, endpoints, facts, host)) throw new Error(`${connector.slug} is verified at ${attempt.host}, which is not one of its hosts`);
  return new URL(`https://${host}${path}`);
}

function silence(error: AppError, { connector, option, credential }: CheckedCredential, host: string): FailedCheck {
  const text = `${error.detail ?? ""} ${error.message}`.trim();
  const detail = withoutSecrets(text, option, credential);
  const [input] = connector.inputs;
  if (input && /^(ENOTFOUND|ENODATA)/.test(text)) {
    const message = `There is no ${connector.name} at ${host}. Check ${input.label}.`;
    return { kind: "misdirected", message, fields: { [input.key]: message }, detail };
  }
  const { retryAfterSeconds } = error.details;
  if (error.code === "RATE_LIMIT_EXCEEDED" && typeof retryAfterSeconds === "number") return { kind: "rate_limited", message: `${connector.name} allows no more calls for now.`, retryAfterSeconds, detail };
  const code = error.code === "TIMEOUT" ? "TIMEOUT" : "SERVICE_UNAVAILABLE";
  return { kind: "unreachable", code, message: `${connector.name} did not answer.`, fields: {}, detail };
}

const one = (header: string | string[] | undefined) => [header ?? []].flat()[0] ?? null;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? printable(value) : value));
  } catch {
    return null;
  }
}
