import { ConnectionSkeleton } from "@/components/connections/connection-skeleton";

export default function Loading() {
  return <ConnectionSkeleton />;
}
