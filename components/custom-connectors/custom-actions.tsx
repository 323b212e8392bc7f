"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

const Confirm = dynamic(() => import("@/components/ui/confirm-dialog").then((file) => file.ConfirmDialog), { ssr: false });

/** What an admin does with a connector of the workspace's own. */
export function CustomActions({ slug, name }: { slug: string; name: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    ...trpc.customConnectors.delete.mutationOptions(),
    onSuccess: async () => {
      await cache.invalidateQueries(trpc.catalog.pathFilter());
      toast({ title: `${name} is deleted.` });
      router.push("/");
    },
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button asChild>
        <Link href={`/connectors/${slug}/edit`}>Edit</Link>
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Delete
      </Button>
      {isAsking ? (
        <Confirm confirmLabel="Delete connector" isBusy={remove.isPending} isOpen onConfirm={() => remove.mutate({ slug })} onOpenChange={setAsking} title={`Delete ${name}?`}>
          <p>Its definition and its OAuth app go, for everyone in this workspace. While there are connections of it, it stays.</p>
        </Confirm>
      ) : null}
    </>
  );
}
