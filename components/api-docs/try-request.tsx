"use client";

import { Send } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Answer } from "@/components/connections/call-answer-view";
import type { CallAnswer } from "@/components/connections/send-call";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ParameterField } from "./parameter-field";
import type { Endpoint } from "./reference";
import { SenderFields } from "./sender-fields";
import { type Filled, sendRequest } from "./send-request";
import { useSender } from "./try-as";

type State = { kind: "none" } | { kind: "sending" } | { kind: "answered"; answer: CallAnswer } | { kind: "failed"; message: string };

/** Sends the request for real, and shows what comes back. Opens when asked for: a page has many of them. */
export function TryRequest({ endpoint, workspace }: { endpoint: Endpoint; workspace: { slug: string; name: string } }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button className="w-fit" onClick={() => setOpen(true)}>
        <Send aria-hidden size={14} />
        Try it<span className="sr-only">: {endpoint.summary}</span>
      </Button>
    );
  }
  return <RequestForm endpoint={endpoint} workspace={workspace} />;
}

function RequestForm({ endpoint, workspace }: { endpoint: Endpoint; workspace: { slug: string; name: string } }) {
  const sender = useSender();
  const [filled, setFilled] = useState<Filled>({ values: {}, body: endpoint.body?.example ?? "" });
  const [state, setState] = useState<State>({ kind: "none" });
  const sending = useRef<AbortController>(undefined);
  const bodyError = endpoint.body && !isJson(filled.body) ? "This is not JSON yet." : null;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    sending.current?.abort();
    const own = new AbortController();
    sending.current = own;
    setState({ kind: "sending" });
    try {
      setState({ kind: "answered", answer: await sendRequest({ endpoint, filled, sender, workspace: workspace.slug, signal: own.signal }) });
    } catch (error) {
      if (sending.current === own) setState(own.signal.aborted ? { kind: "none" } : { kind: "failed", message: explain(error) });
    }
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-lg border bg-surface-raised p-4">
      <form aria-label={`Try it: ${endpoint.summary}`} className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => void send(event)}>
        {endpoint.access === "open" ? null : <SenderFields id={endpoint.id} workspace={workspace.name} />}
        {endpoint.parameters.map((parameter) => (
          <ParameterField key={`${parameter.place}-${parameter.name}`} onValueChange={(value) => setFilled({ ...filled, values: { ...filled.values, [parameter.name]: value } })} parameter={parameter} value={filled.values[parameter.name] ?? ""} />
        ))}
        {endpoint.body ? (
          <Field error={bodyError} label="Body">
            {(control) => <Textarea {...control} isCode onChange={(event) => setFilled({ ...filled, body: event.target.value })} value={filled.body} />}
          </Field>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button autoFocus disabled={bodyError !== null} isLoading={state.kind === "sending"} type="submit" variant="primary">
            Send
          </Button>
          {state.kind === "sending" ? <Button onClick={() => sending.current?.abort()}>Cancel</Button> : null}
          {endpoint.method === "GET" || endpoint.id === "askGraphql" ? null : <p className="text-muted text-sm">This is real: it changes things in {sender.way === "key" ? "the key's workspace" : workspace.name}.</p>}
        </div>
      </form>
      <div aria-live="polite">
        {state.kind === "answered" ? <Answer answer={state.answer} /> : null}
        {state.kind === "failed" ? (
          <Banner title="Nothing came back" tone="danger">
            {state.message}
          </Banner>
        ) : null}
      </div>
    </div>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function explain(error: unknown): string {
  // `fetch` fails with a TypeError of a few words that differ by browser.
  if (error instanceof TypeError) return "Patchbay did not answer. Check the connection and try again.";
  return error instanceof Error ? error.message : "The request could not be sent.";
}
