import dynamic from "next/dynamic";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { ConnectorView } from "@/server/catalog/schema";
import type { OAuthPhase } from "./use-oauth-flow";

const CallbackDoctor = dynamic(() => import("@/components/callback-doctor/callback-doctor").then((file) => file.CallbackDoctor), { ssr: false });

type OAuthProblemProps = {
  phase: OAuthPhase;
  connector: Pick<ConnectorView, "id" | "name">;
  isAdmin: boolean;
  onContinueHere: () => void;
  /** Only for those who may. */
  onEditApp: (() => void) | undefined;
};

/** Why the sign-in did not end in a connection, and what to do next. */
export function OAuthProblem({ phase, connector, isAdmin, onContinueHere, onEditApp }: OAuthProblemProps) {
  const { id, name: connectorName } = connector;
  if (phase.name === "blocked") {
    return (
      <Banner isAlert title="Your browser blocked the window" tone="warning">
        <p>Allow pop-ups for this site and press the button below again. Or go on in this tab: you come back to Patchbay when {connectorName} is done.</p>
        <Button className="mt-2.5" onClick={onContinueHere}>
          Continue in this tab
        </Button>
      </Banner>
    );
  }
  if (phase.name !== "failed") return null;
  // The server's sentence sends an admin to the OAuth app where that is at fault: then it is one press away.
  const isAboutApp = phase.message.includes("OAuth app");
  return (
    <Banner
      isAlert
      title={`${connectorName} was not connected`}
      tone="danger"
    >
      <p>{phase.message}</p>
      {phase.detail ? (
        <p className="mt-1 break-words text-sm">
          {connectorName} said: <code className="font-mono">{phase.detail}</code>
        </p>
      ) : null}
      {isAboutApp && onEditApp ? (
        <Button className="mt-2.5" onClick={onEditApp}>
          Change the OAuth app
        </Button>
      ) : null}
      {isAdmin && isAboutWayBack(phase.message) ? <CheckCallback connector={id} key={phase.message} /> : null}
    </Banner>
  );
}

/** Whether a look at addresses, proxies and cookies can tell more than the sentence: not where a person declined or the vendor is down. */
function isAboutWayBack(message: string): boolean {
  return /OAuth app|address|another browser|sent you back|not known here|within ten minutes|does not come from/.test(message);
}

/** For an admin: names what is wrong between the vendor's page and this one, when asked. */
export function CheckCallback({ connector }: { connector: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="mt-2.5">
      {isOpen ? <CallbackDoctor connector={connector} isEager /> : <Button onClick={() => setOpen(true)}>Check the callback</Button>}
    </div>
  );
}
