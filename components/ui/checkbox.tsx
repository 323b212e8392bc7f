import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "size"> & {
  label: ReactNode;
  help?: ReactNode;
};

/** A box with its words; the whole row is the target. */
export function Checkbox({ label, help, className, ...props }: CheckboxProps) {
  return (
    <label className={cn("group flex items-start gap-2.5 py-1 has-disabled:text-faint", className)}>
      <span className="relative mt-0.5 grid size-4 shrink-0 place-items-center">
        <input
          className="control peer absolute inset-0 size-4 appearance-none rounded-sm checked:border-accent checked:bg-accent"
          type="checkbox"
          {...props}
        />
        <Check
          aria-hidden
          className="relative hidden text-on-accent peer-checked:block"
          size={12}
          strokeWidth={3}
        />
      </span>
      <span className="min-w-0">
        <span className="block">{label}</span>
        {help ? <span className="block text-muted text-sm">{help}</span> : null}
      </span>
    </label>
  );
}
