import type { ReactNode } from "react";
import { requireMe } from "@/app/require-me";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { current } = await requireMe();
  return (
    <div className="max-w-[50rem]">
      <PageHeader className="mb-3" title="Settings" />
      <SettingsTabs isAdmin={current?.permissions.includes("admin") ?? false} />
      <div className="pt-6">{children}</div>
    </div>
  );
}
