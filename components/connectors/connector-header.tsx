import { FlaskConical } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { CustomActions } from "@/components/custom-connectors/custom-actions";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LogoTile } from "@/components/ui/logo-tile";
import { PageHeader } from "@/components/ui/page-header";
import type { ConnectorView } from "@/server/catalog/schema";
import { ConnectAction } from "./connect-action";

/** Name, one sentence, and the way in. */
export function ConnectorHeader({ connector, canConnect, isAdmin }: { connector: ConnectorView; canConnect: boolean; isAdmin: boolean }) {
  const { id, name, logo, description, categoryLabel, isCustom, isSandbox } = connector;
  return (
    <PageHeader
      actions={
        canConnect ? (
          <>
            {isCustom && isAdmin ? <CustomActions name={name} slug={id} /> : null}
            <ConnectAction connectorId={id} connectorName={name} />
          </>
        ) : (
          <p className="max-w-60 text-muted text-sm">Viewers see connections but do not make them. Ask a member to connect {name}.</p>
        )
      }
      badge={
        <>
          <Badge>{categoryLabel}</Badge>
          {isCustom ? <Badge data-tooltip="Defined in this workspace">Custom</Badge> : null}
          {isSandbox ? (
            <Badge data-tooltip="Emulated on this machine: no real account is touched" icon={<FlaskConical aria-hidden />} tone="warning">
              Sandbox
            </Badge>
          ) : null}
        </>
      }
      breadcrumbs={<Breadcrumbs current={name} parents={[{ label: "Marketplace", href: "/" }]} />}
      className="mb-8"
      description={`${description}.`}
      media={<LogoTile logo={logo} size={56} />}
      title={name}
    />
  );
}
