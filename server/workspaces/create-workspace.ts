import type { z } from "zod";
import type { SessionContext, WorkspaceContext } from "./context";
import { insertWorkspace } from "./insert-workspace";
import type { createWorkspaceInput } from "./schema";

/** Makes a workspace that the signed-in person owns, and in which they act from now on. Anyone with an account may. */
export async function createWorkspace(ctx: SessionContext, input: z.output<typeof createWorkspaceInput>): Promise<WorkspaceContext["workspace"]> {
  const { user, sessionId, runtime } = ctx;
  return ctx.db.transaction((tx) =>
    insertWorkspace(tx, { ...input, ownerId: user.id, isSandbox: runtime.env.isSandbox, actor: { kind: "user", id: user.id, sessionId } }),
  );
}
