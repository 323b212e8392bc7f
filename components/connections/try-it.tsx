import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTRPC } from "@/components/providers/trpc";
import { CodeTabs } from "@/components/ui/code-tabs";
import { Section } from "@/components/ui/section";
import { choiceFacts } from "@/server/catalog/choice-facts.schema";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { CallAnswerView } from "./call-answer-view";
import { CallForm } from "./call-form";
import { callSnippets } from "./call-snippets";
import { type Call, callOf, exampleCall } from "./example-call";
import type { Reader } from "./reader";
import { type CallAnswer, sendCall } from "./send-call";

/** The history is written a second after the call. */
const historyAfterMs = 1_500;

type TryItProps = { connection: ConnectionView; connector: ConnectorView; reader: Reader };

export type CallState = { kind: "none" } | { kind: "sending" } | { kind: "answered"; answer: CallAnswer } | { kind: "failed"; message: string };

/** Sends a call through the connection from the browser, and shows the same call as code. */
export function TryIt({ connection, connector, reader }: TryItProps) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const known = { ...connection.inputs, ...choiceFacts(connector.inputs, connection.inputs) };
  const [call, setCall] = useState<Call>(() => exampleCall(connector.operations, known));
  const [state, setState] = useState<CallState>({ kind: "none" });
  const sending = useRef<AbortController>(undefined);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    sending.current?.abort();
    const own = new AbortController();
    sending.current = own;
    setState({ kind: "sending" });
    try {
      const answer = await sendCall({ connectionId: connection.id, workspace: reader.workspace.slug, call, signal: own.signal });
      setState({ kind: "answered", answer });
    } catch (error) {
      if (sending.current === own) setState(own.signal.aborted ? { kind: "none" } : { kind: "failed", message: explain(error) });
    }
    setTimeout(() => {
      for (const area of [trpc.connections.pathFilter(), trpc.activity.pathFilter()]) void cache.invalidateQueries(area);
    }, historyAfterMs);
  };
  return (
    // On a phone the answer follows the request; on a desktop it stands beside it, with the code below the request.
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
      <CallForm
        call={call}
        connection={connection}
        connector={connector}
        isSending={state.kind === "sending"}
        onCallChange={setCall}
        onCancel={() => sending.current?.abort()}
        onChoose={(operation) => setCall(callOf(operation, known))}
        onSend={(event) => void send(event)}
        reader={reader}
      />
      <div className="lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <CallAnswerView connectorName={connector.name} state={state} />
      </div>
      <div>
        <Section description="The same call. Set PATCHBAY_API_KEY to an API key of this workspace." title="From your code">
          <CodeTabs samples={callSnippets({ origin: new URL(connector.callbackUrl).origin, connectionId: connection.id, call })} />
        </Section>
      </div>
    </div>
  );
}

function explain(error: unknown): string {
  if (!window.isSecureContext) return "The browser sends calls from this panel only over https or from localhost. Open Patchbay over https, or use the code below with an API key.";
  // `fetch` fails with a TypeError of a few words that differ by browser.
  if (error instanceof TypeError) return "Patchbay did not answer. Check the connection and try again.";
  return error instanceof Error ? error.message : "The call could not be sent.";
}
