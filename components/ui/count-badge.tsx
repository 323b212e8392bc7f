import { cn } from "./cn";
import { formatCount } from "./format-count";

type CountBadgeProps = {
  count: number;
  /** Completes the number for screen readers, e.g. "need attention". */
  label?: string;
  tone?: "neutral" | "warning" | "danger";
  className?: string;
};

/** A number in a pill. Nothing at zero. */
export function CountBadge({ count, label, tone = "neutral", className }: CountBadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      className={cn(
        "tabular inline-flex h-[18px] min-w-[18px] shrink-0 items-center justify-center rounded-full px-1.5 font-medium text-xs",
        tone === "neutral" && "bg-pressed text-muted",
        tone === "warning" && "bg-warning-subtle text-warning border border-warning",
        tone === "danger" && "bg-danger-subtle text-danger border border-danger",
        className,
      )}
    >
      {formatCount(count)}
      {label ? <span className="sr-only"> {label}</span> : null}
    </span>
  );
}
