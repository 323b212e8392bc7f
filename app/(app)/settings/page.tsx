import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller, HydrateClient, prefetch, trpc } from "@/app/trpc-server";
import { GeneralSettings } from "@/components/settings/general-settings";

export const metadata: Metadata = { title: "Settings" };

export default async function GeneralSettingsPage() {
  prefetch(trpc.account.sessions.queryOptions());
  const { user, current } = await requireMe();
  if (!current) return null;
  const callHistory = await (await getCaller()).workspaces.callHistory();
  return (
    <HydrateClient>
      <GeneralSettings callHistory={callHistory} user={user} workspace={current} />
    </HydrateClient>
  );
}
