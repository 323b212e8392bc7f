import type { OAuth2, TokenAnswer } from "@/server/catalog/connector";
import { readWaitSeconds } from "@/server/lib/http/read-wait";
import { scrubText } from "@/server/lib/log";
import { printable } from "@/server/lib/printable";
import { Secret } from "@/server/lib/secret";
import type { TokenFailure, TokenResult } from "./token-result";

export type RawAnswer = { status: number; headers: Record<string, string | string[]>; text: string };

/** How a definition wants its token answers read. */
export type TokenReading = Pick<OAuth2, "readToken" | "tokenFacts"> & {
  /** Used when the answer has no `expires_in`. Null: the token does not expire. */
  accessTtlSeconds: number | null;
  refreshTtlSeconds?: number | undefined;
};

/** Codes, beside RFC 6749's, by which vendors say that the grant itself is gone: GitHub, Slack, Microsoft. */
const goneCodes = new Set([
  "invalid_grant",
  "bad_verification_code",
  "bad_refresh_token",
  "invalid_refresh_token",
  "invalid_code",
  "code_already_used",
  "code_expired",
  "expired_token",
  "token_expired",
  "token_revoked",
  "account_inactive",
  "access_denied",
  "interaction_required",
  "login_required",
  "consent_required",
]);
const downCodes = new Set(["server_error", "temporarily_unavailable", "service_unavailable", "internal_error", "fatal_error"]);
const slowCodes = new Set(["ratelimited", "rate_limited", "slow_down", "too_many_requests"]);

/** Reads a token endpoint's answer (RFC 6749 §5.1 and §5.2), JSON or form-encoded, whatever its status. */
export function readTokenAnswer(answer: RawAnswer, how: TokenReading, now = Date.now()): TokenResult {
  const fields = parseBody(answer.text);
  const read = fields === null ? null : normalise(fields, how);
  const detail = describe(answer.status, read);
  if (answer.status === 429 || (read?.error !== undefined && slowCodes.has(read.error))) {
    return { kind: "rate_limited", retryAfterSeconds: (readWaitSeconds(answer.headers, now) ?? 30), detail };
  }
  if (answer.status >= 500) return { kind: "vendor_down", detail };
  if (answer.status >= 300 && answer.status < 400) return { kind: "rejected", code: "unexpected_redirect", detail };
  if (read?.error !== undefined) return classify(read.error, detail);
  if (answer.status >= 400) return { kind: "rejected", code: answer.status === 401 ? "invalid_client" : `http_${answer.status}`, detail };
  if (fields === null || read === null) return { kind: "vendor_down", detail: `${detail}, and the answer is neither JSON nor form-encoded` };
  if (!read.access_token) return { kind: "rejected", code: "no_access_token", detail: `${detail}, without an access_token` };
  return {
    kind: "ok",
    tokens: {
      accessToken: new Secret(read.access_token),
      refreshToken: read.refresh_token ? new Secret(read.refresh_token) : null,
      expiresAt: after(read.expires_in ?? how.accessTtlSeconds, now),
      refreshExpiresAt: after(read.refresh_token_expires_in ?? (read.refresh_token ? how.refreshTtlSeconds : undefined) ?? null, now),
      scopes: splitScopes(read.scope ?? ""),
      facts: { ...keep(fields, how.tokenFacts ?? []), ...read.facts },
    },
  };
}

/** Vendors separate scopes by spaces or commas, whatever they asked for. GitHub Apps send none: they have permissions. */
function splitScopes(text: string): string[] | null {
  const scopes = [...new Set(text.split(/[\s,]+/).filter((scope) => scope !== ""))];
  return scopes.length === 0 ? null : scopes;
}

function classify(code: string, detail: string): TokenFailure {
  if (goneCodes.has(code)) return { kind: "reauthorize", detail };
  if (downCodes.has(code)) return { kind: "vendor_down", detail };
  return { kind: "rejected", code, detail };
}

function parseBody(text: string): Record<string, unknown> | null {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) {
    try {
      const parsed: unknown = JSON.parse(trimmed);
      return typeof parsed === "object" && parsed !== null ? { ...parsed } : null;
    } catch {
      return null;
    }
  }
  return /^[\w.-]+=[^\s<>]*$/.test(trimmed) ? Object.fromEntries(new URLSearchParams(trimmed)) : null;
}

function normalise(fields: Record<string, unknown>, how: TokenReading): TokenAnswer {
  if (!how.readToken) return readFields(fields);
  const read = how.readToken(fields);
  return { ...readFields({ ...read }), ...(read.facts ? { facts: read.facts } : {}) };
}

function readFields(fields: Record<string, unknown>): TokenAnswer {
  const answer: TokenAnswer = {};
  const { access_token, refresh_token, scope, error, error_description } = fields;
  if (typeof access_token === "string") answer.access_token = access_token;
  if (typeof refresh_token === "string") answer.refresh_token = refresh_token;
  if (typeof scope === "string") answer.scope = scope;
  if (Array.isArray(scope)) answer.scope = scope.join(" ");
  if (typeof error === "string" && error !== "") answer.error = error;
  if (typeof error_description === "string") answer.error_description = error_description;
  const lifetime = toSeconds(fields["expires_in"]);
  const refreshLifetime = toSeconds(fields["refresh_token_expires_in"]);
  if (lifetime !== null) answer.expires_in = lifetime;
  if (refreshLifetime !== null) answer.refresh_token_expires_in = refreshLifetime;
  return answer;
}

/** Some vendors send the number as a string, and zero for "does not expire". */
function toSeconds(value: unknown): number | null {
  const seconds = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof seconds === "number" && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

function after(seconds: number | null, now: number): Date | null {
  return seconds === null ? null : new Date(now + seconds * 1000);
}

function keep(fields: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields[name];
      return typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [];
    }),
  );
}


/** Never the body itself: an answer that cannot be read may hold a token all the same. */
function describe(status: number, read: TokenAnswer | null): string {
  const said = [read?.error, read?.error_description].filter((part) => part !== undefined).join(": ");
  return printable(scrubText(said === "" ? `HTTP ${status}` : `HTTP ${status}, ${said}`)).slice(0, 500);
}
