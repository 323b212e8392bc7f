import { type FormEvent, useState } from "react";
import { VisibilityChoice } from "@/components/connect/visibility-choice";
import { FormCard } from "@/components/settings/form-card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ConnectionView } from "@/server/connections/schema";
import { useUpdateConnection } from "./use-update-connection";

/** What a connection is called and who uses it. */
export function GeneralForm({ connection, workspaceName }: { connection: ConnectionView; workspaceName: string }) {
  const [name, setName] = useState(connection.name);
  const [visibility, setVisibility] = useState(connection.visibility);
  const { save, isSaving, fields, failure } = useUpdateConnection("Saved.");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && !isSaving) save({ connectionId: connection.id, name: name.trim(), visibility });
  };
  return (
    <FormCard failure={failure} isSending={isSaving} noValidate onSubmit={submit} submitLabel="Save">
      <Field error={fields["name"] ?? (name.trim() === "" ? "Give the connection a name." : null)} label="Name">
        {(control) => <Input {...control} autoComplete="off" maxLength={80} onChange={(event) => setName(event.target.value)} value={name} />}
      </Field>
      <VisibilityChoice isDisabled={!connection.isOwn} onValueChange={setVisibility} value={visibility} workspaceName={workspaceName} />
      {connection.isOwn ? null : <p className="-mt-2 text-muted text-sm">Only {connection.createdByName ?? "who connected it"} can make it private.</p>}
    </FormCard>
  );
}
