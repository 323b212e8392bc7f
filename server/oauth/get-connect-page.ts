import { eq } from "drizzle-orm";
import { oauthFlow } from "@/db/schema/connections";
import { workspace } from "@/db/schema/workspaces";
import type { Connector, Scope } from "@/server/catalog/connector";
import { connectorLogo } from "@/server/catalog/connector-summary";
import { connectorFor } from "@/server/custom-connectors/connector-for";
import { hashToken } from "@/server/identity/hash-token";
import type { Runtime } from "@/server/runtime/runtime";
import type { FlowRow } from "./flow-actor";
import { flowState } from "./get-oauth-flow";
import { oauthOption } from "./oauth-option";

/** What the hosted page tells a visitor before they agree to go to the vendor. */
export type ConnectPage = {
  connector: { slug: string; name: string; logo: { light: string; dark: string } };
  /** The account lies at an emulator of this demo, not at the vendor. */
  isSandbox: boolean;
  workspaceName: string;
  isReconnect: boolean;
  scopes: Pick<Scope, "value" | "meaning" | "isSensitive">[];
  /** Why there is nothing to press any more; null while there is. */
  ended: string | null;
};

export type HostedFlow = { flow: FlowRow; connector: Connector; workspace: { name: string; isSandbox: boolean } };

/** The page behind a link that an API key made, or null when there is no such link. */
export async function getConnectPage(runtime: Runtime, state: string): Promise<ConnectPage | null> {
  const hosted = await findHostedFlow(runtime, state);
  if (!hosted) return null;
  const { flow, connector } = hosted;
  const isSandbox = hosted.workspace.isSandbox && connector.slug in runtime.env.connectorEndpoints;
  return {
    connector: { slug: connector.slug, name: connector.name, logo: connectorLogo(connector) },
    isSandbox,
    workspaceName: hosted.workspace.name,
    isReconnect: flow.connectionId !== null,
    scopes: (oauthOption(connector)?.scopes ?? []).filter(({ value }) => flow.scopes.includes(value)).map(({ value, meaning, isSensitive }) => ({ value, meaning, isSensitive })),
    ended: explainEnd(flow, connector),
  };
}

/** The link holds the flow's `state`: who has it may open the page, and nothing more. */
export async function findHostedFlow(runtime: Runtime, state: string): Promise<HostedFlow | null> {
  if (state.length > 200) return null;
  const [found] = await runtime.database.db
    .select({ flow: oauthFlow, workspace: { name: workspace.name, isSandbox: workspace.isSandbox } })
    .from(oauthFlow)
    .innerJoin(workspace, eq(workspace.id, oauthFlow.workspaceId))
    .where(eq(oauthFlow.stateHash, hashToken(state)))
    .limit(1);
  const connector = found && (await connectorFor(runtime, found.flow.workspaceId, found.flow.connector));
  return found?.flow.actorKind === "api_key" && connector ? { ...found, connector } : null;
}

/** Why a hosted flow cannot go on, or null when it can. */
export function explainEnd(flow: FlowRow, connector: Connector): string | null {
  switch (flowState(flow, new Date()).status) {
    case "pending":
      return null;
    case "connected":
      return `${connector.name} is connected. You can close this window.`;
    case "exchanging":
      return "This link is being used right now.";
    case "failed":
      return "This link was used or is older than ten minutes. Ask for a new one where you got it.";
  }
}
