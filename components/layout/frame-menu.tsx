"use client";

import { type ReactNode, type ToggleEvent, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";

type FrameMenuProps = {
  /** What opens it, for screen readers. */
  label: string;
  trigger: ReactNode;
  triggerClassName?: string;
  /** Where it stands on a desktop; on a phone it is a sheet at the bottom. */
  placement: string;
  /** Gets the function that closes it. */
  children: (close: () => void) => ReactNode;
};

/**
 * A panel of the frame on the browser's own popover: Escape, pressing outside and the return of
 * the focus come with it, and the first load carries no positioning library.
 */
export function FrameMenu({
  label,
  trigger,
  triggerClassName,
  placement,
  children,
}: FrameMenuProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-label={label}
        className={triggerClassName}
        popoverTarget={id}
        type="button"
      >
        {trigger}
      </button>
      <div
        aria-label={label}
        className={cn(
          "fixed inset-auto m-0 overflow-y-auto bg-surface-overlay p-1.5 text-ink shadow-float backdrop:bg-scrim lg:backdrop:bg-transparent",
          "max-lg:inset-x-0 max-lg:bottom-0 max-lg:w-full max-lg:animate-sheet-in max-lg:rounded-t-xl max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))]",
          "max-h-[min(32rem,80dvh)] lg:w-64 lg:animate-float-in lg:rounded-lg",
          placement,
        )}
        id={id}
        onToggle={(event: ToggleEvent<HTMLDivElement>) => setOpen(event.newState === "open")}
        popover="auto"
        ref={panel}
        role="dialog"
      >
        {children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}
