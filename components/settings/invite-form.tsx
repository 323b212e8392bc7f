import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { roleFacts } from "@/components/account/role-facts";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { createInvitationInput, invitableRoles } from "@/server/workspaces/schema";

/** Makes an invitation link and shows it, once. */
export function InviteForm() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [role, setRole] = useState<(typeof invitableRoles)[number]>("member");
  const [link, setLink] = useState<string | null>(null);
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: createInvitationInput,
    read: (data) => ({ role: data.get("role"), email: data.get("email") === "" ? undefined : data.get("email") }),
    send: async (input, form) => {
      const made = await client.workspaces.createInvitation.mutate(input);
      setLink(made.link);
      form.reset();
      setRole("member");
      await cache.invalidateQueries(trpc.workspaces.invitations.queryFilter());
    },
  });
  return (
    <Card>
      <CardBody className="grid gap-4">
        {failure ? (
          <Banner isAlert tone="danger">
            {failure}
          </Banner>
        ) : null}
        <form {...props} className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem_auto]">
          <Field error={errors["email"]} isOptional label="E-mail">
            {(control) => <Input {...control} autoComplete="off" inputMode="email" name="email" placeholder="ada@example.com" type="email" />}
          </Field>
          <Field error={errors["role"]} label="Role">
            {(control) => (
              <Select {...control} name="role" onChange={(event) => setRole(invitableRoles.find((each) => each === event.target.value) ?? "member")} defaultValue="member">
                {invitableRoles.map((each) => (
                  <option key={each} value={each}>
                    {roleFacts[each].label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button className="sm:mt-[26px]" isLoading={isSending} type="submit" variant="primary">
            Create link
          </Button>
          <p className="text-muted text-sm sm:col-span-3">
            {roleFacts[role].label}: {roleFacts[role].can} The e-mail address is only a note for you.
          </p>
        </form>
        <div aria-live="polite" className="contents">
          {link ? (
            <div className="grid gap-1.5 rounded-lg border border-positive bg-positive-subtle p-3.5">
              <p className="font-medium">Copy the link now: it is not shown again</p>
              <CopyField className="bg-surface-raised" value={link} what="invitation link" />
            </div>
          ) : null}
        </div>
      </CardBody>
    </Card>
  );
}
