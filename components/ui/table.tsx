import type { ComponentProps } from "react";
import { cn } from "./cn";

type TableProps = ComponentProps<"table"> & {
  /** Names the table for screen readers. */
  label: string;
};

/** Dense rows. On a narrow page the table scrolls inside its own frame. */
export function Table({ label, className, children, ...props }: TableProps) {
  return (
    <section
      aria-label={label}
      className={cn("overflow-x-auto rounded-lg border bg-surface-raised", className)}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left text-sm" {...props}>
        {children}
      </table>
    </section>
  );
}

/** The row of headings. */
export function TableHead({ children, ...props }: ComponentProps<"thead">) {
  return (
    <thead {...props}>
      <tr className="border-b bg-surface-sunken">{children}</tr>
    </thead>
  );
}

type CellProps = { isNumeric?: boolean };

/** A heading. */
export function Th({ isNumeric = false, className, ...props }: ComponentProps<"th"> & CellProps) {
  return (
    <th
      className={cn(
        "h-8 whitespace-nowrap px-3 font-medium text-muted text-xs first:pl-4 last:pr-4",
        isNumeric && "text-right",
        className,
      )}
      scope="col"
      {...props}
    />
  );
}

/** A row. */
export function Tr({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      className={cn(
        "border-b transition-colors last:border-b-0 hover:bg-hover aria-selected:bg-accent-subtle",
        className,
      )}
      {...props}
    />
  );
}

/** A cell. Numbers stand to the right and under each other. */
export function Td({ isNumeric = false, className, ...props }: ComponentProps<"td"> & CellProps) {
  return (
    <td
      className={cn("h-10 px-3 first:pl-4 last:pr-4", isNumeric && "tabular text-right", className)}
      {...props}
    />
  );
}
