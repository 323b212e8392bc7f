import { ListSkeleton } from "@/components/settings/settings-skeleton";

export default function SettingsListLoading() {
  return <ListSkeleton />;
}
