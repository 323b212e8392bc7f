import type { ReactNode } from "react";
import { cn } from "./cn";

type SegmentedProps<Value extends string> = {
  /** What is chosen, for screen readers. */
  label: string;
  /** One per group on a page. */
  name: string;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Icons alone; the words become tooltips. */
  isCompact?: boolean;
  className?: string;
};

/** One of a few, all in view. Native radios: arrow keys, forms and screen readers come with them. */
export function Segmented<Value extends string>({
  label,
  name,
  options,
  value,
  onValueChange,
  isCompact = false,
  className,
}: SegmentedProps<Value>) {
  return (
    <fieldset
      className={cn("inline-flex rounded-md bg-pressed p-0.5", className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          className={cn(
            "relative flex h-7 flex-1 select-none items-center justify-center gap-1.5 rounded-[5px] px-2.5 font-medium text-muted text-sm transition-colors pointer-coarse:h-9",
            "hover:text-ink has-checked:bg-surface-raised has-checked:text-ink has-checked:shadow-control dark:has-checked:bg-pressed",
            "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1",
          )}
          data-tooltip={isCompact ? option.label : undefined}
          key={option.value}
        >
          <input
            checked={option.value === value}
            className="absolute inset-0 appearance-none outline-none"
            name={name}
            onChange={() => onValueChange(option.value)}
            type="radio"
            value={option.value}
          />
          {option.icon}
          <span className={isCompact ? "sr-only" : "truncate"}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
