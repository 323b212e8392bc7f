"use client";

import { useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { signInInput } from "@/server/identity/schema";
import { leaveTo } from "./leave-to";

/** `returnTo` is a path of ours, checked by the page. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const client = useTRPCClient();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: signInInput,
    read: (data) => ({ ...Object.fromEntries(data), isRemembered: data.has("isRemembered") }),
    send: async (input) => {
      await client.account.signIn.mutate(input);
      await leaveTo(returnTo);
    },
  });
  return (
    <form {...props} className="grid gap-4">
      {failure ? (
        <Banner isAlert tone="danger">
          {failure}
        </Banner>
      ) : null}
      <Field error={errors["email"]} label="E-mail">
        {(control) => <Input {...control} autoComplete="username" autoFocus inputMode="email" name="email" size="lg" type="email" />}
      </Field>
      <Field error={errors["password"]} label="Password">
        {(control) => <PasswordInput {...control} autoComplete="current-password" name="password" size="lg" />}
      </Field>
      <Checkbox defaultChecked label="Stay signed in on this device" name="isRemembered" />
      <Button isLoading={isSending} size="lg" type="submit" variant="primary">
        Sign in
      </Button>
    </form>
  );
}
