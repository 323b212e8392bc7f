"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { List, ListRow } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { describeDevice } from "./describe-device";

/** Where the person is signed in, and the end of what they do not recognise. */
export function Sessions() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data: sessions } = useSuspenseQuery(trpc.account.sessions.queryOptions());
  const revoke = useMutation({
    ...trpc.account.revokeSession.mutationOptions(),
    onSuccess: () => toast({ title: "That device is signed out." }),
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
    onSettled: () => cache.invalidateQueries(trpc.account.sessions.queryFilter()),
  });
  return (
    <List aria-label="Sessions">
      {sessions.map(({ id, userAgent, ipAddress, createdAt, isCurrent }) => {
        const device = describeDevice(userAgent);
        const Icon = /iPhone|Android/.test(device) ? Smartphone : Monitor;
        return (
          <ListRow key={id}>
            <Icon aria-hidden className="shrink-0 text-faint" size={16} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2">
                {device}
                {isCurrent ? <Badge tone="positive">This device</Badge> : null}
              </p>
              <p className="truncate text-muted text-sm">
                Signed in <RelativeTime at={createdAt} />
                {ipAddress ? ` from ${ipAddress}` : ""}
              </p>
            </div>
            {isCurrent ? null : (
              <Button aria-label={`Sign out ${device}`} isLoading={revoke.isPending && revoke.variables.sessionId === id} onClick={() => revoke.mutate({ sessionId: id })} size="sm">
                Sign out
              </Button>
            )}
          </ListRow>
        );
      })}
    </List>
  );
}
