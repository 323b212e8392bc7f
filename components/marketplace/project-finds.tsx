import Link from "next/link";
import { ConnectButton } from "@/components/connect/connect-button";
import { List, ListRow } from "@/components/ui/list";
import { LogoTile } from "@/components/ui/logo-tile";
import { StatusDot } from "@/components/ui/status-dot";
import type { Detected } from "@/server/catalog/detect/detect.schema";
import type { ConnectorSummary } from "@/server/catalog/schema";

type ProjectFindsProps = { found: readonly Detected[]; connectors: readonly ConnectorSummary[]; canConnect: boolean };

const shownReasons = 3;

/** What the files of a project name, and why, with the way to connect it. */
export function ProjectFinds({ found, connectors, canConnect }: ProjectFindsProps) {
  const rows = found.flatMap(({ id, because }) => connectors.filter((connector) => connector.id === id).map((connector) => ({ connector, because })));
  if (rows.length === 0) return <p className="mt-3 text-sm">Nothing in it names a service of this catalog.</p>;
  return (
    <>
      <h3 className="mt-4 mb-2 text-sm">{rows.length === 1 ? "This thing your project uses can be connected" : `These ${rows.length} things your project uses can be connected`}</h3>
      <List aria-label="Found in your project" className="max-h-96 overflow-y-auto">
        {rows.map(({ connector: { id, name, logo, connected }, because }) => (
          <ListRow key={id}>
            <LogoTile logo={logo} size={32} />
            <div className="min-w-0 flex-1">
              <Link className="font-medium hover:underline" href={`/connectors/${id}`} prefetch={false}>
                {name}
              </Link>
              <p className="truncate font-mono text-muted text-xs">
                {because.slice(0, shownReasons).map((reason) => reason.name).join(", ")}
                {because.length > shownReasons ? ` and ${because.length - shownReasons} more` : ""}
              </p>
            </div>
            {connected ? (
              <StatusDot status="healthy">Connected</StatusDot>
            ) : canConnect ? (
              <ConnectButton aria-label={`Connect ${name}`} connectorId={id} connectorName={name} size="sm">
                Connect
              </ConnectButton>
            ) : null}
          </ListRow>
        ))}
      </List>
      <p className="mt-2 text-muted text-sm">
        The same from a terminal: <code className="font-mono text-xs">npm run patchbay -- detect &lt;folder&gt;</code>
      </p>
    </>
  );
}
