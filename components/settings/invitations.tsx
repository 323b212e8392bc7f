"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { roleFacts } from "@/components/account/role-facts";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { List, ListRow } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { InviteForm } from "./invite-form";

/** Links that let somebody join, and those nobody has used yet. */
export function Invitations() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data: invitations } = useSuspenseQuery(trpc.workspaces.invitations.queryOptions());
  const revoke = useMutation({
    ...trpc.workspaces.revokeInvitation.mutationOptions(),
    onSuccess: () => toast({ title: "The invitation link does not work any more." }),
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
    onSettled: () => cache.invalidateQueries(trpc.workspaces.invitations.queryFilter()),
  });
  return (
    <Section description="Make a link and send it yourself. It works once, for seven days." title="Invite people">
      <InviteForm />
      {invitations.length > 0 ? (
        <>
          <h3 className="mt-6 mb-2 text-sm">Open invitations</h3>
          <List aria-label="Open invitations">
            {invitations.map(({ id, email, role, inviterName, expiresAt, isExpired }) => (
              <ListRow key={id}>
                <Link2 aria-hidden className="shrink-0 text-faint" size={16} />
                <div className="min-w-0 flex-1">
                  <p className="truncate">
                    {email ?? "Anybody with the link"} <span className="text-muted">as {roleFacts[role].noun}</span>
                  </p>
                  <p className="truncate text-muted text-sm">
                    {inviterName ? `By ${inviterName}, ` : ""}
                    {isExpired ? "expired" : "ends"} <RelativeTime at={expiresAt} />
                  </p>
                </div>
                <Button aria-label={`Revoke the invitation for ${email ?? "anybody"}`} isLoading={revoke.isPending && revoke.variables.invitationId === id} onClick={() => revoke.mutate({ invitationId: id })} size="sm">
                  Revoke
                </Button>
              </ListRow>
            ))}
          </List>
        </>
      ) : null}
    </Section>
  );
}
