import type { TokenResult } from "./token-result";

/** What a vendor's token endpoint thinks of a client, as far as it said. */
export type ClientVerdict =
  /** It knows the client ID and takes the secret. */
  | "accepted"
  /** It does not know our callback URL. Most look at that after the client, but not all. */
  | "callback_unknown"
  /** It does not know the client ID, or the secret is wrong. */
  | "refused"
  /** What it said can mean either. */
  | "unclear"
  | "unreachable";

/** One answer to a code that cannot be right. `isBare401`: a status and no word why. */
export type ClientAnswer = { result: TokenResult; isBare401: boolean };

/** RFC 6749 §5.2, and the words of GitHub, Slack and others. */
const clientCodes = new Set([
  "invalid_client",
  "unauthorized_client",
  "incorrect_client_credentials",
  "bad_client_id",
  "invalid_client_id",
  "bad_client_secret",
  "invalid_client_secret",
  "invalid_client_credentials",
  "application_suspended",
]);
const callbackCodes = new Set(["redirect_uri_mismatch", "bad_redirect_uri", "invalid_redirect_uri"]);

type Meaning = "refused" | "callback" | "other" | "unreachable" | "granted";

function meaningOf({ result, isBare401 }: ClientAnswer): Meaning {
  if (result.kind === "ok") return "granted";
  if (result.kind === "vendor_down" || result.kind === "rate_limited") return "unreachable";
  if (result.kind === "reauthorize" || isBare401) return "other";
  if (result.code === "address_refused") return "unreachable";
  if (clientCodes.has(result.code)) return "refused";
  return callbackCodes.has(result.code) ? "callback" : "other";
}

/** Whether the first answer leaves open what a second one, to the same question with a wrong secret, can settle. */
export function needsControl(answer: ClientAnswer): boolean {
  return meaningOf(answer) === "other";
}

/**
 * `control` is the answer to the same request with a secret that is wrong for certain. Some vendors look at the code
 * before the client, so that a code refused says nothing: only where the wrong secret is refused is ours proven.
 */
export function judgeClient(answer: ClientAnswer, control: ClientAnswer | null): ClientVerdict {
  const meaning = meaningOf(answer);
  if (meaning === "refused" || meaning === "unreachable") return meaning;
  if (meaning === "callback") return "callback_unknown";
  if (meaning === "granted" || control === null) return "unclear";
  return meaningOf(control) === "refused" || (control.isBare401 && !answer.isBare401) ? "accepted" : "unclear";
}
