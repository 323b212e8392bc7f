import { Send } from "lucide-react";
import type { FormEvent } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Operation } from "@/server/catalog/operation";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { type Call, pathExamples } from "./example-call";
import type { Reader } from "./reader";

const methods: readonly Operation["method"][] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const bodyTypes = [
  { value: "json", label: "JSON" },
  { value: "form", label: "Form" },
] as const;

type CallFormProps = {
  call: Call;
  onCallChange: (call: Call) => void;
  onChoose: (operation: Operation) => void;
  onSend: (event: FormEvent) => void;
  onCancel: () => void;
  isSending: boolean;
  connection: ConnectionView;
  connector: ConnectorView;
  reader: Reader;
};

/** What to send: an example of the connector to begin with, everything editable. */
export function CallForm({ call, onCallChange, onChoose, onSend, onCancel, isSending, connection, connector, reader }: CallFormProps) {
  const { method, path, body } = call;
  const chosen = connector.operations.find((operation) => fits(operation, call));
  const examples = chosen ? pathExamples(chosen) : [];
  const groups = [...new Set(connector.operations.map(({ group }) => group))];
  const changesThings = method !== "GET";
  const bodyError = body?.type === "json" && body.text.trim() !== "" && !isJson(body.text) ? "This is not JSON yet." : null;
  const setMethod = (next: Operation["method"]) => onCallChange({ ...call, method: next, body: next === "GET" || next === "DELETE" ? null : (body ?? { type: "json", text: "{}" }) });
  return (
    <Section title="Request">
      <form className="grid grid-cols-1 gap-4" onSubmit={onSend}>
        {connector.operations.length > 0 ? (
          <Field label="What to do">
            {(control) => (
              <Select
                {...control}
                onChange={(event) => {
                  const operation = connector.operations.find(({ name }) => name === event.target.value);
                  if (operation) onChoose(operation);
                }}
                value={chosen?.name ?? ""}
              >
                {chosen ? null : <option value="">Something of your own</option>}
                {groups.map((group) => (
                  <optgroup key={group} label={group}>
                    {connector.operations
                      .filter((operation) => operation.group === group)
                      .map(({ name, title }) => (
                        <option key={name} value={name}>
                          {title}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
          <Field label="Method">
            {(control) => (
              <Select {...control} onChange={(event) => setMethod(methods.find((each) => each === event.target.value) ?? "GET")} value={method}>
                {methods.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Path">
            {(control) => <Input {...control} autoComplete="off" className="font-mono" onChange={(event) => onCallChange({ ...call, path: event.target.value })} spellCheck={false} value={path} />}
          </Field>
        </div>
        {examples.length > 0 ? (
          <p className="-mt-2 text-muted text-sm">
            Put your own in place of {listOf(examples)} in the path.
          </p>
        ) : null}
        {body ? (
          <Field
            aside={<Segmented label="Kind of body" name="body-type" onValueChange={(type) => onCallChange({ ...call, body: { ...body, type } })} options={bodyTypes} value={body.type} />}
            error={bodyError}
            help={body.type === "form" ? "One name=value on each line." : undefined}
            label="Body"
          >
            {(control) => (
              <Textarea
                {...control}
                isCode
                onChange={(event) => onCallChange({ ...call, body: { ...body, text: event.target.value } })}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
                }}
                rows={6}
                value={body.text}
              />
            )}
          </Field>
        ) : null}
        {reader.canCall ? null : (
          <Banner tone="info">Your role can look, not call. Ask an admin of {reader.workspace.name} for the member role.</Banner>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button aria-keyshortcuts="Meta+Enter Control+Enter" disabled={!reader.canCall || bodyError !== null} isLoading={isSending} type="submit" variant="primary">
            <Send aria-hidden size={14} />
            Send
          </Button>
          {isSending ? <Button onClick={onCancel}>Cancel</Button> : null}
          {changesThings && reader.canCall ? (
            <p className="text-muted text-sm">
              {connection.isSandbox ? "This changes the emulated account only." : `This may change things ${connection.account.label ? `of ${connection.account.label} ` : ""}at ${connector.name}.`}
            </p>
          ) : null}
        </div>
      </form>
    </Section>
  );
}

/** Whether the call is of this operation, whatever stands in place of its examples. */
function fits({ method, path, body }: Operation, call: Call): boolean {
  const shape = path.split(/(\{+\w+\}+)/).map((part) => (part.startsWith("{") ? "[^/]+" : part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  const isThere = new RegExp(`^${shape.join("")}$`).test(call.path.split("?", 1)[0] ?? "");
  // GraphQL has one address for everything.
  return method === call.method && isThere && (body?.type !== "graphql" || (call.body?.text.includes(JSON.stringify(body.query)) ?? false));
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
