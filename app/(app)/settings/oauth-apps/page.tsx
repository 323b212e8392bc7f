import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller, HydrateClient, prefetch, trpc } from "@/app/trpc-server";
import { AdminsOnly } from "@/components/settings/admins-only";
import { OAuthApps } from "@/components/settings/oauth-apps";

export const metadata: Metadata = { title: "OAuth apps" };

export default async function OAuthAppsPage() {
  const { current } = await requireMe();
  if (!current?.permissions.includes("admin")) return <AdminsOnly members={await (await getCaller()).workspaces.members()} what="OAuth apps" />;
  prefetch(trpc.oauth.listApps.queryOptions());
  prefetch(trpc.catalog.list.queryOptions());
  return (
    <HydrateClient>
      <OAuthApps />
    </HydrateClient>
  );
}
