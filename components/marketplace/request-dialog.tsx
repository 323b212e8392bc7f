"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { requestConnectorInput } from "@/server/connections/connector-request.schema";

/** Asks for a service that the catalog does not have. `name` is what was searched for. */
export function RequestDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: requestConnectorInput,
    send: async (input) => {
      await client.catalog.request.mutate(input);
      toast({ tone: "positive", title: `${input.name} is on the list that admins of this workspace see.` });
      await cache.invalidateQueries(trpc.catalog.requests.queryFilter());
      onClose();
    },
  });
  return (
    <Dialog onOpenChange={onClose} open>
      <DialogContent description="Admins of this workspace see who misses what, in the settings. Nothing is sent to anybody else." size="sm" title="Request a connector">
        <form {...props} className="contents">
          <DialogBody className="grid gap-5">
            {failure ? (
              <Banner isAlert tone="danger">
                {failure}
              </Banner>
            ) : null}
            <Field error={errors["name"]} label="Service">
              {(control) => <Input {...control} autoComplete="off" autoFocus defaultValue={name} maxLength={80} name="name" placeholder="Miro" />}
            </Field>
            <Field error={errors["purpose"]} isOptional label="What you would do with it">
              {(control) => <Textarea {...control} maxLength={500} name="purpose" placeholder="Copy boards into issues" rows={3} />}
            </Field>
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button isLoading={isSending} type="submit" variant="primary">
              Request
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
