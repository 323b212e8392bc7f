import { cn } from "@/components/ui/cn";
import { callColumns } from "./call-columns";

/** What the columns are, on pages wide enough to have them all. Each cell says it again to screen readers. */
export function CallListHead() {
  return (
    <div aria-hidden className={cn(callColumns, "mb-1.5 px-4 text-faint text-xs max-xl:hidden")}>
      <span>Answer</span>
      <span className="col-span-2">Connection</span>
      <span>Call</span>
      <span className="max-2xl:hidden">Source</span>
      <span>By</span>
      <span className="text-right">Took</span>
      <span className="text-right">When</span>
    </div>
  );
}
