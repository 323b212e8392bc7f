import { Chip } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { type FilterId, marketFilters } from "./market-filters";

type FilterChipsProps = {
  /** Those that can ever find something. */
  offered: ReadonlySet<FilterId>;
  chosen: readonly FilterId[];
  counts: ReadonlyMap<FilterId, number>;
  onChange: (chosen: FilterId[]) => void;
  className?: string;
};

/** Narrows the grid; each says how many it leaves. */
export function FilterChips({ offered, chosen, counts, onChange, className }: FilterChipsProps) {
  const shown = marketFilters.filter(({ id }) => offered.has(id) || chosen.includes(id));
  return (
    <div aria-label="Filters" className={cn("scroll-row relative flex gap-1.5 py-0.5", className)} role="group">
      {shown.map(({ id, label }) => {
        const isPressed = chosen.includes(id);
        return (
          <Chip
            count={counts.get(id) ?? 0}
            isPressed={isPressed}
            key={id}
            onClick={() => onChange(isPressed ? chosen.filter((other) => other !== id) : [...chosen, id])}
          >
            {label}
          </Chip>
        );
      })}
    </div>
  );
}
