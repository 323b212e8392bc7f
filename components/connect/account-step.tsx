import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { readFailure, readFieldErrors } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { AccountFound } from "./account-found";
import type { Connected } from "./connect-wizard";
import { FieldControl } from "./field-control";
import { useFieldForm } from "./use-field-form";
import { VisibilityChoice } from "./visibility-choice";

type AccountStepProps = {
  connected: Connected;
  connector: ConnectorView;
  workspaceName: string;
  onSaved: (connection: ConnectionView) => void;
};

/** The second step: whose account it is, what to call it, who uses it. It is stored already; this only changes it. */
export function AccountStep({ connected: { connection, note }, connector, workspaceName, onSaved }: AccountStepProps) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const root = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(connection.name);
  const [visibility, setVisibility] = useState(connection.visibility);
  const settings = useFieldForm(connection.settings);
  const update = useMutation({
    ...trpc.connections.update.mutationOptions(),
    onSuccess: (changed) => {
      void cache.invalidateQueries(trpc.connections.pathFilter());
      onSaved(changed);
    },
    onError: (error) => settings.refuse(readFieldErrors(error)),
  });
  const nameError = name.trim() === "" ? "Give the connection a name." : name.trim().length > 80 ? "Use at most 80 characters." : null;

  useEffect(() => {
    const timer = setTimeout(() => root.current?.querySelector<HTMLElement>("[data-step-start]")?.focus());
    return () => clearTimeout(timer);
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = settings.findProblem(connector.settings);
    if (update.isPending || nameError || problem) return;
    const given = Object.fromEntries(connector.settings.map(({ key }) => [key, settings.values[key] ?? ""]));
    const isUnchanged = name.trim() === connection.name && visibility === connection.visibility && Object.values(given).every((value) => value === "");
    if (isUnchanged) onSaved(connection);
    else update.mutate({ connectionId: connection.id, name: name.trim(), visibility, ...(connector.settings.length > 0 ? { settings: given } : {}) });
  };
  const failure = update.error && Object.keys(readFieldErrors(update.error)).length === 0 ? readFailure(update.error) : null;
  return (
    <form className="contents" noValidate onSubmit={submit} ref={root}>
      <DialogBody className="grid grid-cols-1 gap-5">
        <AccountFound connection={connection} connector={connector} />
        {note ? (
          <Banner title="Some permissions were not granted" tone="warning">
            {note}
          </Banner>
        ) : null}
        <Field error={nameError} help="As it appears in lists and logs. You can change it later." label="Name">
          {(control) => <Input {...control} autoComplete="off" maxLength={80} onChange={(event) => setName(event.target.value)} value={name} />}
        </Field>
        <VisibilityChoice onValueChange={setVisibility} value={visibility} workspaceName={workspaceName} />
        {connector.settings.map((field) => (
          <FieldControl field={field} form={settings} key={field.key} />
        ))}
        {failure ? (
          <Banner isAlert title={failure.message} tone="danger">
            The account is connected all the same. Try again, or close this and change it later.
          </Banner>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button isLoading={update.isPending} type="submit" variant="primary">
          Save and finish
        </Button>
      </DialogFooter>
    </form>
  );
}
