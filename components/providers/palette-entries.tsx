import type { PaletteItem } from "@/components/layout/palette-item";
import { LogoTile } from "@/components/ui/logo-tile";
import type { ConnectionView } from "@/server/connections/schema";
import type { ConnectorSummary } from "@/server/catalog/schema";

/** What the palette finds beside the pages: the workspace's connections and every connector. */
export function findPaletteEntries(connectors: readonly ConnectorSummary[], connections: readonly ConnectionView[]): PaletteItem[] {
  return [
    ...connections.map((connection) => ({
      id: `connection:${connection.id}`,
      group: "Connections",
      label: connection.name,
      detail: connection.connectorName,
      href: `/connections/${connection.id}`,
      icon: <LogoTile logo={connection.logo} size={24} />,
    })),
    ...connectors.map((connector) => ({
      id: `connector:${connector.id}`,
      group: "Connectors",
      label: connector.name,
      detail: connector.categoryLabel,
      keywords: connector.synonyms,
      href: `/connectors/${connector.id}`,
      icon: <LogoTile logo={connector.logo} size={24} />,
    })),
  ];
}
