import { count, eq, isNull, or } from "drizzle-orm";
import { connection, oauthApp } from "@/db/schema/connections";
import type { Connector } from "@/server/catalog/connector";
import type { ViewContext } from "@/server/catalog/connector-view";
import { oauthOption } from "@/server/oauth/oauth-option";
import { readOAuthVariables } from "@/server/oauth/oauth-variables";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { visibleTo } from "./find-connection";
import { isSandboxed } from "./is-sandboxed";

/** What the catalog has to know of this installation and workspace to show a connector, in two queries for all of them. */
export async function connectorContext(ctx: WorkspaceContext): Promise<(connector: Connector) => ViewContext> {
  const { runtime, db, workspace } = ctx;
  const [counts, apps] = await Promise.all([
    db.select({ slug: connection.connector, count: count() }).from(connection).where(visibleTo(ctx)).groupBy(connection.connector),
    db
      .select({ slug: oauthApp.connector })
      .from(oauthApp)
      .where(or(eq(oauthApp.workspaceId, workspace.id), isNull(oauthApp.workspaceId))),
  ]);
  const countOf = new Map(counts.map((row) => [row.slug, row.count]));
  const hasApp = new Set(apps.map((row) => row.slug));
  return (connector) => {
    const option = oauthOption(connector);
    return {
      publicUrl: runtime.env.publicUrl,
      connectionCount: countOf.get(connector.slug) ?? 0,
      hasOAuthApp: hasApp.has(connector.slug) || (option !== undefined && readOAuthVariables(runtime.env, connector.slug, option) !== null),
      isSandbox: isSandboxed(runtime, connector.slug),
    };
  };
}
