import { connectorFor } from "@/server/custom-connectors/connector-for";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { callView, type CallView } from "./call-view";
import { findCall, type StoredDetail } from "./find-call";
import { planReplay } from "./replay-request";

export type CallDetailView = Omit<StoredDetail, "workspaceId" | "callId">;

export type CallWithDetail = CallView & {
  /** What it said, scrubbed of secrets; null when nothing was kept, or the actor may not read it. */
  detail: CallDetailView | null;
  /** Something is kept that the actor may not read: who cannot call a vendor does not read what it answered either. */
  isDetailHidden: boolean;
  /** Whether the actor could send it again, and why not. */
  replay: { isWrite: boolean; refusal: string | null };
};

/** One call, with what is kept of it. */
export async function getCall(ctx: WorkspaceContext, input: { callId: string }): Promise<CallWithDetail> {
  requirePermission(ctx, "connections:read");
  const found = await findCall(ctx, input.callId);
  const mayRead = ctx.permissions.has("calls:run");
  const plan = planReplay(found);
  return {
    ...callView(found, await connectorFor(ctx.runtime, ctx.workspace.id, found.row.connector)),
    detail: mayRead && found.detail ? detailView(found.detail) : null,
    isDetailHidden: !mayRead && found.detail !== null,
    replay: "refusal" in plan ? { isWrite: false, refusal: plan.refusal } : { isWrite: plan.isWrite, refusal: mayRead ? null : "Your role reads the history and sends no calls." },
  };
}

function detailView({ workspaceId: _workspaceId, callId: _callId, ...said }: StoredDetail): CallDetailView {
  return said;
}
