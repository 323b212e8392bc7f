import { ArrowRight, Bot, Play, Terminal } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { agentNote, callSnippets } from "@/components/connections/call-snippets";
import { exampleCall } from "@/components/connections/example-call";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { choiceFacts } from "@/server/catalog/choice-facts.schema";
import type { ConnectorView } from "@/server/catalog/schema";
import { AccountFound } from "./account-found";
import type { ConnectRequest } from "./connect-request";
import type { Connected } from "./connect-wizard";

type DoneStepProps = {
  connected: Connected;
  connector: ConnectorView;
  /** False where an existing connection got a new credential. */
  isNew: boolean;
  purpose: ConnectRequest["purpose"];
  onClose: () => void;
};

/** The last step: it works, and three things to do with it now. */
export function DoneStep({ connected: { connection, note, previousAccount }, connector, isNew, purpose, onClose }: DoneStepProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => root.current?.querySelector<HTMLElement>("[data-step-start]")?.focus());
    return () => clearTimeout(timer);
  }, []);
  const isOther = previousAccount !== null && connection.account.label !== null && previousAccount !== connection.account.label;
  const page = `/connections/${connection.id}`;
  const origin = new URL(connector.callbackUrl).origin;
  const call = exampleCall(connector.operations, { ...connection.inputs, ...choiceFacts(connector.inputs, connection.inputs) });
  const [curl] = callSnippets({ origin, connectionId: connection.id, call });
  return (
    <div className="contents" ref={root}>
      <DialogBody className="grid grid-cols-1 gap-5">
        <AccountFound connection={connection} connector={connector} word={isNew ? undefined : purpose === "rotate" ? "Replaced: still connected" : "Reconnected"} />
        {isOther ? (
          <Banner title="This is another account than before" tone="warning">
            It was {previousAccount} until now. Whatever uses this connection works with {connection.account.label} from here on.
          </Banner>
        ) : null}
        {note && !isNew ? (
          <Banner title="Some permissions were not granted" tone="warning">
            {note}
          </Banner>
        ) : null}
        {!isNew ? (
          <p className="text-muted">Calls go through again with the new credential. What depends on this connection needs no change.</p>
        ) : connector.isDatabase ? (
          <p className="text-muted">Its health is checked from now on. You can test it, rename it and see what happened to it on its page.</p>
        ) : (
          <ul aria-label="What to do now" className="grid grid-cols-1 gap-2.5">
            <Next icon={<Play aria-hidden size={16} />} title="Try a call" text="Send a request from the browser and see the answer.">
              <Button asChild size="sm">
                <Link href={`${page}?tab=try`} onClick={onClose}>
                  Try it <ArrowRight aria-hidden size={14} />
                </Link>
              </Button>
            </Next>
            <Next
              below={curl ? <CodeBlock code={curl.code} what="curl" /> : null}
              icon={<Terminal aria-hidden size={16} />}
              text="Patchbay adds the credential. You need an API key of this workspace."
              title="Call it from your code"
            />
            <Next icon={<Bot aria-hidden size={16} />} title="Add it to an agent" text="A note that tells any agent or HTTP client how to call it.">
              <CopyButton isLabelled value={agentNote({ origin, connection, connector, call })} what="the note for agents" />
            </Next>
          </ul>
        )}
      </DialogBody>
      <DialogFooter>
        {isNew ? (
          <Button asChild>
            <Link href={page} onClick={onClose}>
              Open its page
            </Link>
          </Button>
        ) : null}
        <Button onClick={onClose} variant="primary">
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}

type NextProps = { icon: ReactNode; title: string; text: string; below?: ReactNode; children?: ReactNode };

function Next({ icon, title, text, below, children }: NextProps) {
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-lg border px-3.5 py-2.5">
      <span className="grid size-8 shrink-0 place-items-center rounded-md bg-pressed text-muted">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium text-sm">{title}</span>
        <span className="block text-muted text-sm">{text}</span>
      </span>
      {children}
      {below ? <div className="w-full">{below}</div> : null}
    </li>
  );
}
