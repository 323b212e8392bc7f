import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { LogoTile } from "@/components/ui/logo-tile";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { ConnectionBadges } from "./connection-badges";
import { ConnectionMenu } from "./connection-menu";
import { ConnectionStateWord } from "./connection-state-word";
import { ConnectionSwitch } from "./connection-switch";
import type { Reader } from "./reader";
import { useConnectionActions } from "./use-connection-actions";

type ConnectionHeaderProps = { connection: ConnectionView; connector: ConnectorView; reader: Reader };

/** Which connection this is, how it is doing, and what can be done with it. */
export function ConnectionHeader({ connection, connector, reader }: ConnectionHeaderProps) {
  const actions = useConnectionActions(connection);
  const { name, account, attention } = connection;
  return (
    <PageHeader
      actions={
        <>
          {reader.canWrite && attention?.action !== "retry" ? (
            <Button isLoading={actions.isTesting} onClick={actions.test}>
              Test now
            </Button>
          ) : null}
          <ConnectionMenu connection={connection} isOnItsPage reader={reader} />
          <span className="ml-1 flex items-center">
            <ConnectionSwitch connection={connection} goesTo="/connections" reader={reader} />
          </span>
        </>
      }
      badge={
        <>
          <ConnectionStateWord connection={connection} />
          <ConnectionBadges connection={connection} />
        </>
      }
      breadcrumbs={<Breadcrumbs current={name} parents={[{ label: "Connections", href: "/connections" }]} />}
      className="mb-4"
      description={
        <>
          <TextLink href={`/connectors/${connector.id}`}>{connector.name}</TextLink>
          {account.label && account.label !== name ? ` · ${account.label}` : null}
        </>
      }
      media={<LogoTile logo={connector.logo} />}
      title={name}
    />
  );
}
