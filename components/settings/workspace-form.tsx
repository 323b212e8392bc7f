"use client";

import { useRouter } from "next/navigation";
import { useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { updateWorkspaceInput } from "@/server/workspaces/schema";
import { FormCard } from "./form-card";

/** For owners. */
export function WorkspaceForm({ name, slug, callsPerMinute }: { name: string; slug: string; callsPerMinute: number | null }) {
  const client = useTRPCClient();
  const router = useRouter();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: updateWorkspaceInput,
    read: (data) => ({ name: data.get("name"), callsPerMinute: data.get("callsPerMinute") === "" ? null : Number(data.get("callsPerMinute")) }),
    send: async (input) => {
      await client.workspaces.update.mutate(input);
      router.refresh();
      toast({ title: input.name === name ? "Saved." : `The workspace is called ${input.name} now.` });
    },
  });
  return (
    <FormCard {...props} failure={failure} isSending={isSending} submitLabel="Save">
      <Field error={errors["name"]} label="Name">
        {(control) => <Input {...control} autoComplete="off" defaultValue={name} name="name" />}
      </Field>
      <Field error={errors["callsPerMinute"]} help="Of all people and API keys together. More are answered 429 and told when to come back." isOptional label="Calls a minute">
        {(control) => <Input {...control} defaultValue={callsPerMinute ?? ""} inputMode="numeric" min={1} name="callsPerMinute" placeholder="No limit" type="number" />}
      </Field>
      <div className="grid gap-1.5">
        <p className="font-medium text-sm">Short name</p>
        <CopyField value={slug} what="short name" />
        <p className="text-muted text-sm">For the X-Workspace header. It stays when the name changes, because others may have saved it.</p>
      </div>
    </FormCard>
  );
}
