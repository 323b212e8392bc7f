import { cancelOAuthFlow } from "@/server/oauth/cancel-oauth-flow";
import { deleteOAuthApp } from "@/server/oauth/delete-oauth-app";
import { getOAuthFlow } from "@/server/oauth/get-oauth-flow";
import { listOAuthApps } from "@/server/oauth/list-oauth-apps";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import { deleteOAuthAppInput, oauthFlowInput, saveOAuthAppInput, startOAuthFlowInput } from "@/server/oauth/schema";
import { startOAuthFlow } from "@/server/oauth/start-oauth-flow";
import { router, workspaceProcedure } from "./init";

/** Sign-ins at vendors, and the registrations that they need. */
export const oauthRouter = router({
  startFlow: workspaceProcedure.input(startOAuthFlowInput).mutation(({ ctx, input }) => startOAuthFlow(ctx.workspace, input)),
  flow: workspaceProcedure.input(oauthFlowInput).query(({ ctx, input }) => getOAuthFlow(ctx.workspace, input)),
  cancelFlow: workspaceProcedure.input(oauthFlowInput).mutation(({ ctx, input }) => cancelOAuthFlow(ctx.workspace, input)),
  listApps: workspaceProcedure.query(({ ctx }) => listOAuthApps(ctx.workspace)),
  saveApp: workspaceProcedure.input(saveOAuthAppInput).mutation(({ ctx, input }) => saveOAuthApp(ctx.workspace, input)),
  deleteApp: workspaceProcedure.input(deleteOAuthAppInput).mutation(({ ctx, input }) => deleteOAuthApp(ctx.workspace, input)),
});
