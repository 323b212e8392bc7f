"use client";

import { useMutation } from "@tanstack/react-query";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPCClient } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { leaveTo } from "./leave-to";

/** For the holder of an invitation who is signed in: joins, and goes on in that workspace. */
export function JoinButton({ token, workspaceName }: { token: string; workspaceName: string }) {
  const client = useTRPCClient();
  const join = useMutation({
    mutationFn: async () => {
      const { slug } = await client.workspaces.acceptInvitation.mutate({ token });
      await client.workspaces.switch.mutate({ slug });
      await leaveTo("/");
    },
  });
  return (
    <div className="grid gap-4">
      {join.isError ? (
        <Banner isAlert tone="danger">
          {readFailure(join.error).message}
        </Banner>
      ) : null}
      <Button isLoading={join.isPending} onClick={() => join.mutate()} size="lg" variant="primary">
        <span className="max-w-72 truncate">Join {workspaceName}</span>
      </Button>
    </div>
  );
}
