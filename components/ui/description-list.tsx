import type { ReactNode } from "react";
import { cn } from "./cn";

type DescriptionListProps = {
  items: readonly { label: string; value: ReactNode }[];
  className?: string;
};

/** Facts about one thing: the name on the left, the fact on the right. */
export function DescriptionList({ items, className }: DescriptionListProps) {
  return (
    <dl className={cn("divide-y text-sm", className)}>
      {items.map(({ label, value }) => (
        <div className="grid gap-x-4 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[10rem_1fr] sm:items-baseline" key={label}>
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
