import { getAuth } from "@/server/identity/auth";
import { hasUsers } from "@/server/identity/has-users";
import { acceptInvitation } from "@/server/workspaces/accept-invitation";
import { completeSetup } from "@/server/workspaces/complete-setup";
import { createApiKey } from "@/server/workspaces/create-api-key";
import { createInvitation } from "@/server/workspaces/create-invitation";
import { createWorkspace } from "@/server/workspaces/create-workspace";
import { getCallHistory } from "@/server/workspaces/get-call-history";
import { getInvitationByToken } from "@/server/workspaces/get-invitation-by-token";
import { getMe } from "@/server/workspaces/get-me";
import { listApiKeys } from "@/server/workspaces/list-api-keys";
import { listInvitations } from "@/server/workspaces/list-invitations";
import { listMembers } from "@/server/workspaces/list-members";
import { listWorkspaces } from "@/server/workspaces/list-workspaces";
import { registerByInvitation } from "@/server/workspaces/register-by-invitation";
import { removeMember } from "@/server/workspaces/remove-member";
import { revokeApiKey } from "@/server/workspaces/revoke-api-key";
import { revokeInvitation } from "@/server/workspaces/revoke-invitation";
import * as schema from "@/server/workspaces/schema";
import { isSetupToken } from "@/server/workspaces/setup-link";
import { switchWorkspace } from "@/server/workspaces/switch-workspace";
import { updateCallHistory } from "@/server/workspaces/update-call-history";
import { updateMemberRole } from "@/server/workspaces/update-member-role";
import { updateWorkspace } from "@/server/workspaces/update-workspace";
import { setCookies } from "./account-router";
import type { TrpcContext } from "./context";
import { publicProcedure, router, sessionProcedure, workspaceProcedure } from "./init";

/** Workspaces, who is in them, and the ways in: setup, invitations, API keys. */
export const workspacesRouter = router({
  instance: publicProcedure.query(async ({ ctx: { runtime } }) => ({ needsSetup: !(await hasUsers(runtime.database.db)), isSandbox: runtime.env.isSandbox })),
  /** Whether a setup link is the right one, to say so before a form is filled in. */
  setupLink: publicProcedure.input(schema.setupLinkInput).query(({ ctx, input }) => ({ isValid: isSetupToken(ctx.runtime, input.token) })),
  completeSetup: publicProcedure.input(schema.completeSetupInput).mutation(async ({ ctx, input }) => {
    const { userId, workspace } = await completeSetup(ctx.runtime, input);
    await startSession(ctx, userId);
    return workspace;
  }),

  me: sessionProcedure.query(({ ctx }) => getMe(ctx.session, ctx.headers.get("x-workspace"))),
  list: sessionProcedure.query(({ ctx }) => listWorkspaces(ctx.session)),
  create: sessionProcedure.input(schema.createWorkspaceInput).mutation(({ ctx, input }) => createWorkspace(ctx.session, input)),
  switch: sessionProcedure.input(schema.switchWorkspaceInput).mutation(({ ctx, input }) => switchWorkspace(ctx.session, input)),
  update: workspaceProcedure.input(schema.updateWorkspaceInput).mutation(({ ctx, input }) => updateWorkspace(ctx.workspace, input)),
  callHistory: workspaceProcedure.query(({ ctx }) => getCallHistory(ctx.workspace)),
  updateCallHistory: workspaceProcedure.input(schema.callHistoryInput).mutation(({ ctx, input }) => updateCallHistory(ctx.workspace, input)),

  members: workspaceProcedure.query(({ ctx }) => listMembers(ctx.workspace)),
  updateMemberRole: workspaceProcedure.input(schema.updateMemberRoleInput).mutation(({ ctx, input }) => updateMemberRole(ctx.workspace, input)),
  removeMember: workspaceProcedure.input(schema.removeMemberInput).mutation(({ ctx, input }) => removeMember(ctx.workspace, input)),

  invitations: workspaceProcedure.query(({ ctx }) => listInvitations(ctx.workspace)),
  createInvitation: workspaceProcedure.input(schema.createInvitationInput).mutation(({ ctx, input }) => createInvitation(ctx.workspace, input)),
  revokeInvitation: workspaceProcedure.input(schema.revokeInvitationInput).mutation(({ ctx, input }) => revokeInvitation(ctx.workspace, input)),
  invitation: publicProcedure.input(schema.getInvitationInput).query(({ ctx, input }) => getInvitationByToken(ctx.runtime, input)),
  acceptInvitation: sessionProcedure.input(schema.acceptInvitationInput).mutation(({ ctx, input }) => acceptInvitation(ctx.session, input)),
  registerByInvitation: publicProcedure.input(schema.registerByInvitationInput).mutation(async ({ ctx, input }) => {
    const { userId, workspace } = await registerByInvitation(ctx.runtime, input);
    await startSession(ctx, userId);
    return workspace;
  }),

  apiKeys: workspaceProcedure.query(({ ctx }) => listApiKeys(ctx.workspace)),
  createApiKey: workspaceProcedure.input(schema.createApiKeyInput).mutation(({ ctx, input }) => createApiKey(ctx.workspace, input)),
  revokeApiKey: workspaceProcedure.input(schema.revokeApiKeyInput).mutation(({ ctx, input }) => revokeApiKey(ctx.workspace, input)),
});

/** Signs in who just made their account. */
async function startSession(ctx: TrpcContext, userId: string): Promise<void> {
  setCookies(ctx, await (await getAuth(ctx.runtime)).startSession(userId, ctx.headers));
}
