import { ArrowDownLeft, CircleAlert, Database, Dot, Hourglass, KeyRound, type LucideIcon, Play, RotateCw, ShieldAlert } from "lucide-react";
import { formatDuration } from "@/components/connections/format-duration";
import { cn } from "@/components/ui/cn";
import type { CallWithDetail } from "@/server/activity/get-call";
import { type StoryStep, tellStory } from "./call-story";

const icons: Record<StoryStep["kind"], LucideIcon> = {
  asked: Play,
  waited: Hourglass,
  retried: RotateCw,
  refreshed: KeyRound,
  cached: Database,
  breaker: ShieldAlert,
  answered: ArrowDownLeft,
  failed: CircleAlert,
  other: Dot,
};

const inks: Partial<Record<StoryStep["kind"], string>> = {
  failed: "border-danger bg-danger-subtle text-danger",
  answered: "border-positive bg-positive-subtle text-positive",
  retried: "border-warning bg-warning-subtle text-warning",
  breaker: "border-warning bg-warning-subtle text-warning",
  waited: "border-info bg-info-subtle text-info",
};

/** What the gateway did with a call and why, from when it was asked to how it ended. */
export function CallTimeline({ call }: { call: CallWithDetail }) {
  const steps = tellStory(call);
  return (
    <ol aria-label="What happened">
      {steps.map(({ kind, text, atMs }, place) => {
        const Icon = icons[kind];
        return (
          // The same step may come twice; its place does not change.
          <li className="relative flex gap-3 pb-3.5 last:pb-0" key={`${place}-${kind}`}>
            {place < steps.length - 1 ? <span aria-hidden className="absolute top-7 bottom-0.5 left-3 w-px bg-border" /> : null}
            <span className={cn("grid size-6 shrink-0 place-items-center rounded-full border", inks[kind] ?? "bg-surface-raised text-muted")}>
              <Icon aria-hidden size={12} />
            </span>
            <p className="min-w-0 flex-1 break-words pt-0.5 text-sm">{text}</p>
            {atMs === null ? null : <span className="tabular shrink-0 pt-0.5 font-mono text-faint text-xs leading-5">+{formatDuration(atMs)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
