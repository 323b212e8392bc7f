import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useId, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CreatedApiKey } from "@/server/workspaces/create-api-key";
import { createApiKeyInput } from "@/server/workspaces/schema";
import { keyScopeFacts } from "./key-scope-facts";

const dayMs = 86_400_000;
const lifetimes = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
  { days: 0, label: "Never" },
];

/** Name, scopes in plain words, and the day on which the key ends. */
export function CreateKeyForm({ onCreated }: { onCreated: (created: CreatedApiKey) => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const legendId = useId();
  const [days, setDays] = useState(90);
  const [isForAdmins, setForAdmins] = useState(false);
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: createApiKeyInput,
    read: (data) => ({ name: data.get("name"), scopes: data.getAll("scopes"), expiresAt: days === 0 ? null : new Date(Date.now() + days * dayMs).toISOString(), callsPerMinute: data.get("callsPerMinute") === "" ? null : Number(data.get("callsPerMinute")) }),
    send: async (input) => {
      onCreated(await client.workspaces.createApiKey.mutate(input));
      await cache.invalidateQueries(trpc.workspaces.apiKeys.queryFilter());
    },
  });
  const scopes = Object.entries(keyScopeFacts).filter(([, { isOffered }]) => isOffered);
  return (
    <form {...props} className="contents">
      <DialogBody className="grid gap-5">
        {failure ? (
          <Banner isAlert tone="danger">
            {failure}
          </Banner>
        ) : null}
        <Field error={errors["name"]} help="Where it will be used, so that you know later what stops when you revoke it." label="Name">
          {(control) => <Input {...control} autoComplete="off" autoFocus name="name" placeholder="Billing service" />}
        </Field>
        <fieldset aria-describedby={errors["scopes"] ? `${legendId}-error` : undefined}>
          <legend className="mb-1 font-medium text-sm">It may</legend>
          {scopes.map(([scope, { label, detail }]) => {
            const isImplied = isForAdmins && scope !== "admin";
            return (
              <Checkbox
                checked={isImplied || undefined}
                disabled={isImplied}
                help={detail}
                key={`${scope}-${isImplied}`}
                label={label}
                name="scopes"
                onChange={scope === "admin" ? (event) => setForAdmins(event.target.checked) : undefined}
                value={scope}
              />
            );
          })}
          <div aria-live="polite">
            {errors["scopes"] ? (
              <p className="mt-1 flex items-start gap-1.5 text-danger text-sm" id={`${legendId}-error`}>
                <CircleAlert aria-hidden className="mt-[3px] shrink-0" size={14} />
                {errors["scopes"]}
              </p>
            ) : null}
          </div>
        </fieldset>
        <Field error={errors["expiresAt"]} help={days === 0 ? "It works until somebody revokes it. A key with an end does less harm when it leaks." : `On ${dayOf(days)}.`} label="Ends after">
          {(control) => (
            <Select {...control} name="expiresAt" onChange={(event) => setDays(Number(event.target.value))} value={days}>
              {lifetimes.map((lifetime) => (
                <option key={lifetime.days} value={lifetime.days}>
                  {lifetime.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field error={errors["callsPerMinute"]} help="More are answered 429 and told when to come back." isOptional label="Calls a minute">
          {(control) => <Input {...control} inputMode="numeric" min={1} name="callsPerMinute" placeholder="No limit" type="number" />}
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button isLoading={isSending} type="submit" variant="primary">
          Create key
        </Button>
      </DialogFooter>
    </form>
  );
}

function dayOf(days: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(Date.now() + days * dayMs);
}
