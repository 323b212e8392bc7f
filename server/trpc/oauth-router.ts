import { cancelOAuthFlow } from "@/server/oauth/cancel-oauth-flow";
import { deleteOAuthApp } from "@/server/oauth/delete-oauth-app";
import { diagnoseCallback } from "@/server/oauth/diagnose-callback";
import { getOAuthFlow } from "@/server/oauth/get-oauth-flow";
import { listOAuthApps } from "@/server/oauth/list-oauth-apps";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import { deleteOAuthAppInput, diagnoseCallbackInput, oauthFlowInput, saveOAuthAppInput, startOAuthFlowInput, testOAuthAppInput } from "@/server/oauth/schema";
import { startOAuthFlow } from "@/server/oauth/start-oauth-flow";
import { testOAuthApp } from "@/server/oauth/test-oauth-app";
import { router, workspaceProcedure } from "./init";

/** Sign-ins at vendors, and the registrations that they need. */
export const oauthRouter = router({
  startFlow: workspaceProcedure.input(startOAuthFlowInput).mutation(({ ctx, input }) => startOAuthFlow(ctx.workspace, input)),
  flow: workspaceProcedure.input(oauthFlowInput).query(({ ctx, input }) => getOAuthFlow(ctx.workspace, input)),
  cancelFlow: workspaceProcedure.input(oauthFlowInput).mutation(({ ctx, input }) => cancelOAuthFlow(ctx.workspace, input)),
  listApps: workspaceProcedure.query(({ ctx }) => listOAuthApps(ctx.workspace)),
  saveApp: workspaceProcedure.input(saveOAuthAppInput).mutation(({ ctx, input }) => saveOAuthApp(ctx.workspace, input)),
  testApp: workspaceProcedure.input(testOAuthAppInput).mutation(({ ctx, input }) => testOAuthApp(ctx.workspace, input)),
  // A query although it looks around: one from an address that is not PUBLIC_URL's is what it is there to explain.
  diagnoseCallback: workspaceProcedure.input(diagnoseCallbackInput).query(({ ctx, input }) => diagnoseCallback(ctx.workspace, input)),
  deleteApp: workspaceProcedure.input(deleteOAuthAppInput).mutation(({ ctx, input }) => deleteOAuthApp(ctx.workspace, input)),
});
