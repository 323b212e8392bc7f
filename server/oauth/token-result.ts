import type { Secret } from "@/server/lib/secret";

/** What a token endpoint granted, in our terms. */
export type Tokens = {
  accessToken: Secret;
  /** Null when the answer has none: one that was there before stays. */
  refreshToken: Secret | null;
  /** Null when the access token does not expire. */
  expiresAt: Date | null;
  /** Null when the vendor names no end, or gave no new refresh token. */
  refreshExpiresAt: Date | null;
  /** Null when the vendor did not say, which means: those that were asked for (RFC 6749 §5.1). */
  scopes: string[] | null;
  facts: Record<string, string>;
};

/** Why a token endpoint did not grant. `detail` is the vendor's own text, for admins and the log. */
export type TokenFailure =
  /** The grant is gone: used, expired or revoked. Only the person can mend it. */
  | { kind: "reauthorize"; detail: string }
  /** Our registration or request is wrong. Only an admin can mend it. */
  | { kind: "rejected"; code: string; detail: string }
  | { kind: "rate_limited"; retryAfterSeconds: number; detail: string }
  | { kind: "vendor_down"; detail: string };

export type TokenResult = { kind: "ok"; tokens: Tokens } | TokenFailure;
