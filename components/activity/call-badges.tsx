import { Database, Hourglass, RotateCw, ShieldAlert } from "lucide-react";
import { formatDuration } from "@/components/connections/format-duration";
import { Badge } from "@/components/ui/badge";
import type { CallView } from "@/server/activity/call-view";

/** What was out of the ordinary about a call; nothing for most. */
export function CallBadges({ call }: { call: Pick<CallView, "attempts" | "waitedMs" | "cache" | "breaker"> }) {
  const { attempts, waitedMs, cache, breaker } = call;
  return (
    <>
      {attempts > 1 ? (
        <Badge icon={<RotateCw aria-hidden />} tone="warning">
          Retried ×{attempts - 1}
        </Badge>
      ) : null}
      {waitedMs > 0 ? (
        <Badge icon={<Hourglass aria-hidden />} tone="info">
          Waited {formatDuration(waitedMs)}
        </Badge>
      ) : null}
      {cache === "hit" || cache === "revalidated" ? <Badge icon={<Database aria-hidden />}>{cache === "hit" ? "Cached" : "Revalidated"}</Badge> : null}
      {breaker === "closed" ? null : (
        <Badge icon={<ShieldAlert aria-hidden />} tone={breaker === "open" ? "danger" : "warning"}>
          {breaker === "open" ? "Breaker open" : "Breaker testing"}
        </Badge>
      )}
    </>
  );
}
