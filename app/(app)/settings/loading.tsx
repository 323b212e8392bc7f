import { FormsSkeleton } from "@/components/settings/settings-skeleton";

export default function SettingsLoading() {
  return <FormsSkeleton />;
}
