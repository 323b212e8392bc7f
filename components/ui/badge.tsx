import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import type { Tone } from "./tone";

const tones: Record<Tone, string> = {
  neutral: "border-border bg-surface-sunken text-muted dark:bg-hover",
  accent: "border-accent bg-accent-subtle text-accent",
  positive: "border-positive bg-positive-subtle text-positive",
  warning: "border-warning bg-warning-subtle text-warning",
  danger: "border-danger bg-danger-subtle text-danger",
  info: "border-info bg-info-subtle text-info",
};

type BadgeProps = ComponentProps<"span"> & { tone?: Tone; icon?: ReactNode };

/** A word or two about the thing beside it. Not pressable: that is a Chip. */
export function Badge({ tone = "neutral", icon, className, children, ...props }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm border px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0",
        tones[tone],
        className,
      )}
      {...props}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
