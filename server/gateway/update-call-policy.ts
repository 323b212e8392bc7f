import type { z } from "zod";
import { changeConnection } from "@/server/connections/change-connection";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { overridesOf } from "./call-policy";
import { type CallState, getCallState } from "./get-call-state";
import type { updateCallPolicyInput } from "./schema";

/** Replaces what is different for the calls of one connection; what is left out goes by the connector's defaults. */
export async function updateCallPolicy(ctx: WorkspaceContext, input: z.output<typeof updateCallPolicyInput>): Promise<CallState> {
  requirePermission(ctx, "connections:write");
  const { connectionId, policy } = input;
  await changeConnection(ctx, connectionId, (row) => {
    const before: Record<string, unknown> = overridesOf(row);
    const after: Record<string, unknown> = policy;
    const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
    if (changes.length === 0) return null;
    return { columns: { policy }, events: [{ kind: "settings_changed", message: "How calls are sent was changed." }], action: "connection.update_call_policy", data: { changes } };
  });
  return getCallState(ctx, { connectionId });
}
