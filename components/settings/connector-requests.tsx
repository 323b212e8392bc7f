"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Lightbulb } from "lucide-react";
import Link from "next/link";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { List, ListRow } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";

/** What people of the workspace miss in the catalog. */
export function ConnectorRequests() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data: requests } = useSuspenseQuery(trpc.catalog.requests.queryOptions());
  const remove = useMutation({
    ...trpc.catalog.deleteRequest.mutationOptions(),
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
    onSettled: () => cache.invalidateQueries(trpc.catalog.requests.queryFilter()),
  });
  return (
    <Section count={requests.length} description="Services that people looked for and did not find." title="Connector requests">
      {requests.length === 0 ? (
        <EmptyState
          actions={
            <Button asChild>
              <Link href="/">Open the marketplace</Link>
            </Button>
          }
          headingLevel={3}
          icon={<Lightbulb />}
          title="Nobody misses anything"
        >
          Whoever searches the marketplace in vain can ask for a connector. It is listed here with their name.
        </EmptyState>
      ) : (
        <List aria-label="Connector requests">
          {requests.map(({ id, name, purpose, requesterName, createdAt }) => (
            <ListRow key={id}>
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{name}</p>
                {purpose ? <p className="whitespace-pre-line break-words text-muted">{purpose}</p> : null}
                <p className="text-faint text-sm">
                  {requesterName ?? "Somebody who left"}, <RelativeTime at={createdAt} />
                </p>
              </div>
              <Button aria-label={`Take ${name} off the list`} isLoading={remove.isPending && remove.variables.requestId === id} onClick={() => remove.mutate({ requestId: id })} size="sm">
                Take off
              </Button>
            </ListRow>
          ))}
        </List>
      )}
    </Section>
  );
}
