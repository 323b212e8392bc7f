import type { FailureContext } from "./explain-failure";
import type { ClientAnswer, ClientVerdict } from "./judge-client";

/** What a test of an OAuth app found, in words, for the admin who can mend it. */
export function explainVerdict(verdict: ClientVerdict, { result }: ClientAnswer, { vendor, callbackUrl }: FailureContext): string {
  switch (verdict) {
    case "accepted":
      return `${vendor} knows the client ID and accepts the secret.`;
    case "callback_unknown":
      return `${vendor} does not know the callback URL. Add ${callbackUrl} to the app at ${vendor}, exactly as it stands.`;
    case "refused":
      return result.kind === "rejected" ? explainRefusal(result.code, vendor) : explainRefusal("", vendor);
    case "unclear":
      return result.kind === "ok"
        ? `${vendor} granted a token for a code that was made up, so its answers prove nothing. Connect an account to be sure.`
        : `${vendor} looks at the sign-in before it looks at the app, so this cannot be told without one. Connect an account to be sure.`;
    case "unreachable":
      return explainSilence(result, vendor);
  }
}

function explainRefusal(code: string, vendor: string): string {
  if (code === "application_suspended") return `${vendor} suspended the app. Look at it there.`;
  if (code === "unauthorized_client") return `${vendor} does not know the client ID, or does not let the app sign people in. Compare both with the app at ${vendor}.`;
  if (code === "bad_client_id" || code === "invalid_client_id") return `${vendor} does not know the client ID. Copy it again from the app there.`;
  if (code === "bad_client_secret" || code === "invalid_client_secret") return `${vendor} knows the client ID, but the secret is wrong. Copy it again, or make a new one there.`;
  return `${vendor} refuses the client ID or the secret. Copy both again from the app there.`;
}

function explainSilence(result: ClientAnswer["result"], vendor: string): string {
  if (result.kind === "rate_limited") return `${vendor} asks to wait ${result.retryAfterSeconds} seconds. Test again after that.`;
  if (result.kind === "rejected") return `The address of ${vendor} leads to a place that Patchbay does not connect to. Check what you entered, and EGRESS_ALLOW.`;
  return `${vendor} does not answer properly right now. Test again in a few minutes.`;
}
