import type { AuthOption, Connector, Verification } from "@/server/catalog/connector";
import type { CredentialFields } from "@/server/auth-kinds/credential";

/** What is checked: a credential that was just posted, or one that is stored. */
export type CheckedCredential = {
  connector: Connector;
  option: AuthOption;
  credential: CredentialFields;
  /** The connection's inputs and what its credential told. */
  facts: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** How its calls go, for a credential that is stored. One that was just posted is sent as it is, and nothing is written down. */
  send?: SendVerification;
};

/** A verification call without its credential. */
export type VerificationCall = {
  url: URL;
  method: Verification["method"];
  headers: Record<string, string>;
  body: string | null;
  timeoutMs: number;
  maxResponseBytes: number;
  signal: AbortSignal | undefined;
};
export type SendVerification = (call: VerificationCall) => Promise<{ status: number; headers: Readonly<Record<string, string | string[] | undefined>>; text: string }>;

/** Whose account a credential opens, in the vendor's words. */
export type VerifiedAccount = { accountId: string | null; accountLabel: string | null; facts: Record<string, string> };

/**
 * What a real call showed. `message` is for the person, `fields` says by key what to mend in the form, `detail` is
 * the vendor's own text without the credential in it.
 */
export type CredentialCheck = { kind: "ok"; account: VerifiedAccount } | FailedCheck;
export type FailedCheck =
  /** The vendor looked at the credential and said no. */
  | { kind: "refused"; message: string; fields: Record<string, string>; detail: string }
  /** Patchbay cannot or will not call the address that was given. */
  | { kind: "misdirected"; message: string; fields: Record<string, string>; detail: string }
  | { kind: "rate_limited"; message: string; retryAfterSeconds: number; detail: string }
  | { kind: "unreachable"; code: "SERVICE_UNAVAILABLE" | "TIMEOUT"; message: string; fields: Record<string, string>; detail: string };
