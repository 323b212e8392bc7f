"use client";

import { useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { registerByInvitationInput } from "@/server/workspaces/schema";
import { leaveTo } from "./leave-to";
import { NewAccountFields } from "./new-account-fields";

type RegisterFormProps = { token: string; email: string | null; workspaceName: string };

/** For the holder of an invitation who has no account yet. */
export function RegisterForm({ token, email, workspaceName }: RegisterFormProps) {
  const client = useTRPCClient();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: registerByInvitationInput,
    read: (data) => ({ ...Object.fromEntries(data), token }),
    send: async (input) => {
      await client.workspaces.registerByInvitation.mutate(input);
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
      <NewAccountFields email={email} errors={errors} />
      <Button isLoading={isSending} size="lg" type="submit" variant="primary">
        <span className="max-w-72 truncate">Create account and join {workspaceName}</span>
      </Button>
    </form>
  );
}
