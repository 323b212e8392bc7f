import { cn } from "@/components/ui/cn";
import { StatusIcon } from "@/components/ui/status-icon";
import type { CallView } from "@/server/activity/call-view";
import { outcomeHealth, outcomeWord } from "./call-words";

const inks = { healthy: "[color:var(--color-positive)]", degraded: "[color:var(--color-warning)]", failing: "[color:var(--color-danger)]" };

/** How a call ended: by shape, colour, number and word. */
export function CallOutcome({ call, className }: { call: Pick<CallView, "status" | "errorCode">; className?: string }) {
  const health = outcomeHealth(call);
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-1.5 whitespace-nowrap text-sm", className)}>
      <StatusIcon className={inks[health]} status={health} />
      {call.status === null ? null : <span className="tabular font-medium">{call.status}</span>}
      <span className={cn("truncate", call.status === null ? "font-medium" : "text-muted")}>{outcomeWord(call)}</span>
    </span>
  );
}
