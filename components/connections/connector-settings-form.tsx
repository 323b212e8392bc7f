import type { FormEvent } from "react";
import { FieldControl } from "@/components/connect/field-control";
import { useFieldForm } from "@/components/connect/use-field-form";
import { FormCard } from "@/components/settings/form-card";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import { useUpdateConnection } from "./use-update-connection";

/** The connector's own settings on a connection: from address, default channel. */
export function ConnectorSettingsForm({ connection, connector }: { connection: ConnectionView; connector: ConnectorView }) {
  const form = useFieldForm(connection.settings);
  const { save, isSaving, failure } = useUpdateConnection("Saved.", form.refuse);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaving || form.findProblem(connector.settings)) return;
    save({ connectionId: connection.id, settings: Object.fromEntries(connector.settings.map(({ key }) => [key, form.values[key] ?? ""])) });
  };
  return (
    <FormCard failure={failure} isSending={isSaving} noValidate onSubmit={submit} submitLabel="Save">
      {connector.settings.map((field) => (
        <FieldControl field={field} form={form} key={field.key} />
      ))}
    </FormCard>
  );
}
