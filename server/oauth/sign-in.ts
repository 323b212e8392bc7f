import type { ErrorShape, Json } from "@/server/catalog/operation";
import type { SignIn } from "@/server/catalog/connector";
import { readPath } from "@/server/catalog/read-path";
import { readVendorError } from "@/server/catalog/read-vendor-error";
import type { Egress } from "@/server/lib/http/egress";
import { readWaitSeconds } from "@/server/lib/http/read-wait";
import { scrubText } from "@/server/lib/log";
import { printable } from "@/server/lib/printable";
import { Secret } from "@/server/lib/secret";
import type { OAuthRequest } from "./protocol";
import type { RawAnswer } from "./read-token-answer";
import { sendOAuthRequest } from "./request-token";
import type { TokenResult } from "./token-result";

type SignInCall = { url: string; signIn: SignIn; errors: ErrorShape | undefined };

/** A vendor's own sign-in: its fields posted as JSON, a token out of the answer. `values` holds secrets in plain. */
export async function signIn(egress: Egress, call: SignInCall, values: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<TokenResult> {
  const answer = await sendOAuthRequest(egress, buildSignIn(call, values), signal);
  return "kind" in answer ? answer : readSignIn(answer, call);
}

function buildSignIn({ url, signIn: { headers, body } }: SignInCall, values: Readonly<Record<string, string>>): OAuthRequest {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : ""));
  const given = Object.fromEntries(Object.entries(headers ?? {}).map(([name, template]) => [name.toLowerCase(), fill(template)]));
  return { url, method: "POST", headers: { accept: "application/json", "user-agent": "Patchbay", "content-type": "application/json", ...given }, body: JSON.stringify(fillJson(body, fill)) };
}

function fillJson(value: Json, fill: (text: string) => string): Json {
  if (typeof value === "string") return fill(value);
  if (Array.isArray(value)) return value.map((entry) => fillJson(entry, fill));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillJson(entry, fill)]));
}

function readSignIn(answer: RawAnswer, { signIn: { token, ttlSeconds, facts }, errors }: SignInCall): TokenResult {
  const { status } = answer;
  const body = parseJson(answer.text);
  const error = readVendorError(errors, status, body);
  const said = [error?.code, error?.message].filter((part) => typeof part === "string").join(": ");
  const detail = printable(scrubText(said === "" ? `HTTP ${status}` : `HTTP ${status}, ${said}`)).slice(0, 500);
  if (status === 429) return { kind: "rate_limited", retryAfterSeconds: readWaitSeconds(answer.headers, Date.now()) ?? 30, detail };
  if (status >= 500) return { kind: "vendor_down", detail };
  if (status >= 300) return { kind: "rejected", code: `http_${status}`, detail };
  if (error) return { kind: "rejected", code: "http_401", detail };
  const found = token === "." ? body : readPath(body, token);
  if (typeof found !== "string" || found === "") return { kind: "rejected", code: "no_access_token", detail: `${detail}, without a token` };
  return {
    kind: "ok",
    tokens: {
      accessToken: new Secret(found),
      refreshToken: null,
      expiresAt: ttlSeconds === null ? null : new Date(Date.now() + ttlSeconds * 1_000),
      refreshExpiresAt: null,
      scopes: null,
      facts: Object.fromEntries(Object.entries(facts ?? {}).flatMap(([name, path]) => textAt(body, path).map((value) => [name, value] as const))),
    },
  };
}

function textAt(body: unknown, path: string): string[] {
  const value = readPath(body, path);
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
