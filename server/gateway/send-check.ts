import type { CallableConnection } from "@/server/connections/callable-connection";
import type { SendVerification } from "@/server/connections/credential-check";
import { acceptEncoding } from "@/server/lib/http/decode-body";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { policyOf } from "./call-policy";
import { collectAnswer } from "./collect-answer";
import { newCallId } from "./record-call";

/**
 * Sends the calls that show whether a stored connection works as any other call goes: in the vendor's budget, through
 * the breaker, written down. The token stays as it is: whoever checks says when it is renewed. Throws as `runCall` does.
 */
export function sendCheck(ctx: WorkspaceContext, callable: CallableConnection): SendVerification {
  return async ({ url, method, headers, body, timeoutMs, maxResponseBytes, signal }) => {
    const plan = {
      runtime: ctx.runtime,
      callable,
      url,
      method,
      headers: { "accept-encoding": acceptEncoding, ...headers },
      body: body === null ? null : Buffer.from(body),
      policy: { ...policyOf(callable.row, callable.connector), totalMs: timeoutMs, queueMs: timeoutMs, isCached: false },
      isRepeatable: true,
      mayRenew: false,
      id: newCallId(),
    };
    const answer = await collectAnswer(ctx, plan, { source: "check", operation: null }, { signal, maxResponseBytes });
    return { status: answer.status, headers: answer.headers, text: answer.body.toString("utf8") };
  };
}
