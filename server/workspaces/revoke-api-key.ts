import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { apiKey } from "@/db/schema/workspaces";
import { recordAudit } from "@/server/audit/record-audit";
import { notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "./context";
import { forgetKeys } from "./key-state";
import type { revokeApiKeyInput } from "./schema";

/** Ends an API key: at once in this process, within ten seconds in the others. */
export async function revokeApiKey(ctx: WorkspaceContext, input: z.output<typeof revokeApiKeyInput>): Promise<void> {
  requirePermission(ctx, "admin");
  if (!isId("apiKey", input.apiKeyId)) throw notFound("API key");
  await ctx.db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(apiKey)
      .set({ revokedAt: new Date() })
      .where(and(eq(apiKey.id, input.apiKeyId), eq(apiKey.workspaceId, ctx.workspace.id), isNull(apiKey.revokedAt)))
      .returning({ id: apiKey.id, name: apiKey.name });
    if (!revoked) throw notFound("API key");
    await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "api_key.revoke", target: revoked.id, data: { name: revoked.name } });
  });
  forgetKeys(ctx.runtime);
}
