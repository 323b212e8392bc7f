import { ChevronRight } from "lucide-react";
import Link from "next/link";

type Crumb = { label: string; href: string };

type BreadcrumbsProps = {
  /** The pages above this one, outermost first. */
  parents: readonly Crumb[];
  current: string;
};

/** The way back up, from the second level on. */
export function Breadcrumbs({ parents, current }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex min-w-0 items-center gap-1 text-muted text-sm">
        {parents.map(({ label, href }) => (
          <li className="flex shrink-0 items-center gap-1" key={href}>
            <Link className="rounded-sm hover:text-ink" href={href}>
              {label}
            </Link>
            <ChevronRight aria-hidden className="text-faint" size={14} />
          </li>
        ))}
        <li aria-current="page" className="truncate text-ink">
          {current}
        </li>
      </ol>
    </nav>
  );
}
