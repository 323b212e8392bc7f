import { categoryLabel } from "./category.schema";
import type { Connector } from "./connector";
import type { ConnectorSummary } from "./schema";

/** What this installation and the reader's workspace know about a connector. */
export type SummaryContext = {
  /** True when the demo runs and CONNECTOR_ENDPOINTS sends this connector to an emulator. */
  isSandbox: boolean;
  /** Connections of the workspace that the reader may see. */
  connectionCount: number;
  /** An OAuth app is registered, in the settings or by environment variables. */
  hasOAuthApp: boolean;
};

/** The JSON of a marketplace card. */
export function connectorSummary(connector: Connector, { isSandbox, connectionCount, hasOAuthApp }: SummaryContext): ConnectorSummary {
  const { slug, name, category, description, synonyms, popularity } = connector;
  return {
    id: slug,
    name,
    category,
    categoryLabel: categoryLabel(category),
    description,
    synonyms: [...synonyms],
    popularity,
    authKinds: connector.auth.map((option) => option.kind),
    logo: connectorLogo(connector),
    keyShapes: [...(connector.keyShapes ?? [])],
    hasMcp: connector.mcp !== undefined,
    oauthApp: connector.auth.some(({ kind }) => kind === "oauth2") ? (hasOAuthApp ? "ready" : "missing") : null,
    isCustom: connector.custom !== undefined,
    isSandbox,
    connected: connectionCount > 0,
    connectionCount,
  };
}

/** Addresses of the logo on light and on dark ground. */
export function connectorLogo({ slug, hasDarkLogo, custom }: Connector): ConnectorSummary["logo"] {
  if (custom) return { ...custom.logo };
  const light = `/connectors/${slug}.svg`;
  return { light, dark: hasDarkLogo ? `/connectors/${slug}-dark.svg` : light };
}
