import { and, eq, isNull, sql } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";
import { isAdmin, type WorkspaceContext } from "@/server/workspaces/context";
import { isInstanceOwner } from "@/server/workspaces/instance-owner";
import type { OAuthApp } from "./find-oauth-app";
import { openTokenHost } from "./token-inputs";

/**
 * Where the person who connects names the host of the token endpoint, an OAuth app's secret goes to the connector's own
 * host, and to another one only when somebody who answers for the app leads it there: an admin for the workspace's app,
 * the instance's owner for one that serves all. Where such a connection exists, everybody may follow. Throws `FORBIDDEN`.
 */
export async function requireTrustedHost(ctx: WorkspaceContext, { connector, option, app, inputs }: { connector: Connector; option: Pick<OAuth2, "tokenUrl">; app: OAuthApp; inputs: Readonly<Record<string, string>> }): Promise<void> {
  const field = openTokenHost(connector, option, ctx.runtime.env.connectorEndpoints[connector.slug]);
  if (!field) return;
  const host = inputs[field.key] ?? "";
  if (host === field.default) return;
  const mayLead = app.source === "workspace" ? isAdmin(ctx) : await isInstanceOwner(ctx);
  if (mayLead || (await isInUse(ctx, connector.slug, app, [field.key, host]))) return;
  const who = app.source === "workspace" ? "An admin of this workspace" : "The instance's owner";
  throw new AppError("FORBIDDEN", `The OAuth app for ${connector.name} has not been used at ${host} yet, and its secret is not sent to just any host. ${who} has to connect there first.`, { details: { provider: connector.slug, fields: { [field.key]: "Not a host that this OAuth app was used at." } } });
}

async function isInUse(ctx: WorkspaceContext, slug: string, app: OAuthApp, [key, host]: [string, string]): Promise<boolean> {
  const ofApp = app.id === null ? isNull(connection.oauthAppId) : eq(connection.oauthAppId, app.id);
  const [found] = await ctx.db
    .select({ id: connection.id })
    .from(connection)
    .where(and(eq(connection.connector, slug), eq(connection.authKind, "oauth2"), ofApp, sql`${connection.inputs} ->> ${key} = ${host}`, ...(app.source === "workspace" ? [eq(connection.workspaceId, ctx.workspace.id)] : [])))
    .limit(1);
  return found !== undefined;
}
