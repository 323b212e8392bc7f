import { Banner } from "@/components/ui/banner";
import { Card, CardBody } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { CallLimits } from "./call-limits";
import { ConnectionFacts } from "./connection-facts";
import { Dependents } from "./dependents";
import { GrantedScopes } from "./granted-scopes";
import { MendButton } from "./mend-button";
import type { Reader } from "./reader";
import { Timeline } from "./timeline";

type ConnectionOverviewProps = { connection: ConnectionView; connector: ConnectorView; reader: Reader };

/** What needs doing, the facts, what it may do, what depends on it, and what happened. */
export function ConnectionOverview({ connection, connector, reader }: ConnectionOverviewProps) {
  return (
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
      <div>
        <Attention connection={connection} connector={connector} reader={reader} />
        <Section title="About this connection">
          <Card>
            <CardBody>
              <ConnectionFacts connection={connection} connector={connector} />
            </CardBody>
          </Card>
        </Section>
        <GrantedScopes connection={connection} connector={connector} />
      </div>
      <div>
        {connector.isDatabase ? null : <CallLimits connectionId={connection.id} connectorName={connector.name} />}
        <Dependents connectionId={connection.id} isDatabase={connector.isDatabase} />
        <Timeline connectionId={connection.id} />
      </div>
    </div>
  );
}

function Attention({ connection, connector, reader }: ConnectionOverviewProps) {
  const { attention, isPaused, health, healthReason, lastErrorDetail } = connection;
  if (!attention && (health !== "degraded" || !healthReason)) return null;
  return (
    <Banner action={<MendButton connection={connection} reader={reader} />} title={attention?.message ?? healthReason} tone={isPaused ? "neutral" : attention ? "danger" : "warning"}>
      {isPaused ? (
        "The credential is kept, and nothing else changes."
      ) : attention ? (
        <p>Until then every call through it fails.</p>
      ) : (
        <p>Calls may still go through. It is checked again by itself.</p>
      )}
      {lastErrorDetail && !isPaused ? (
        <p className="mt-1 break-words text-sm">
          {connector.name} said: <code className="font-mono">{lastErrorDetail}</code>
        </p>
      ) : null}
    </Banner>
  );
}
