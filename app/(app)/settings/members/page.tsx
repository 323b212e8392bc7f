import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { HydrateClient, prefetch, trpc } from "@/app/trpc-server";
import { Invitations } from "@/components/settings/invitations";
import { Members } from "@/components/settings/members";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  prefetch(trpc.workspaces.members.queryOptions());
  const { current } = await requireMe();
  const canInvite = current?.permissions.includes("members:write") ?? false;
  if (canInvite) prefetch(trpc.workspaces.invitations.queryOptions());
  return (
    <HydrateClient>
      <Members myRole={current?.role ?? "viewer"} workspaceName={current?.name ?? ""} />
      {canInvite ? <Invitations /> : null}
    </HydrateClient>
  );
}
