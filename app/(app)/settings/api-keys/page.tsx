import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller, HydrateClient, prefetch, trpc } from "@/app/trpc-server";
import { AdminsOnly } from "@/components/settings/admins-only";
import { ApiKeys } from "@/components/settings/api-keys";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const { current } = await requireMe();
  if (!current?.permissions.includes("admin")) return <AdminsOnly members={await (await getCaller()).workspaces.members()} what="API keys" />;
  prefetch(trpc.workspaces.apiKeys.queryOptions());
  return (
    <HydrateClient>
      <ApiKeys />
    </HydrateClient>
  );
}
