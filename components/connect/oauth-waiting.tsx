import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { LogoTile } from "@/components/ui/logo-tile";
import { Spinner } from "@/components/ui/spinner";
import type { ConnectorView } from "@/server/catalog/schema";
import { CheckCallback } from "./oauth-problem";
import type { OAuthPhase } from "./use-oauth-flow";

type OAuthWaitingProps = {
  connector: ConnectorView;
  phase: OAuthPhase;
  isAdmin: boolean;
  /** The vendor has answered; the account is being read. */
  isFinishing: boolean;
  onReopen: () => void;
  onCancel: () => void;
};

/** While the person is at the vendor. This page notices by itself when they are done. */
export function OAuthWaiting({ connector, phase, isAdmin, isFinishing, onReopen, onCancel }: OAuthWaitingProps) {
  const { name } = connector;
  const isClosed = phase.name === "waiting" && phase.isClosed;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isReading = isFinishing || (phase.name === "waiting" && phase.isFinishing);
  return (
    <>
      <DialogBody className="grid justify-items-center text-center">
        <span className="relative mt-5 mb-4">
          <LogoTile logo={connector.logo} size={56} />
          {isClosed ? null : (
            <span className="absolute -right-2 -bottom-2 grid size-6 place-items-center rounded-full border bg-surface-overlay text-accent">
              <Spinner size={14} />
            </span>
          )}
        </span>
        <div aria-live="polite" className="mb-5 min-h-17">
          <h3 className="text-base outline-none" ref={heading} tabIndex={-1}>
            {isReading ? `Checking the account with ${name}…` : isClosed ? `The window was closed before ${name} finished` : phase.name === "starting" ? `Opening ${name}…` : `Waiting for ${name}…`}
          </h3>
          <p className="mx-auto mt-1 max-w-[22rem] text-muted text-sm">
            {isReading
              ? "This takes a second."
              : isClosed
                ? "Nothing was connected. Open it again to go on where you were, or cancel."
                : "Sign in and agree in the window that opened. This page goes on by itself."}
          </p>
        </div>
        {isAdmin && isClosed && !isReading ? (
          <div className="mb-5 w-full text-left text-sm">
            <p className="text-muted">If {name} showed an error about the redirect or callback URL, its app there does not know the address of this server.</p>
            <CheckCallback connector={connector.id} />
          </div>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button disabled={isReading} onClick={onCancel}>
          Cancel
        </Button>
        <Button data-first-action="" disabled={isReading || phase.name === "starting"} onClick={onReopen} variant={isClosed ? "primary" : "secondary"}>
          Reopen window
        </Button>
      </DialogFooter>
    </>
  );
}
