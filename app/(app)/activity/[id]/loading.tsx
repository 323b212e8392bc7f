import { CallSkeleton } from "@/components/activity/call-skeleton";

export default function Loading() {
  return <CallSkeleton />;
}
