import type { ConnectorView } from "@/server/catalog/schema";
import type { Permission } from "@/server/workspaces/permission";
import { AsksFor } from "./asks-for";
import { CallExample } from "./call-example";
import { ConnectorFacts } from "./connector-facts";
import { ConnectorHeader } from "./connector-header";
import { Operations } from "./operations";
import { OwnConnections } from "./own-connections";
import { SetUp } from "./set-up";

type ConnectorPageProps = { connector: ConnectorView; permissions: readonly Permission[] };

/** One connector: what it does, what it asks for, how to set it up, and what the workspace has of it. */
export function ConnectorPage({ connector, permissions }: ConnectorPageProps) {
  return (
    <>
      <ConnectorHeader canConnect={permissions.includes("connections:write")} connector={connector} isAdmin={permissions.includes("admin")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_16.5rem]">
        <div className="min-w-0">
          <OwnConnections connectorId={connector.id} />
          <Operations connector={connector} />
          {connector.isDatabase ? null : <CallExample connector={connector} />}
          <AsksFor connector={connector} />
          <SetUp connector={connector} isAdmin={permissions.includes("admin")} />
        </div>
        <ConnectorFacts connector={connector} />
      </div>
    </>
  );
}
