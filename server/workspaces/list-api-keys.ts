import { and, desc, eq, isNull } from "drizzle-orm";
import { user } from "@/db/schema/identity";
import { apiKey } from "@/db/schema/workspaces";
import { requirePermission, type WorkspaceContext } from "./context";

export type ApiKeySummary = {
  id: string;
  name: string;
  /** The first characters of the key. */
  prefix: string;
  scopes: string[];
  callsPerMinute: number | null;
  /** Null when no person made it. */
  creatorName: string | null;
  expiresAt: string | null;
  isExpired: boolean;
  lastUsedAt: string | null;
  createdAt: string;
};

/** The workspace's API keys that were not revoked, the newest first. Never the keys themselves. */
export async function listApiKeys(ctx: WorkspaceContext): Promise<ApiKeySummary[]> {
  requirePermission(ctx, "admin");
  const rows = await ctx.db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      prefix: apiKey.prefix,
      scopes: apiKey.scopes,
      callsPerMinute: apiKey.callsPerMinute,
      creatorName: user.name,
      expiresAt: apiKey.expiresAt,
      lastUsedAt: apiKey.lastUsedAt,
      createdAt: apiKey.createdAt,
    })
    .from(apiKey)
    .leftJoin(user, eq(user.id, apiKey.createdBy))
    .where(and(eq(apiKey.workspaceId, ctx.workspace.id), isNull(apiKey.revokedAt)))
    .orderBy(desc(apiKey.id));
  return rows.map((row) => ({
    ...row,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    isExpired: row.expiresAt !== null && row.expiresAt.getTime() <= Date.now(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}
