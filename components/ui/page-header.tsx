import type { ReactNode } from "react";
import { cn } from "./cn";

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** From the second level on. */
  breadcrumbs?: ReactNode;
  /** Stands before the title, e.g. a logo tile. */
  media?: ReactNode;
  /** Follows the title on its line, e.g. a badge or a state. */
  badge?: ReactNode;
  /** The page's one primary action, perhaps quiet ones before it. */
  actions?: ReactNode;
  className?: string;
};

/** The top of a page. */
export function PageHeader({
  title,
  description,
  breadcrumbs,
  media,
  badge,
  actions,
  className,
}: PageHeaderProps) {
  return (
    <header className={cn("mb-6", className)}>
      {breadcrumbs ? <div className="mb-4">{breadcrumbs}</div> : null}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 sm:flex-nowrap">
        <div className={cn("flex min-w-0 flex-1 basis-56 gap-4", description ? "items-start" : "items-center")}>
          {media}
          <div className="min-w-0">
            <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-pretty break-words text-xl">{title}</h1>
              {badge}
            </div>
            {description ? (
              <div className="mt-0.5 max-w-reading text-pretty text-muted">{description}</div>
            ) : null}
          </div>
        </div>
        {actions ? <div className="flex shrink-0 items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
