"use client";

import * as RadixDialog from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { useReturnFocus } from "./use-return-focus";

export const Dialog = RadixDialog.Root;
export const DialogClose = RadixDialog.Close;

const widths = {
  sm: "sm:max-w-dialog-sm",
  md: "sm:max-w-dialog-md",
  lg: "sm:max-w-dialog-lg",
};

type DialogContentProps = Omit<ComponentProps<typeof RadixDialog.Content>, "title"> & {
  title: ReactNode;
  /** One sentence under the title; also what a screen reader hears on opening. */
  description?: ReactNode;
  /** Stands before the title, e.g. a logo. */
  icon?: ReactNode;
  size?: keyof typeof widths;
};

/**
 * The window: a sheet on phones, centred on desktops. Put `DialogBody` and `DialogFooter` inside;
 * a form goes round both with `className="contents"`.
 */
export function DialogContent({
  title,
  description,
  icon,
  size = "md",
  className,
  children,
  onInteractOutside,
  onOpenAutoFocus,
  ...props
}: DialogContentProps) {
  const returnFocus = useReturnFocus();
  return (
    <RadixDialog.Portal>
      <RadixDialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim data-[state=closed]:animate-fade-out" />
      <RadixDialog.Content
        className={cn(
          "fixed z-50 flex flex-col overflow-hidden bg-surface-overlay shadow-float",
          "inset-x-0 top-3 bottom-0 animate-sheet-in rounded-t-xl data-[state=closed]:animate-fade-out",
          "sm:inset-0 sm:m-auto sm:h-fit sm:max-h-[min(44rem,100dvh-4rem)] sm:animate-float-in sm:rounded-xl",
          widths[size],
          className,
        )}
        onInteractOutside={(event) => {
          // A toast lies above the dialog; pressing it is not leaving.
          const { target } = event.detail.originalEvent;
          if (target instanceof Element && target.closest("[data-toast]")) event.preventDefault();
          onInteractOutside?.(event);
        }}
        onCloseAutoFocus={returnFocus.onCloseAutoFocus}
        onOpenAutoFocus={(event) => {
          returnFocus.onOpenAutoFocus();
          onOpenAutoFocus?.(event);
        }}
        {...(description ? {} : { "aria-describedby": undefined })}
        {...props}
      >
        <header className="flex shrink-0 items-start gap-3 px-5 pt-5 pr-14 pb-3">
          {icon}
          <div className="min-w-0">
            <RadixDialog.Title className="text-lg">{title}</RadixDialog.Title>
            {description ? (
              <RadixDialog.Description className="mt-1 text-muted">
                {description}
              </RadixDialog.Description>
            ) : null}
          </div>
        </header>
        {children}
        <RadixDialog.Close asChild>
          <IconButton className="absolute top-3.5 right-3.5" label="Close">
            <X aria-hidden size={16} />
          </IconButton>
        </RadixDialog.Close>
      </RadixDialog.Content>
    </RadixDialog.Portal>
  );
}

/** The part that scrolls. */
export function DialogBody({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("min-h-0 flex-1 content-start overflow-y-auto overscroll-contain px-5 pt-1 pb-5", className)}
      {...props}
    />
  );
}

/** Stays in view below the body; the main button comes last. */
export function DialogFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn(
        "flex shrink-0 items-center justify-end gap-2 border-t bg-surface-sunken px-5 py-3 dark:bg-transparent",
        "pb-[max(0.75rem,env(safe-area-inset-bottom))]",
        className,
      )}
      {...props}
    />
  );
}
