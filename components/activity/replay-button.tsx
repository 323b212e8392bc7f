"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

type ReplayButtonProps = { callId: string; method: string; connectionName: string; connectorName: string; isWrite: boolean };

/** Sends the call again and goes to the new one. What changes something at the vendor is asked about first. */
export function ReplayButton({ callId, method, connectionName, connectorName, isWrite }: ReplayButtonProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const replay = useMutation({
    ...trpc.activity.replay.mutationOptions(),
    onSuccess: ({ callId: newId, status }) => {
      setAsking(false);
      router.push(`/activity/${newId}`);
      toast({ tone: status < 400 ? "positive" : "warning", title: `Sent again. ${connectorName} answered ${status}.` });
    },
    onError: (error) => {
      setAsking(false);
      toast({ tone: "danger", title: readFailure(error).message });
    },
  });
  const send = () => replay.mutate({ callId });
  return (
    <>
      <Button isLoading={replay.isPending} onClick={() => (isWrite ? setAsking(true) : send())} variant="primary">
        <RotateCw aria-hidden size={14} />
        Replay
      </Button>
      <ConfirmDialog confirmLabel="Send again" isBusy={replay.isPending} isDangerous={method === "DELETE"} isOpen={isAsking} onConfirm={send} onOpenChange={setAsking} title={`Send this ${method} again?`}>
        {connectorName} does it a second time through {connectionName}: another charge, message or record may come of it. It carries a new idempotency key, so {connectorName} does not take it for the first one.
      </ConfirmDialog>
    </>
  );
}
