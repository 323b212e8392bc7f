import { and, count, eq, isNull, or } from "drizzle-orm";
import { connection, oauthApp } from "@/db/schema/connections";
import { callbackUrl } from "@/server/catalog/callback-url";
import type { Connector, Field, GuideStep, OAuth2 } from "@/server/catalog/connector";
import { listAllConnectors } from "@/server/custom-connectors/list-custom-connectors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { isInstanceOwner } from "@/server/workspaces/instance-owner";
import { maskClientId } from "./mask-client-id";
import { oauthOption } from "./oauth-option";
import { oauthVariables, type OAuthVariables, readOAuthVariables } from "./oauth-variables";
import { tokenInputs } from "./token-inputs";

/** One place that a registration is in. */
export type OAuthRegistration = { source: "workspace" | "instance" | "env"; clientIdMasked: string; /** Null for the environment's. */ updatedAt: string | null };

export type OAuthAppView = {
  connector: string;
  connectorName: string;
  /** Which registration new connections are made with. */
  source: OAuthRegistration["source"] | "none";
  clientIdMasked: string | null;
  /** All there are; the first is the one that counts. */
  registrations: OAuthRegistration[];
  /** To be registered at the vendor, exactly as it stands. */
  callbackUrl: string;
  guide: GuideStep[];
  /** The variables an operator can set instead, the more specific first. */
  variables: OAuthVariables[];
  /** What the vendor's token address is made of; a test has to be told. */
  testInputs: Field[];
  /** Connections of this workspace that were made with it. */
  connections: number;
  updatedAt: string | null;
};

export type OAuthAppList = {
  apps: OAuthAppView[];
  /** Whether the reader may set apps up for every workspace. */
  isInstanceOwner: boolean;
};

/** Every connector with OAuth, and whether it has a registration to work with. Secrets stay where they are. */
export async function listOAuthApps(ctx: WorkspaceContext): Promise<OAuthAppList> {
  requirePermission(ctx, "admin");
  const [rows, counts, isOwner, connectors] = await Promise.all([readApps(ctx), countConnections(ctx), isInstanceOwner(ctx), listAllConnectors(ctx)]);
  const countOf = (slug: string, appId: string | null) => counts.find((entry) => entry.connector === slug && entry.oauthAppId === appId)?.count ?? 0;
  const apps = connectors.flatMap((connector) => {
    const option = oauthOption(connector);
    if (!option) return [];
    const mine = rows.filter((row) => row.connector === connector.slug);
    const stored = [...mine.filter(({ workspaceId }) => workspaceId !== null), ...mine.filter(({ workspaceId }) => workspaceId === null)];
    return [{ ...describe(ctx, connector, option, stored), connections: countOf(connector.slug, stored[0]?.id ?? null) }];
  });
  return { apps, isInstanceOwner: isOwner };
}

type AppRow = Awaited<ReturnType<typeof readApps>>[number];

function describe(ctx: WorkspaceContext, connector: Connector, option: OAuth2, stored: readonly AppRow[]): Omit<OAuthAppView, "connections"> {
  const { env } = ctx.runtime;
  const address = callbackUrl(env.publicUrl, connector.slug);
  const fill = (text: string) => text.replaceAll("{callbackUrl}", address).replaceAll("{publicUrl}", env.publicUrl);
  const registrations = [...stored.map(describeRow), ...describeVariables(ctx, connector, option)];
  const [current] = registrations;
  return {
    connector: connector.slug,
    connectorName: connector.name,
    source: current?.source ?? "none",
    clientIdMasked: current?.clientIdMasked ?? null,
    registrations,
    callbackUrl: address,
    guide: option.guide.map((step) => ({ ...step, text: fill(step.text), ...(step.copy === undefined ? {} : { copy: fill(step.copy) }) })),
    variables: oauthVariables(connector.slug, option),
    testInputs: tokenInputs(connector, option, env.connectorEndpoints[connector.slug]),
    updatedAt: current?.updatedAt ?? null,
  };
}

function describeRow({ workspaceId, clientId, updatedAt }: AppRow): OAuthRegistration {
  return { source: workspaceId === null ? "instance" : "workspace", clientIdMasked: maskClientId(clientId), updatedAt: updatedAt.toISOString() };
}

function describeVariables(ctx: WorkspaceContext, connector: Connector, option: OAuth2): OAuthRegistration[] {
  const found = readOAuthVariables(ctx.runtime.env, connector.slug, option);
  return found ? [{ source: "env", clientIdMasked: maskClientId(found.clientId), updatedAt: null }] : [];
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
