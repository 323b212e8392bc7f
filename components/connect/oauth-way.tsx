import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import type { AuthOptionView, ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import type { Connected } from "./connect-wizard";
import { FieldControl } from "./field-control";
import { focusField } from "./focus-field";
import { initialScopes } from "./initial-scopes";
import { oauthAppFields, OAuthAppForm } from "./oauth-app-form";
import { OAuthAppMissing } from "./oauth-app-missing";
import { OAuthProblem } from "./oauth-problem";
import { OAuthWaiting } from "./oauth-waiting";
import { ScopePicker } from "./scope-picker";
import { type FieldForm, useFieldForm } from "./use-field-form";
import { useOAuthFlow } from "./use-oauth-flow";

type OAuthWayProps = {
  connector: ConnectorView;
  way: AuthOptionView;
  form: FieldForm;
  before: ConnectionView | null;
  isAdmin: boolean;
  /** Begins with the OAuth app although there is one. */
  isFixingApp: boolean;
  picker: ReactNode;
  /** A way without the vendor's page, where there is one. */
  otherWay: AuthOptionView | undefined;
  onOtherWay: (way: AuthOptionView) => void;
  onConnected: (connected: Connected) => void;
};

/** Signing in at the vendor: what it will be asked for, the window, the wait. */
export function OAuthWay({ connector, way, form, before, isAdmin, isFixingApp, picker, otherWay, onOtherWay, onConnected }: OAuthWayProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const root = useRef<HTMLFormElement>(null);
  const app = useFieldForm();
  const [scopes, setScopes] = useState<ReadonlySet<string>>(() => initialScopes(connector.scopes, before?.scopes));
  const [isEditingApp, setEditingApp] = useState(isFixingApp);
  const needsApp = !way.isReady || isEditingApp;
  const fields = needsApp ? [...connector.inputs, ...oauthAppFields] : connector.inputs;

  const read = useMutation({
    mutationFn: ({ connectionId }: { connectionId: string; note: string | null }) => cache.fetchQuery({ ...trpc.connections.get.queryOptions({ connectionId }), staleTime: 0 }),
    retry: 3,
    onSuccess: (connection, { note }) => onConnected({ connection, note, previousAccount: before?.account.label ?? null }),
  });
  const flow = useOAuthFlow(connector.id, {
    onConnected: read.mutate,
    onRefused: (refusals) => {
      form.refuse(refusals);
      app.refuse(refusals);
    },
  });
  const { phase } = flow;
  const saveApp = async () => {
    await client.oauth.saveApp.mutate({ connector: connector.id, clientId: app.values["clientId"] ?? "", clientSecret: app.values["clientSecret"] ?? "" });
    setEditingApp(false);
    await cache.invalidateQueries(trpc.catalog.pathFilter());
  };
  const begin = (go: typeof flow.start) => {
    const problem = form.findProblem(connector.inputs) ?? (needsApp ? app.findProblem(oauthAppFields) : null);
    if (problem) {
      focusField(root.current, problem.key);
      return;
    }
    const inputs = Object.fromEntries(connector.inputs.map(({ key }) => [key, form.values[key] ?? ""]));
    void go({ connector: connector.id, inputs, scopes: [...scopes], ...(before ? { connectionId: before.id } : {}) }, needsApp ? saveApp : undefined);
  };

  const isAway = phase.name === "starting" || phase.name === "waiting" || read.isPending || read.isSuccess;
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !isAway) root.current?.querySelector<HTMLElement>("[data-first-action]")?.focus();
    wasAway.current = isAway;
  }, [isAway]);

  if (isAway) {
    return <OAuthWaiting connector={connector} isAdmin={isAdmin} isFinishing={read.isPending || read.isSuccess} onCancel={flow.cancel} onReopen={flow.reopen} phase={phase} />;
  }
  const problem = <OAuthProblem connector={connector} isAdmin={isAdmin} onContinueHere={() => begin(flow.continueHere)} onEditApp={isAdmin && !needsApp ? () => setEditingApp(true) : undefined} phase={phase} />;
  if (needsApp && !isAdmin) {
    return <OAuthAppMissing connectorName={connector.name} onOtherWay={otherWay ? () => onOtherWay(otherWay) : undefined} otherWay={otherWay} picker={picker} />;
  }
  return (
    <form
      className="contents"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        begin(flow.start);
      }}
      ref={root}
    >
      <DialogBody className="grid grid-cols-1 gap-5">
        {picker}
        {problem}
        {fields.length > 0 && connector.inputs.length > 0 ? (
          <div className="grid gap-4">
            {connector.inputs.map((field, place) => (
              <FieldControl field={field} form={form} isFirst={place === 0} key={field.key} />
            ))}
          </div>
        ) : null}
        {needsApp ? <OAuthAppForm connector={connector} form={app} isReplacing={isEditingApp} way={way} /> : null}
        <ScopePicker chosen={scopes} connectorName={connector.name} isFolded={needsApp} onChange={setScopes} scopes={connector.scopes} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button data-first-action="" type="submit" variant="primary">
          {needsApp ? `Save and go on to ${connector.name}` : `Continue to ${connector.name}`}
          <ExternalLink aria-hidden size={14} />
        </Button>
      </DialogFooter>
    </form>
  );
}
