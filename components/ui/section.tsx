import { type ReactNode, useId } from "react";
import { CountBadge } from "./count-badge";
import { cn } from "./cn";

type SectionProps = {
  title: ReactNode;
  description?: ReactNode;
  /** How many things are in it. */
  count?: number;
  action?: ReactNode;
  /** An anchor to link to. */
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page. */
export function Section({
  title,
  description,
  count,
  action,
  id,
  className,
  children,
}: SectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={cn("mt-8 first:mt-0", className)} id={id}>
      <div className="mb-3 flex items-end justify-between gap-4">
        <div className="min-w-0">
          <h2 className="flex items-center gap-2 text-base" id={headingId}>
            {title}
            {count === undefined ? null : <CountBadge count={count} />}
          </h2>
          {description ? <p className="mt-0.5 max-w-reading text-muted text-sm">{description}</p> : null}
        </div>
        {action ? <div className="flex shrink-0 items-center gap-2">{action}</div> : null}
      </div>
      {children}
    </section>
  );
}
