"use client";

import { useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { completeSetupInput } from "@/server/workspaces/schema";
import { leaveTo } from "./leave-to";
import { NewAccountFields } from "./new-account-fields";

/** The first account, and the workspace it owns. */
export function SetupForm({ token }: { token: string }) {
  const client = useTRPCClient();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: completeSetupInput,
    read: (data) => ({ ...Object.fromEntries(data), token }),
    send: async (input) => {
      await client.workspaces.completeSetup.mutate(input);
      await leaveTo("/");
    },
  });
  return (
    <form {...props} className="grid gap-4">
      {failure ? (
        <Banner isAlert tone="danger">
          {failure}
        </Banner>
      ) : null}
      <NewAccountFields errors={errors} />
      <Field error={errors["workspaceName"]} help="Your company or team. It can be changed later." label="Workspace">
        {(control) => <Input {...control} autoComplete="organization" name="workspaceName" size="lg" />}
      </Field>
      <Button isLoading={isSending} size="lg" type="submit" variant="primary">
        Create account and workspace
      </Button>
    </form>
  );
}
