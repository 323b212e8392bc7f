"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { toast } from "@/components/ui/toast";
import { changePasswordInput, passwordRules } from "@/server/identity/schema";
import { FormCard } from "./form-card";

/** A new password; it ends every other session. */
export function PasswordForm({ email }: { email: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: changePasswordInput,
    send: async (input, form) => {
      await client.account.changePassword.mutate(input);
      form.reset();
      toast({ title: "Your password is changed.", description: "Other devices were signed out." });
      await cache.invalidateQueries(trpc.account.sessions.queryFilter());
    },
  });
  return (
    <FormCard {...props} failure={failure} isSending={isSending} submitLabel="Change password">
      {/* Tells password managers whose password it is. */}
      <input autoComplete="username" className="hidden" readOnly value={email} />
      <Field error={errors["currentPassword"]} label="Current password">
        {(control) => <PasswordInput {...control} autoComplete="current-password" name="currentPassword" />}
      </Field>
      <Field error={errors["newPassword"]} help={`At least ${passwordRules.minLength} characters. Other devices are signed out.`} label="New password">
        {(control) => <PasswordInput {...control} autoComplete="new-password" name="newPassword" />}
      </Field>
    </FormCard>
  );
}
