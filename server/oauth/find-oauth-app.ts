import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { oauthApp } from "@/db/schema/connections";
import type { OAuth2 } from "@/server/catalog/connector";
import { isCustomSlug } from "@/server/custom-connectors/custom-slug";
import type { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { readOAuthVariables } from "./oauth-variables";
import { boundToApp } from "./write-oauth-app";

/** Patchbay's registration at a vendor. `id` is null when the environment holds it. */
export type OAuthApp = { id: string | null; source: "workspace" | "instance" | "env"; clientId: string; clientSecret: Secret };

type AppOwner = { workspaceId: string; slug: string; option: Pick<OAuth2, "family"> };

/** The registration that new connections of a workspace are made with: its own, else the instance's, else the environment's. */
export async function findOAuthApp(runtime: Runtime, { workspaceId, slug, option }: AppOwner): Promise<OAuthApp | null> {
  const [row] = await runtime.database.db
    .select()
    .from(oauthApp)
    // Whose token address it is differs by workspace, so the instance has none for a custom connector.
    .where(and(eq(oauthApp.connector, slug), isCustomSlug(slug) ? eq(oauthApp.workspaceId, workspaceId) : or(eq(oauthApp.workspaceId, workspaceId), isNull(oauthApp.workspaceId))))
    .orderBy(desc(sql`${oauthApp.workspaceId} is not null`))
    .limit(1);
  return row ? openApp(runtime, row) : fromEnvironment(runtime, slug, option);
}

/**
 * The registration that a connection was made with, because a vendor honours its tokens for no other. Null when it
 * was removed since: then only reconnecting helps.
 */
export async function findOAuthAppById(runtime: Runtime, owner: AppOwner & { id: string | null }): Promise<OAuthApp | null> {
  if (owner.id === null) return fromEnvironment(runtime, owner.slug, owner.option);
  const [row] = await runtime.database.db
    .select()
    .from(oauthApp)
    .where(and(eq(oauthApp.id, owner.id), or(eq(oauthApp.workspaceId, owner.workspaceId), isNull(oauthApp.workspaceId))))
    .limit(1);
  return row ? openApp(runtime, row) : null;
}

function openApp(runtime: Runtime, row: typeof oauthApp.$inferSelect): OAuthApp {
  return {
    id: row.id,
    source: row.workspaceId === null ? "instance" : "workspace",
    clientId: row.clientId,
    clientSecret: runtime.vault.open(row.clientSecretSealed, boundToApp(row.workspaceId, row.id)),
  };
}

function fromEnvironment(runtime: Runtime, slug: string, option: Pick<OAuth2, "family">): OAuthApp | null {
  const found = readOAuthVariables(runtime.env, slug, option);
  return found && { id: null, source: "env", ...found };
}
