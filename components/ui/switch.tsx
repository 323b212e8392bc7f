"use client";

import * as RadixSwitch from "@radix-ui/react-switch";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type SwitchProps = ComponentProps<typeof RadixSwitch.Root> & {
  /** The change is on its way: the switch stays where it was put and ignores presses. */
  isBusy?: boolean;
};

/** On or off, at once. Name it with `aria-label` or a label's `htmlFor`. */
export function Switch({ isBusy = false, onCheckedChange, className, ...props }: SwitchProps) {
  return (
    <RadixSwitch.Root
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      className={cn(
        "relative inline-flex h-[18px] w-8 shrink-0 items-center rounded-full p-0.5 transition-colors",
        "bg-strong data-[state=checked]:bg-accent",
        "disabled:cursor-not-allowed disabled:opacity-50",
        "before:absolute before:-inset-x-1 before:-inset-y-2 pointer-coarse:before:-inset-y-3.5",
        isBusy && "cursor-progress",
        className,
      )}
      onCheckedChange={isBusy ? undefined : onCheckedChange}
      {...props}
    >
      <RadixSwitch.Thumb
        className={cn(
          "block size-3.5 rounded-full bg-[white] shadow-control transition-transform data-[state=checked]:translate-x-3.5",
          isBusy && "animate-skeleton",
        )}
      />
    </RadixSwitch.Root>
  );
}
