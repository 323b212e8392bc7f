"use client";

import { useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createWorkspaceInput } from "@/server/workspaces/schema";
import { leaveTo } from "./leave-to";

/** A workspace of one's own. */
export function CreateWorkspaceForm() {
  const client = useTRPCClient();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: createWorkspaceInput,
    send: async (input) => {
      const { slug } = await client.workspaces.create.mutate(input);
      await client.workspaces.switch.mutate({ slug });
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
      <Field error={errors["name"]} help="Your company or team. It can be changed later." label="Name">
        {(control) => <Input {...control} autoComplete="organization" autoFocus name="name" size="lg" />}
      </Field>
      <Button isLoading={isSending} size="lg" type="submit" variant="primary">
        Create workspace
      </Button>
    </form>
  );
}
