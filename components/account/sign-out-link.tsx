"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPCClient } from "@/components/providers/trpc";
import { leaveTo } from "./leave-to";

/** Ends the session in the middle of a sentence; `then` is the page that follows. */
export function SignOutLink({ then, children }: { then: string; children: string }) {
  const client = useTRPCClient();
  const signOut = useMutation({
    mutationFn: async () => {
      await client.account.signOut.mutate();
      await leaveTo(then);
    },
  });
  return (
    <button className="rounded-sm font-medium text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-current" disabled={signOut.isPending} onClick={() => signOut.mutate()} type="button">
      {children}
    </button>
  );
}
