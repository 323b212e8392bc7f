import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SecretInput } from "@/components/ui/secret-input";
import { Segmented } from "@/components/ui/segmented";
import { toast } from "@/components/ui/toast";
import type { OAuthAppView } from "@/server/oauth/list-oauth-apps";
import { saveOAuthAppInput } from "@/server/oauth/schema";

const serving = [
  { value: "workspace", label: "This workspace" },
  { value: "instance", label: "Every workspace" },
] as const;

/** What the vendor gave after registering. */
export function OAuthAppForm({ app, isInstanceOwner }: { app: OAuthAppView; isInstanceOwner: boolean }) {
  const { connector, connectorName, registrations } = app;
  const [serves, setServes] = useState<"workspace" | "instance">("workspace");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [staleCount, setStaleCount] = useState(0);
  const isReplacing = registrations.some(({ source }) => source === serves);
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: saveOAuthAppInput,
    read: (data) => ({ ...Object.fromEntries(data), connector }),
    send: async (input, form) => {
      const { staleConnections } = await client.oauth.saveApp.mutate(input);
      form.reset();
      setStaleCount(staleConnections);
      toast({ tone: "positive", title: serves === "instance" ? `People of every workspace can connect ${connectorName} with one click now.` : `Everyone can connect ${connectorName} with one click now.` });
      await Promise.all([cache.invalidateQueries(trpc.oauth.listApps.queryFilter()), cache.invalidateQueries(trpc.catalog.pathFilter())]);
    },
  });
  return (
    <form {...props} className="grid gap-4">
      <h4 className="font-medium text-sm">{isReplacing ? "Replace the app" : "Enter what you got"}</h4>
      {failure ? (
        <Banner isAlert tone="danger">
          {failure}
        </Banner>
      ) : null}
      {staleCount > 0 ? (
        <Banner isAlert title={staleCount === 1 ? "1 connection was made with the client ID before" : `${staleCount} connections were made with the client ID before`} tone="warning">
          They work until their tokens expire. Then they ask to be reconnected.
        </Banner>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field error={errors["clientId"]} label="Client ID">
          {(control) => <Input {...control} autoComplete="off" name="clientId" spellCheck={false} />}
        </Field>
        <Field error={errors["clientSecret"]} label="Client secret">
          {(control) => <SecretInput {...control} name="clientSecret" />}
        </Field>
      </div>
      {isInstanceOwner ? (
        <div>
          <Segmented label="Who uses it" name="serves" onValueChange={setServes} options={serving} value={serves} />
          <p className="mt-1.5 text-muted text-sm">{serves === "instance" ? "Used by every workspace that has no app of its own." : "Used by this workspace alone."}</p>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button isLoading={isSending} type="submit" variant="primary">
          {isReplacing ? "Replace app" : "Save app"}
        </Button>
        <p className="text-muted text-sm">The secret is sealed, and not shown again.</p>
      </div>
    </form>
  );
}
