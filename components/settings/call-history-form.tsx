"use client";

import { useRouter } from "next/navigation";
import { useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { callDetails, callHistoryInput, type CallHistorySettings } from "@/server/workspaces/schema";
import { callDetailFacts } from "./call-detail-facts";
import { FormCard } from "./form-card";

/** For admins. */
export function CallHistoryForm({ settings }: { settings: CallHistorySettings }) {
  const client = useTRPCClient();
  const router = useRouter();
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: callHistoryInput,
    send: async (input) => {
      await client.workspaces.updateCallHistory.mutate(input);
      router.refresh();
      toast({ title: "The call history is kept as you chose.", description: "It counts for calls from now on." });
    },
  });
  return (
    <FormCard {...props} failure={failure} isSending={isSending} submitLabel="Save call history">
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 font-medium text-sm">Keep request and answer of</legend>
        {callDetails.map((each) => (
          <div className="flex gap-2.5 py-1" key={each}>
            <input aria-describedby={`call-detail-${each}-help`} className="mt-[3px] size-4 shrink-0 accent-accent" defaultChecked={settings.callDetail === each} id={`call-detail-${each}`} name="callDetail" type="radio" value={each} />
            <div className="min-w-0">
              <label className="block font-medium text-sm" htmlFor={`call-detail-${each}`}>
                {callDetailFacts[each].label}
              </label>
              <p className="text-pretty text-muted text-sm" id={`call-detail-${each}-help`}>
                {callDetailFacts[each].help}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      <Field error={errors["callRetentionDays"]} help="Older calls are deleted within an hour or so, with everything they said." label="Keep calls for this many days">
        {(control) => <Input {...control} className="max-w-28" defaultValue={settings.callRetentionDays} inputMode="numeric" max={365} min={1} name="callRetentionDays" type="number" />}
      </Field>
    </FormCard>
  );
}
