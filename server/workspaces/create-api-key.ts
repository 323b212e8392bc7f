import type { z } from "zod";
import { AppError } from "@/server/lib/errors";
import { randomToken } from "@/server/lib/ids";
import { Secret } from "@/server/lib/secret";
import { requirePermission, type WorkspaceContext } from "./context";
import { insertApiKey } from "./insert-api-key";
import type { createApiKeyInput } from "./schema";

export type CreatedApiKey = {
  id: string;
  prefix: string;
  /** Shown once: only its hash is kept. */
  key: string;
};

/** Makes an API key of the workspace. Nobody can give a scope that they lack themselves. */
export async function createApiKey(ctx: WorkspaceContext, input: z.output<typeof createApiKeyInput>): Promise<CreatedApiKey> {
  requirePermission(ctx, "admin");
  for (const scope of input.scopes) requirePermission(ctx, scope);
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
    throw new AppError("INVALID_REQUEST", "The key would be expired at once. Choose a later day.", { details: { fields: { expiresAt: "Choose a later day." } } });
  }
  const key = `pb_${randomToken()}`;
  const scopes = [...new Set(input.scopes)];
  const created = await ctx.db.transaction((tx) =>
    insertApiKey(tx, { key: new Secret(key), workspaceId: ctx.workspace.id, name: input.name, scopes, expiresAt, callsPerMinute: input.callsPerMinute ?? null, actor: ctx.actor }),
  );
  return { ...created, key };
}
