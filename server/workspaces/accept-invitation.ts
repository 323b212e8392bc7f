import type { z } from "zod";
import type { SessionContext } from "./context";
import type { acceptInvitationInput } from "./schema";
import { type JoinedWorkspace, takeInvitation } from "./take-invitation";

/** Lets the signed-in person join the workspace that an invitation link is for. */
export async function acceptInvitation(ctx: SessionContext, input: z.output<typeof acceptInvitationInput>): Promise<JoinedWorkspace> {
  const actor = { kind: "user", id: ctx.user.id, sessionId: ctx.sessionId } as const;
  return ctx.db.transaction((tx) => takeInvitation(tx, { token: input.token, userId: ctx.user.id, actor }));
}
