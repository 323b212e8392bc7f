import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { CallPolicyForm } from "./call-policy-form";
import { ConnectorSettingsForm } from "./connector-settings-form";
import { DisconnectDialog } from "./disconnect-dialog";
import { GeneralForm } from "./general-form";
import type { Reader } from "./reader";
import { RotationForm } from "./rotation-form";

type ConnectionSettingsProps = { connection: ConnectionView; connector: ConnectorView; reader: Reader };

/** How a connection is set up: its name, who uses it, the connector's own settings, reminders, its end. */
export function ConnectionSettings({ connection, connector, reader }: ConnectionSettingsProps) {
  const [isLeaving, setLeaving] = useState(false);
  if (!reader.canWrite) return <p className="text-muted">Your role can look, not change. Ask an admin of {reader.workspace.name} for the member role.</p>;
  return (
    <div className="max-w-reading">
      <Section title="Name and people">
        <GeneralForm connection={connection} key={`${connection.visibility} ${connection.name}`} workspaceName={reader.workspace.name} />
      </Section>
      {connector.settings.length > 0 ? (
        <Section description="Used when a call or tool does not say otherwise." title={`${connector.name} settings`}>
          <ConnectorSettingsForm connection={connection} connector={connector} key={JSON.stringify(connection.settings)} />
        </Section>
      ) : null}
      {connector.isDatabase ? null : (
        <Section description={`How Patchbay sends calls to ${connector.name}. The defaults suit most accounts.`} title="Calls">
          <CallPolicyForm connectionId={connection.id} connectorName={connector.name} />
        </Section>
      )}
      {connection.authKind === "oauth2" ? null : (
        <Section description="Keys that never change are found sooner or later. Patchbay reminds you; the key itself you make at the vendor." title="New key reminder">
          <RotationForm connection={connection} />
        </Section>
      )}
      <Section title="Disconnect">
        <Card>
          <CardBody className="flex flex-wrap items-center justify-between gap-4">
            <p className="min-w-0 flex-1 basis-64 text-muted">Destroys the stored credential and this connection's timeline. What calls through it fails from then on.</p>
            <Button onClick={() => setLeaving(true)} variant="danger">
              Disconnect…
            </Button>
          </CardBody>
        </Card>
      </Section>
      {isLeaving ? <DisconnectDialog connection={connection} goesTo="/connections" onClose={() => setLeaving(false)} /> : null}
    </div>
  );
}
