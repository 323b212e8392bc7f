import { and, eq } from "drizzle-orm";
import { oauthFlow } from "@/db/schema/connections";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findOwnFlow, getOAuthFlow, type OAuthFlowView } from "./get-oauth-flow";

/** Ends an attempt that nobody waits for any more, so that a late callback stores nothing. One that is past that point stays. */
export async function cancelOAuthFlow(ctx: WorkspaceContext, input: { flowId: string }): Promise<OAuthFlowView> {
  requirePermission(ctx, "connections:write");
  const row = await findOwnFlow(ctx, input.flowId);
  await ctx.db
    .update(oauthFlow)
    .set({ status: "failed", failure: "This sign-in was cancelled. Start again when you are ready." })
    .where(and(eq(oauthFlow.id, row.id), eq(oauthFlow.status, "pending")));
  return getOAuthFlow(ctx, input);
}
