import { apiBase } from "@/server/catalog/endpoints";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { findConnection } from "@/server/connections/find-connection";
import { callRecorder } from "@/server/gateway/record-call";
import { runCall } from "@/server/gateway/run-call";
import { AppError } from "@/server/lib/errors";
import { randomToken } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findCall } from "./find-call";
import { planReplay } from "./replay-request";

/**
 * Sends a call of the history again, as the actor, and answers the id of the new one. A write carries a fresh
 * idempotency key: it is meant to happen again, once. Throws `CONFLICT` when the request was not kept whole, and what
 * `runCall` throws.
 */
export async function replayCall(ctx: WorkspaceContext, input: { callId: string }): Promise<{ callId: string; status: number }> {
  requirePermission(ctx, "calls:run");
  const found = await findCall(ctx, input.callId);
  const plan = planReplay(found);
  if ("refusal" in plan) throw new AppError("CONFLICT", `This call cannot be sent again. ${plan.refusal}`);
  const row = await findConnection(ctx, ctx.db, found.row.connectionId);
  const { host, ...request } = plan.request;
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, row.connector);
  const usual = new URL(apiBase(connector, ctx.runtime.env.connectorEndpoints[row.connector], row.inputs, row.authKind).origin).host;
  const operation = found.row.operation;
  const answer = await runCall(
    ctx,
    row.id,
    { ...request, ...(host === usual ? {} : { host }) },
    { source: "replay", ...(operation === null ? {} : { operation }), ...(plan.isWrite ? { idempotencyKey: `replay-${randomToken(16)}` } : {}) },
  );
  // Whoever pressed the button is shown the new call at once.
  await callRecorder(ctx.runtime).flush();
  return { callId: answer.callId, status: answer.status };
}
