import { getCallState } from "@/server/gateway/get-call-state";
import { callPolicyStateInput, updateCallPolicyInput } from "@/server/gateway/schema";
import { updateCallPolicy } from "@/server/gateway/update-call-policy";
import { router, workspaceProcedure } from "./init";

/** How calls are sent, connection by connection. */
export const gatewayRouter = router({
  callState: workspaceProcedure.input(callPolicyStateInput).query(({ ctx, input }) => getCallState(ctx.workspace, input)),
  updateCallPolicy: workspaceProcedure.input(updateCallPolicyInput).mutation(({ ctx, input }) => updateCallPolicy(ctx.workspace, input)),
});
