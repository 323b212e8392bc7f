import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { Status } from "@/components/ui/status";
import type { ConnectionView } from "@/server/connections/schema";
import { formatLasting } from "./format-lasting";

type ConnectionStateWordProps = { connection: Pick<ConnectionView, "health" | "healthSince" | "isPaused" | "status">; className?: string };

/** How a connection fares, in a word, and since when. */
export function ConnectionStateWord({ connection, className }: ConnectionStateWordProps) {
  const { health, healthSince, isPaused, status } = connection;
  const shape: Status = isPaused ? "paused" : health;
  return (
    <StatusDot className={className} detail={isPaused ? undefined : <RelativeTime at={healthSince} format={formatLasting} />} status={shape}>
      {isPaused ? "Paused" : health === "failing" ? endedWords[status] : undefined}
    </StatusDot>
  );
}

/** Where the reason is known, it says more than "failing". */
const endedWords: Record<ConnectionView["status"], string | undefined> = {
  active: undefined,
  pending: undefined,
  expired: "Expired",
  invalid: "Refused",
  revoked: "Withdrawn",
  error: "OAuth app refused",
};
