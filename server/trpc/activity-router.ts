import { getCall } from "@/server/activity/get-call";
import { listCalls } from "@/server/activity/list-calls";
import { replayCall } from "@/server/activity/replay-call";
import { callIdInput, listCallsInput } from "@/server/activity/schema";
import { router, workspaceProcedure } from "./init";

/** The calls that went through the workspace's connections. */
export const activityRouter = router({
  list: workspaceProcedure.input(listCallsInput).query(({ ctx, input }) => listCalls(ctx.workspace, input)),
  get: workspaceProcedure.input(callIdInput).query(({ ctx, input }) => getCall(ctx.workspace, input)),
  replay: workspaceProcedure.input(callIdInput).mutation(({ ctx, input }) => replayCall(ctx.workspace, input)),
});
