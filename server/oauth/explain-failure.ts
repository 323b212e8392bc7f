import type { TokenFailure } from "./token-result";

export type FailureContext = {
  /** The vendor as people call it. */
  vendor: string;
  /** The address that has to be registered at the vendor. */
  callbackUrl: string;
};

const byAdmin = "An admin can correct it under Settings, OAuth apps.";

/** What a refused token request means to the person who was connecting, and what to do next. */
export function explainExchangeFailure(failure: TokenFailure, context: FailureContext): string {
  switch (failure.kind) {
    case "reauthorize":
      return `${context.vendor} says that this sign-in was used up or took too long. Start again.`;
    case "rejected":
      return explainRejection(failure.code, context);
    case "rate_limited":
      return `${context.vendor} asks to wait ${failure.retryAfterSeconds} seconds before another try. Start again after that.`;
    case "vendor_down":
      return `${context.vendor} does not answer properly right now. Nothing was connected. Try again in a few minutes.`;
  }
}

/** What a vendor's `error` on the callback means (RFC 6749 §4.1.2.1). */
export function explainAuthorizationError(code: string, context: FailureContext): string {
  if (code === "access_denied" || code === "user_denied" || code === "user_cancelled_authorize" || code === "user_cancelled_login") {
    return `Access was declined at ${context.vendor}, so nothing was connected. Start again if that was not intended.`;
  }
  if (code === "server_error" || code === "temporarily_unavailable") {
    return `${context.vendor} had a problem of its own. Nothing was connected. Try again in a few minutes.`;
  }
  if (code === "interaction_required" || code === "login_required" || code === "consent_required") {
    return `${context.vendor} needs you to sign in or consent there first. Start again and finish on its page.`;
  }
  if (code === "admin_policy_enforced" || code === "org_internal" || code === "unauthorized_client") {
    return `Your organization at ${context.vendor} does not allow this app yet. Ask its administrator to approve it, then start again.`;
  }
  return explainRejection(code, context);
}

/** What is wrong with our registration, for whoever can mend it. */
export function explainRejection(code: string, { vendor, callbackUrl }: FailureContext): string {
  switch (code) {
    case "invalid_client":
    case "incorrect_client_credentials":
    case "bad_client_id":
    case "invalid_client_id":
    case "bad_client_secret":
      return `${vendor} does not accept this workspace's OAuth app: its client ID or secret is wrong. ${byAdmin}`;
    case "redirect_uri_mismatch":
    case "bad_redirect_uri":
    case "invalid_redirect_uri":
      return `${vendor} does not know the address it should send you back to. An admin has to add ${callbackUrl} to the OAuth app at ${vendor}.`;
    case "unauthorized_client":
    case "unsupported_grant_type":
    case "unsupported_response_type":
      return `The OAuth app at ${vendor} is not set up for this kind of sign-in. An admin can follow the guide under Settings, OAuth apps.`;
    case "invalid_scope":
    case "invalid_target":
      return `${vendor} does not give the OAuth app some of the permissions that were asked for. Ask for fewer, or have an admin allow them in the app at ${vendor}.`;
    case "application_suspended":
      return `${vendor} suspended the OAuth app. An admin has to look at it there.`;
    case "address_refused":
      return `The address of ${vendor} leads to a place that Patchbay does not connect to. Check what you entered, or ask an admin.`;
    default:
      return `${vendor} refused the sign-in because of how the OAuth app is set up (${code.replace(/[^\w.-]/g, "").slice(0, 60)}). An admin can compare it with the guide under Settings, OAuth apps.`;
  }
}
