import type { MouseEvent } from "react";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format-count";
import type { Category } from "@/server/catalog/connector";

type CategoryListProps = {
  categories: readonly { id: Category; label: string }[];
  counts: ReadonlyMap<Category | null, number>;
  current: Category | null;
  hrefOf: (category: Category | null) => string;
  onChoose: (category: Category | null) => void;
  className?: string;
};

const look = cn(
  "flex select-none items-center font-medium text-muted text-sm transition-colors hover:text-ink",
  "max-lg:h-7 max-lg:shrink-0 max-lg:gap-1.5 max-lg:rounded-full max-lg:border max-lg:bg-surface-raised max-lg:px-2.5 max-lg:-outline-offset-1 max-lg:pointer-coarse:h-9 max-lg:pointer-coarse:px-3",
  "max-lg:aria-[current]:border-accent max-lg:aria-[current]:bg-accent-subtle max-lg:aria-[current]:text-accent",
  "lg:h-8 lg:gap-2 lg:rounded-md lg:px-2 lg:-outline-offset-2 lg:hover:bg-hover lg:aria-[current]:bg-pressed lg:aria-[current]:text-ink",
);

/** The categories: a column beside the grid on desktops, a row of chips above it on phones. */
export function CategoryList({ categories, counts, current, hrefOf, onChoose, className }: CategoryListProps) {
  const entries = [{ id: null, label: "All" }, ...categories];
  return (
    <nav aria-label="Categories" className={className}>
      <ul className="gutter scroll-row relative flex gap-1.5 max-lg:-mx-4 max-lg:py-0.5 max-lg:md:-mx-6 lg:flex-col lg:gap-px lg:px-0">
        {entries.map(({ id, label }) => {
          const count = counts.get(id) ?? 0;
          return (
            <li key={id ?? "all"}>
              <a
                aria-current={id === current ? "true" : undefined}
                className={look}
                href={hrefOf(id)}
                onClick={(event) => {
                  if (opensElsewhere(event)) return;
                  event.preventDefault();
                  onChoose(id);
                }}
              >
                <span className="flex-1 truncate">{label}</span>{" "}
                <span className="tabular font-normal text-faint text-xs in-[[aria-current]]:text-inherit">
                  {formatCount(count)}
                  <span className="sr-only"> connectors</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function opensElsewhere(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
}
