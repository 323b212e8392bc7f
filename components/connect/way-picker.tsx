import { useId } from "react";
import { cn } from "@/components/ui/cn";
import type { AuthOptionView } from "@/server/catalog/schema";
import { describeWay } from "./way";

type WayPickerProps = {
  ways: readonly AuthOptionView[];
  chosen: AuthOptionView;
  onChoose: (way: AuthOptionView) => void;
  connectorName: string;
  isAdmin: boolean;
};

/** How to connect, when there are several ways. */
export function WayPicker({ ways, chosen, onChoose, connectorName, isAdmin }: WayPickerProps) {
  const name = useId();
  return (
    <fieldset className="divide-y rounded-lg border">
      <legend className="sr-only">How to connect</legend>
      {ways.map((way) => {
        const isChosen = way.kind === chosen.kind;
        return (
          <label className={cn("relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-3.5 py-2.5 transition-colors first:rounded-t-[9px] last:rounded-b-[9px]", isChosen ? "bg-accent-subtle" : "hover:bg-hover")} key={way.kind}>
            <input checked={isChosen} className="control mt-0.5 size-4 shrink-0 appearance-none rounded-full checked:border-5 checked:[border-color:var(--color-accent)]!" name={name} onChange={() => onChoose(way)} type="radio" value={way.kind} />
            <span className="font-medium text-sm">{way.label}</span>
            <span className="col-start-2 text-muted text-sm">{describeWay(way, connectorName, isAdmin)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
