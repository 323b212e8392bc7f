import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { DialogBody } from "@/components/ui/dialog";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import type { Me } from "@/server/workspaces/get-me";
import type { ConnectRequest } from "./connect-request";
import type { Connected } from "./connect-wizard";
import { CredentialWay } from "./credential-way";
import { OAuthWay } from "./oauth-way";
import { useFieldForm } from "./use-field-form";
import { describeWay, firstWay, waysFor } from "./way";
import { WayPicker } from "./way-picker";
import { initialValues } from "./initial-values";

type ConnectStepProps = {
  request: ConnectRequest;
  connector: ConnectorView;
  me: Me;
  /** The connection to change, or null for a new one. */
  before: ConnectionView | null;
  /** What is known of it and is no secret, by field. */
  known: Readonly<Record<string, string>>;
  onConnected: (connected: Connected) => void;
};

/** The first step: choose a way, and go it. What was typed survives errors and a look at another way. */
export function ConnectStep({ request, connector, me, before, known, onConnected }: ConnectStepProps) {
  const permissions = me.current?.permissions ?? [];
  const isAdmin = permissions.includes("admin");
  const ways = waysFor(connector, request, before);
  const [way, setWay] = useState(() => firstWay(ways, request.authKind ?? before?.authKind, isAdmin));
  const form = useFieldForm(initialValues(way, request, known));
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // After the dialog has taken the focus itself, which remembers where it came from.
    const timer = setTimeout(() => root.current?.querySelector<HTMLElement>("[data-first-field],[data-first-action]")?.focus());
    return () => clearTimeout(timer);
  }, []);

  if (!permissions.includes("connections:write")) {
    return (
      <DialogBody>
        <Banner title="Your role can look, not connect" tone="info">
          Viewers see connections but cannot make or change them. Ask an admin of {me.current?.name ?? "this workspace"} for the member role.
        </Banner>
      </DialogBody>
    );
  }
  // The server's own view of this connector has changed since the page that opened the wizard was made.
  const current = ways.find(({ kind }) => kind === way?.kind);
  if (!current) {
    return (
      <DialogBody>
        <Banner title={`${connector.name} cannot be connected this way`} tone="warning">
          Close this and reload the page: the catalog may have changed.
        </Banner>
      </DialogBody>
    );
  }
  const picker =
    ways.length > 1 ? (
      <WayPicker chosen={current} connectorName={connector.name} isAdmin={isAdmin} onChoose={setWay} ways={ways} />
    ) : (
      <p className="text-muted">{request.purpose === "rotate" ? "Enter the new secret; the rest stays as it is. About 30 seconds." : describeWay(current, connector.name, isAdmin)}</p>
    );
  const shared = { before, connector, form, onConnected, picker, way: current };
  return (
    <div className="contents" ref={root}>
      {current.kind === "oauth2" ? (
        <OAuthWay {...shared} isAdmin={isAdmin} isFixingApp={request.isFixingApp === true} key="oauth2" otherWay={ways.find(({ kind }) => kind !== "oauth2")} onOtherWay={setWay} />
      ) : (
        <CredentialWay {...shared} isRotation={request.purpose === "rotate"} key={current.kind} />
      )}
    </div>
  );
}
