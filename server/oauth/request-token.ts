import { isAppError } from "@/server/lib/errors";
import type { Egress } from "@/server/lib/http/egress";
import type { OAuthRequest } from "./protocol";
import { type RawAnswer, readTokenAnswer, type TokenReading } from "./read-token-answer";
import type { TokenFailure, TokenResult } from "./token-result";

const timeoutMs = 30_000;
const maxResponseBytes = 256 * 1024;

/** Sends a token request and reads the answer. What the network does to it is an outcome too; only an abort throws. */
export async function requestToken(egress: Egress, request: OAuthRequest, how: TokenReading, signal?: AbortSignal): Promise<TokenResult> {
  const answer = await sendOAuthRequest(egress, request, signal);
  return "kind" in answer ? answer : readTokenAnswer(answer, how);
}

/** One capped request to a vendor's OAuth endpoint: its raw answer, or why there is none. */
export async function sendOAuthRequest(egress: Egress, request: OAuthRequest, signal?: AbortSignal): Promise<RawAnswer | TokenFailure> {
  try {
    const answer = await egress.request({ ...request, timeoutMs, maxResponseBytes, ...(signal ? { signal } : {}) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    if (signal?.aborted || !isAppError(error)) throw error;
    // The address rules refuse before anything is sent: the address is wrong, not the vendor.
    if (error.code === "INVALID_REQUEST") return { kind: "rejected", code: "address_refused", detail: error.message };
    return { kind: "vendor_down", detail: error.detail === undefined ? error.message : `${error.message} (${error.detail})` };
  }
}
