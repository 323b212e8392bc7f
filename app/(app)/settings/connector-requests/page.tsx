import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller, HydrateClient, prefetch, trpc } from "@/app/trpc-server";
import { AdminsOnly } from "@/components/settings/admins-only";
import { ConnectorRequests } from "@/components/settings/connector-requests";

export const metadata: Metadata = { title: "Connector requests" };

export default async function ConnectorRequestsPage() {
  const { current } = await requireMe();
  if (!current?.permissions.includes("admin")) return <AdminsOnly members={await (await getCaller()).workspaces.members()} what="connector requests" />;
  prefetch(trpc.catalog.requests.queryOptions());
  return (
    <HydrateClient>
      <ConnectorRequests />
    </HydrateClient>
  );
}
