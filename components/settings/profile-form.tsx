"use client";

import { useRouter } from "next/navigation";
import { useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { updateProfileInput } from "@/server/identity/schema";
import { FormCard } from "./form-card";

/** How others see the signed-in person. */
export function ProfileForm({ name, email }: { name: string; email: string }) {
  const client = useTRPCClient();
  const router = useRouter();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: updateProfileInput,
    send: async (input) => {
      await client.account.updateProfile.mutate(input);
      router.refresh();
      toast({ title: "Your name is saved." });
    },
  });
  return (
    <FormCard {...props} failure={failure} isSending={isSending} submitLabel="Save profile">
      <Field error={errors["name"]} label="Your name">
        {(control) => <Input {...control} autoComplete="name" defaultValue={name} name="name" />}
      </Field>
      <Field help="You sign in with it. It cannot be changed here." label="E-mail">
        {(control) => <Input {...control} readOnly type="email" value={email} />}
      </Field>
    </FormCard>
  );
}
