import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyStateProps = {
  icon?: ReactNode;
  /** What is not here, in one line. */
  title: ReactNode;
  /** What would be here, and how it gets here. */
  children?: ReactNode;
  /** One button, perhaps a quiet second. */
  actions?: ReactNode;
  headingLevel?: 2 | 3;
  className?: string;
};

/** Where a list has nothing to show: says why and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  headingLevel = 2,
  className,
}: EmptyStateProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <div
      className={cn(
        "flex flex-col items-center rounded-lg border border-dashed px-6 py-12 text-center",
        className,
      )}
    >
      {icon ? (
        <div
          aria-hidden
          className="mb-4 grid size-10 place-items-center rounded-lg border bg-surface-raised text-muted shadow-control [&_svg]:size-5"
        >
          {icon}
        </div>
      ) : null}
      <Heading className="text-base">{title}</Heading>
      {children ? <div className="mt-1 max-w-100 text-pretty text-muted">{children}</div> : null}
      {actions ? (
        <div className="mt-5 flex flex-wrap items-center justify-center gap-2">{actions}</div>
      ) : null}
    </div>
  );
}
