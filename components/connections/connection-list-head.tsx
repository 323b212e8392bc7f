import { cn } from "@/components/ui/cn";
import { listColumns } from "./list-columns";

/** What the columns are, on pages wide enough to have them. Each cell says it again to screen readers. */
export function ConnectionListHead() {
  return (
    <div aria-hidden className={cn(listColumns, "mb-1.5 px-4 text-faint text-xs max-lg:hidden")}>
      <span className="col-start-2">Connection</span>
      <span>Health</span>
      <span>Last used</span>
      <span>Access</span>
      <span>Connected by</span>
    </div>
  );
}
