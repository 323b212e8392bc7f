import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { OAuthPhase } from "./use-oauth-flow";

type OAuthProblemProps = {
  phase: OAuthPhase;
  connectorName: string;
  onContinueHere: () => void;
  /** Only for those who may. */
  onEditApp: (() => void) | undefined;
};

/** Why the sign-in did not end in a connection, and what to do next. */
export function OAuthProblem({ phase, connectorName, onContinueHere, onEditApp }: OAuthProblemProps) {
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
    </Banner>
  );
}
