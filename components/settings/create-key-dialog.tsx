"use client";

import { useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { CreatedApiKey } from "@/server/workspaces/create-api-key";
import { CreateKeyForm } from "./create-key-form";
import { CreatedKey } from "./created-key";

/** Makes a key, then shows it: once. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  return (
    <Dialog onOpenChange={onClose} open>
      <DialogContent
        description={created ? "Only its hash is kept. Nobody can show it to you again." : "Give it no more than the program needs."}
        // Pressing beside the dialog by mistake must not lose a key that is shown once.
        onInteractOutside={(event) => event.preventDefault()}
        title={created ? "Copy the key now" : "Create an API key"}
      >
        {created ? <CreatedKey apiKey={created.key} onClose={onClose} /> : <CreateKeyForm onCreated={setCreated} />}
      </DialogContent>
    </Dialog>
  );
}
