"use client";

import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { modifierKey } from "./modifier-key";
import { navItems } from "./nav-items";

/** The list behind `?`. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const rows = [
    { label: "Search or do anything", keys: `${modifierKey()} K` },
    { label: "Search this page", keys: "/" },
    ...Object.values(navItems).map(({ label, keys }) => ({ label: `Go to ${label}`, keys })),
    { label: "Close what is open", keys: "Esc" },
    { label: "This list", keys: "?" },
  ];
  return (
    <Dialog onOpenChange={onClose} open>
      <DialogContent className="max-sm:top-auto" size="sm" title="Keyboard shortcuts">
        <DialogBody>
          <ul className="divide-y">
            {rows.map(({ label, keys }) => (
              <li className="flex items-center justify-between gap-4 py-2 text-sm" key={label}>
                {label}
                <Kbd keys={keys} />
              </li>
            ))}
          </ul>
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
