import { CopyField } from "@/components/ui/copy-field";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { AccessUntil } from "./access-until";

/** The facts about a connection, each with its time. */
export function ConnectionFacts({ connection, connector }: { connection: ConnectionView; connector: ConnectorView }) {
  const { account, authKind, visibility, createdAt, createdByName, lastHealthCheckAt, lastUsedAt, rotation } = connection;
  const way = connector.auth.find(({ kind }) => kind === authKind)?.label ?? authKind;
  const inputs = connector.inputs.flatMap(({ key, label }) => (connection.inputs[key] === undefined ? [] : [{ label, value: connection.inputs[key] }]));
  return (
    <DescriptionList
      items={[
        {
          label: "Account",
          value: (
            <>
              {account.label ?? (account.id === null ? `${connector.name} does not say whose it is` : account.id)}
              {account.id !== null && account.id !== account.label && account.label !== null ? <span className="ml-2 break-all font-mono text-faint text-xs">{account.id}</span> : null}
            </>
          ),
        },
        ...inputs,
        { label: "Connected with", value: way },
        { label: "Access", value: <AccessUntil connection={connection} /> },
        ...(connection.scopes.length > 0
          ? []
          : [{ label: "What it may do", value: connector.isDatabase ? "Whatever its database user may do" : `Whatever the credential was given at ${connector.name}` }]),
        { label: "Who can use it", value: visibility === "private" ? "Only who connected it" : "Everyone in the workspace, by their role" },
        {
          label: "Connected",
          value: (
            <>
              <RelativeTime at={createdAt} />
              {createdByName ? ` by ${createdByName}` : null}
            </>
          ),
        },
        { label: "Last checked", value: lastHealthCheckAt ? <RelativeTime at={lastHealthCheckAt} /> : "Not yet" },
        { label: "Last used", value: lastUsedAt ? <RelativeTime at={lastUsedAt} /> : "Not yet" },
        ...(rotation.lastRotatedAt === null ? [] : [{ label: "Credential replaced", value: <RelativeTime at={rotation.lastRotatedAt} /> }]),
        { label: "Connection ID", value: <CopyField value={connection.id} what="connection ID" /> },
      ]}
    />
  );
}
