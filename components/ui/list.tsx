import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Rows of one kind in one frame, divided by lines. */
export function List({ className, ...props }: ComponentProps<"ul">) {
  return (
    <ul
      className={cn("divide-y overflow-hidden rounded-lg border bg-surface-raised", className)}
      {...props}
    />
  );
}

type ListRowProps = ComponentProps<"li"> & {
  /** The row follows the RowLink inside it; other controls need `relative`. */
  isLinked?: boolean;
  /** For long lists of one line each: 40 px. */
  isDense?: boolean;
};

/** One row: as high as it must be, at least 48 px. */
export function ListRow({ isLinked = false, isDense = false, className, ...props }: ListRowProps) {
  return (
    <li
      className={cn(
        "relative flex items-center gap-3 px-4 first:rounded-t-[9px] last:rounded-b-[9px]",
        isDense ? "min-h-10 py-1.5" : "min-h-12 py-2",
        isLinked &&
          "group/row transition-colors hover:bg-hover has-[[data-row-link]:focus-visible]:outline-2 has-[[data-row-link]:focus-visible]:outline-focus has-[[data-row-link]:focus-visible]:-outline-offset-2",
        className,
      )}
      {...props}
    />
  );
}
