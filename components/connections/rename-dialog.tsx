import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readFailure, readFieldErrors } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { ConnectionView } from "@/server/connections/schema";
import { usePatchConnection } from "./use-patch-connection";
import { useRefreshConnections } from "./use-refresh-connections";

/** Gives a connection another name. */
export function RenameDialog({ connection, onClose }: { connection: ConnectionView; onClose: () => void }) {
  const trpc = useTRPC();
  const patch = usePatchConnection();
  const refresh = useRefreshConnections();
  const [name, setName] = useState(connection.name);
  const update = useMutation({
    ...trpc.connections.update.mutationOptions(),
    onSuccess: (changed) => {
      patch(connection.id, () => changed);
      refresh();
      onClose();
    },
    onError: (error) => {
      if (!("name" in readFieldErrors(error))) toast({ tone: "danger", title: readFailure(error).message });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === connection.name) onClose();
    else if (name.trim() !== "") update.mutate({ connectionId: connection.id, name: name.trim() });
  };
  const error = readFieldErrors(update.error)["name"] ?? (name.trim() === "" ? "Give the connection a name." : null);
  return (
    <Dialog onOpenChange={onClose} open>
      <DialogContent className="max-sm:top-auto" size="sm" title={`Rename ${connection.name}`}>
        <form className="contents" noValidate onSubmit={submit}>
          <DialogBody>
            <Field error={error} help="As it appears in lists and logs. Calls use its id, so nothing breaks." label="Name">
              {(control) => <Input {...control} autoComplete="off" maxLength={80} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} value={name} />}
            </Field>
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button isLoading={update.isPending} type="submit" variant="primary">
              Rename
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
