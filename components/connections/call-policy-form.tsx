import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { FormCard } from "@/components/settings/form-card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { CallState } from "@/server/gateway/get-call-state";
import { callPolicyOverrides } from "@/server/gateway/schema";
import { readCallPolicy } from "./read-call-policy";

type FormProps = { connectionId: string; connectorName: string };

/** How calls through this connection are repeated, limited and cached. */
export function CallPolicyForm({ connectionId, connectorName }: FormProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.gateway.callState.queryOptions({ connectionId }));
  if (error) return <p className="text-muted">{readFailure(error).message}</p>;
  if (!data) return <Skeleton className="h-72 rounded-lg" />;
  return <LoadedForm connectionId={connectionId} connectorName={connectorName} key={JSON.stringify(data.overrides)} policy={data.policy} />;
}

function LoadedForm({ connectionId, connectorName, policy }: FormProps & Pick<CallState, "policy">) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const update = useMutation({
    ...trpc.gateway.updateCallPolicy.mutationOptions(),
    onSuccess: (state) => {
      cache.setQueryData(trpc.gateway.callState.queryKey({ connectionId }), state);
      void cache.invalidateQueries(trpc.connections.events.queryFilter());
      toast({ title: "Saved." });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (update.isPending) return;
    const parsed = callPolicyOverrides.safeParse(readCallPolicy(new FormData(event.currentTarget)));
    setErrors(parsed.success ? {} : Object.fromEntries(parsed.error.issues.map(({ path }) => [String(path[0]), "Use a whole number in this range."])));
    if (parsed.success) update.mutate({ connectionId, policy: parsed.data });
  };
  const [budget] = policy.budget;
  return (
    <FormCard failure={update.error ? readFailure(update.error).message : null} isSending={update.isPending} noValidate onSubmit={submit} submitLabel="Save">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field error={errors["budget"]} help="Left empty, only what the vendor's answers say counts." isOptional label={`Calls that ${connectorName} allows`}>
          {(control) => <Input {...control} defaultValue={budget?.calls} inputMode="numeric" max={1_000_000} min={1} name="calls" type="number" />}
        </Field>
        <Field label="in">
          {(control) => (
            <Select {...control} defaultValue={String(budget?.seconds ?? 60)} name="seconds">
              <option value="1">a second</option>
              <option value="10">10 seconds</option>
              <option value="60">a minute</option>
              <option value="3600">an hour</option>
              <option value="86400">a day</option>
            </Select>
          )}
        </Field>
        <Field error={errors["queueSeconds"]} help="0 to 120. Then they are answered 429." label="Seconds that calls stand in line">
          {(control) => <Input {...control} defaultValue={policy.queueSeconds} inputMode="numeric" max={120} min={0} name="queueSeconds" type="number" />}
        </Field>
        <Field error={errors["firstByteSeconds"]} help="1 to 300. Then they are answered 504." label="Seconds to wait for an answer">
          {(control) => <Input {...control} defaultValue={policy.firstByteSeconds} inputMode="numeric" max={300} min={1} name="firstByteSeconds" type="number" />}
        </Field>
        <Field className="sm:col-span-2" help="Reads, and writes that the vendor knows again by their key. Never a write whose outcome is unknown." label="Send again after a failure">
          {(control) => (
            <Select {...control} defaultValue={String(policy.retries)} name="retries">
              <option value="0">Never</option>
              <option value="1">Once</option>
              {[2, 3, 4, 5].map((times) => (
                <option key={times} value={times}>
                  Up to {times} times
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="grid gap-1">
        <Checkbox defaultChecked={policy.hasBreaker} help={`When half of the calls fail, the next ones are answered at once until ${connectorName} works again.`} label="Stop sending while it is down" name="hasBreaker" />
        <Checkbox defaultChecked={policy.isCached} help="Answers to reads are kept as long as the vendor says, and checked with it after that." label="Cache answers" name="isCached" />
      </div>
    </FormCard>
  );
}
