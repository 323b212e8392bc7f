import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { formatCount } from "./format-count";

/** The look of a filter, for links that filter. Set `aria-current` or `aria-pressed` on it. */
const chipLook = cn(
  "inline-flex h-7 shrink-0 select-none items-center gap-1.5 rounded-full border bg-surface-raised px-2.5 font-medium text-muted text-sm transition-colors -outline-offset-1 pointer-coarse:h-9 pointer-coarse:px-3",
  "hover:border-strong hover:text-ink disabled:text-faint",
  "aria-pressed:border-accent aria-pressed:bg-accent-subtle aria-pressed:text-accent",
  "aria-current:border-accent aria-current:bg-accent-subtle aria-current:text-accent",
);

type ChipProps = Omit<ComponentProps<"button">, "aria-pressed"> & {
  isPressed: boolean;
  icon?: ReactNode;
  /** How many things it leaves. */
  count?: number;
};

/** A filter that is on or off. */
export function Chip({ isPressed, icon, count, className, children, ...props }: ChipProps) {
  return (
    <button
      aria-pressed={isPressed}
      className={cn(chipLook, className)}
      type="button"
      {...props}
    >
      {icon}
      {children}
      {count === undefined ? null : <ChipCount count={count} />}
    </button>
  );
}

/** The number at the end of a chip. */
function ChipCount({ count }: { count: number }) {
  return <span className="tabular font-normal">{formatCount(count)}</span>;
}
