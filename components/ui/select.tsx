import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type SelectProps = Omit<ComponentProps<"select">, "size" | "multiple">;

/** The platform's own list, which phones and screen readers know best, in our frame. */
export function Select({ className, children, ...props }: SelectProps) {
  return (
    <span className={cn("relative block", className)}>
      <select
        className="control block h-8 w-full appearance-none truncate pr-8 pl-2.5 text-base pointer-coarse:h-10 pointer-coarse:text-lg"
        {...props}
      >
        {children}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted"
        size={14}
      />
    </span>
  );
}
