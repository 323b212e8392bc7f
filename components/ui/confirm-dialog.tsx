"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "./dialog";

type ConfirmDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The question, e.g. "Disconnect Stripe?". */
  title: ReactNode;
  /** What happens then, and what cannot be undone. */
  children: ReactNode;
  /** The verb, e.g. "Disconnect". */
  confirmLabel: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
};

/** Asks before something that is hard to take back. Focus starts on Cancel. */
export function ConfirmDialog({
  isOpen,
  onOpenChange,
  title,
  children,
  confirmLabel,
  isDangerous = true,
  isBusy = false,
  onConfirm,
}: ConfirmDialogProps) {
  return (
    <Dialog onOpenChange={onOpenChange} open={isOpen}>
      <DialogContent
        className="max-sm:top-auto"
        role="alertdialog"
        size="sm"
        title={title}
      >
        <DialogBody className="text-muted">{children}</DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            isLoading={isBusy}
            onClick={onConfirm}
            variant={isDangerous ? "danger" : "primary"}
          >
            {confirmLabel}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
