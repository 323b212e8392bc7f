import { Pause, Unplug } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { ConnectionView } from "@/server/connections/schema";
import { DependentsNote } from "./dependents-note";
import { DisconnectDialog } from "./disconnect-dialog";

type TurnOffDialogProps = { connection: ConnectionView; goesTo?: string | undefined; onPause: () => void; onClose: () => void };

/** Off, but how far: a pause keeps everything, disconnecting destroys the credential. */
export function TurnOffDialog({ connection, goesTo, onPause, onClose }: TurnOffDialogProps) {
  const [isLeaving, setLeaving] = useState(false);
  if (isLeaving) return <DisconnectDialog connection={connection} goesTo={goesTo} onClose={onClose} />;
  return (
    <Dialog onOpenChange={onClose} open>
      <DialogContent className="max-sm:top-auto" size="sm" title={`Turn ${connection.name} off?`}>
        <DialogBody className="grid gap-4 text-muted">
          <DependentsNote connectionId={connection.id} />
          <ul className="grid gap-2.5">
            <li className="flex gap-2.5">
              <Pause aria-hidden className="mt-0.5 shrink-0" size={16} />
              <span>
                <strong className="font-medium text-ink">Pause</strong> refuses calls and keeps the credential. One press brings it back.
              </span>
            </li>
            <li className="flex gap-2.5">
              <Unplug aria-hidden className="mt-0.5 shrink-0" size={16} />
              <span>
                <strong className="font-medium text-ink">Disconnect</strong> destroys the stored credential and its history here. It cannot be undone.
              </span>
            </li>
          </ul>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button className="mr-auto" variant="ghost">
              Cancel
            </Button>
          </DialogClose>
          <Button onClick={() => setLeaving(true)}>Disconnect…</Button>
          <Button
            onClick={() => {
              onPause();
              onClose();
            }}
            variant="primary"
          >
            Pause
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
