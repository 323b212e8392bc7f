import { and, count, eq, isNull, or } from "drizzle-orm";
import { connection, oauthApp } from "@/db/schema/connections";
import { callbackUrl } from "@/server/catalog/callback-url";
import type { Connector, GuideStep, OAuth2 } from "@/server/catalog/connector";
import { listAllConnectors } from "@/server/custom-connectors/list-custom-connectors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { maskClientId } from "./mask-client-id";
import { oauthOption } from "./oauth-option";
import { oauthVariables, type OAuthVariables, readOAuthVariables } from "./oauth-variables";

export type OAuthAppView = {
  connector: string;
  connectorName: string;
  /** Which registration new connections are made with. */
  source: "workspace" | "instance" | "env" | "none";
  clientIdMasked: string | null;
  /** To be registered at the vendor, exactly as it stands. */
  callbackUrl: string;
  guide: GuideStep[];
  /** The variables an operator can set instead, the more specific first. */
  variables: OAuthVariables[];
  /** Connections of this workspace that were made with it. */
  connections: number;
  updatedAt: string | null;
};

/** Every connector with OAuth, and whether it has a registration to work with. Secrets stay where they are. */
export async function listOAuthApps(ctx: WorkspaceContext): Promise<OAuthAppView[]> {
  requirePermission(ctx, "admin");
  const [rows, counts, connectors] = await Promise.all([readApps(ctx), countConnections(ctx), listAllConnectors(ctx)]);
  const countOf = (slug: string, appId: string | null) => counts.find((entry) => entry.connector === slug && entry.oauthAppId === appId)?.count ?? 0;
  return connectors.flatMap((connector) => {
    const option = oauthOption(connector);
    if (!option) return [];
    const mine = rows.filter((row) => row.connector === connector.slug);
    const row = mine.find(({ workspaceId }) => workspaceId !== null) ?? mine[0];
    return [{ ...describe(ctx, connector, option, row), connections: countOf(connector.slug, row?.id ?? null) }];
  });
}

type AppRow = Awaited<ReturnType<typeof readApps>>[number];

function describe(ctx: WorkspaceContext, connector: Connector, option: OAuth2, row: AppRow | undefined): Omit<OAuthAppView, "connections"> {
  const { env } = ctx.runtime;
  const address = callbackUrl(env.publicUrl, connector.slug);
  const fill = (text: string) => text.replaceAll("{callbackUrl}", address).replaceAll("{publicUrl}", env.publicUrl);
  const fromEnv = row ? null : readOAuthVariables(env, connector.slug, option);
  const clientId = row?.clientId ?? fromEnv?.clientId;
  return {
    connector: connector.slug,
    connectorName: connector.name,
    source: row ? (row.workspaceId === null ? "instance" : "workspace") : fromEnv ? "env" : "none",
    clientIdMasked: clientId === undefined ? null : maskClientId(clientId),
    callbackUrl: address,
    guide: option.guide.map((step) => ({ ...step, text: fill(step.text), ...(step.copy === undefined ? {} : { copy: fill(step.copy) }) })),
    variables: oauthVariables(connector.slug, option),
    updatedAt: row?.updatedAt.toISOString() ?? null,
  };
}

function readApps(ctx: WorkspaceContext) {
  return ctx.db
    .select({ id: oauthApp.id, workspaceId: oauthApp.workspaceId, connector: oauthApp.connector, clientId: oauthApp.clientId, updatedAt: oauthApp.updatedAt })
    .from(oauthApp)
    .where(or(eq(oauthApp.workspaceId, ctx.workspace.id), isNull(oauthApp.workspaceId)));
}

function countConnections(ctx: WorkspaceContext) {
  return ctx.db
    .select({ connector: connection.connector, oauthAppId: connection.oauthAppId, count: count() })
    .from(connection)
    .where(and(eq(connection.workspaceId, ctx.workspace.id), eq(connection.authKind, "oauth2")))
    .groupBy(connection.connector, connection.oauthAppId);
}
