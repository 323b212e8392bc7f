import { eq } from "drizzle-orm";
import type { z } from "zod";
import { workspace } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { requirePermission, type WorkspaceContext } from "./context";
import { forgetKeys } from "./key-state";
import type { updateWorkspaceInput } from "./schema";

/** Renames the workspace, and limits its calls. Its slug stays, because addresses that others saved contain it. */
export async function updateWorkspace(ctx: WorkspaceContext, input: z.output<typeof updateWorkspaceInput>): Promise<void> {
  requirePermission(ctx, "owner");
  const { id, name } = ctx.workspace;
  await ctx.db.transaction(async (tx) => {
    await tx.update(workspace).set({ name: input.name, callsPerMinute: input.callsPerMinute }).where(eq(workspace.id, id));
    await recordAudit(tx, { workspaceId: id, actor: ctx.actor, action: "workspace.update", target: id, data: { from: name, to: input.name, ...(input.callsPerMinute === undefined ? {} : { callsPerMinute: input.callsPerMinute }) } });
  });
  forgetKeys(ctx.runtime);
}
