import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { readFailure, readFieldErrors } from "@/components/providers/read-failure";
import { useTRPCClient } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import type { Field } from "@/server/catalog/connector";
import { readDatabaseUrl } from "@/server/catalog/database-url.schema";
import type { AuthOptionView, ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import type { Connected } from "./connect-wizard";
import { ConnectionStringField } from "./connection-string-field";
import { FieldControl } from "./field-control";
import { focusField } from "./focus-field";
import { Guide, GuideToggle } from "./guide";
import type { FieldForm } from "./use-field-form";

type CredentialWayProps = {
  connector: ConnectorView;
  way: AuthOptionView;
  form: FieldForm;
  before: ConnectionView | null;
  isRotation: boolean;
  picker: ReactNode;
  onConnected: (connected: Connected) => void;
};

/** Every way in which something is pasted: the form of the definition, checked by a real call before it is stored. */
export function CredentialWay({ connector, way, form, before, isRotation, picker, onConnected }: CredentialWayProps) {
  const { kind } = way;
  const client = useTRPCClient();
  const body = useRef<HTMLFormElement>(null);
  const [isGuideOpen, setGuideOpen] = useState(false);
  const fields = fieldsOf(connector, way, isRotation);
  const values = Object.fromEntries(fields.flatMap(({ key }) => (form.values[key] === undefined ? [] : [[key, form.values[key]]])));

  const connect = useMutation({
    mutationFn: () => {
      if (kind === "oauth2") throw new Error("signing in at a vendor posts no credential");
      if (before && isRotation) return client.connections.rotate.mutate({ connectionId: before.id, values });
      return client.connections.connect.mutate({ mcpId: connector.id, authKind: kind, values, ...(before ? { connectionId: before.id } : {}) });
    },
    onSuccess: (connection) => onConnected({ connection, note: null, previousAccount: before?.account.label ?? null }),
    onError: (error) => {
      const refusals = readFieldErrors(error);
      form.refuse(refusals);
      focusField(body.current, fields.find(({ key }) => key in refusals)?.key);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (connect.isPending) return;
    const problem = form.findProblem(fields);
    if (problem) focusField(body.current, problem.key);
    else connect.mutate();
  };
  const takeUrl = (text: string) => {
    const found = kind === "database" ? readDatabaseUrl(text) : null;
    if (found) form.fill(found);
    return found !== null;
  };
  const guided = fields.find(({ secret }) => secret) ?? fields[0];
  const hasUrlField = kind === "database" && !isRotation;
  // Of a connection that is known, the secret alone is missing.
  const first = before ? guided : hasUrlField ? undefined : fields.find(({ options }) => !options);
  const guideToggle = way.guide.length > 0 ? <GuideToggle isDatabase={kind === "database"} isOpen={isGuideOpen} onToggle={() => setGuideOpen(!isGuideOpen)} /> : undefined;

  return (
    <form className="contents" noValidate onSubmit={submit} ref={body}>
      <DialogBody className="grid grid-cols-1 gap-5">
        {picker}
        {hasUrlField ? <ConnectionStringField aside={guideToggle} example={exampleUrl(connector)} isFirst={first === undefined} onTake={takeUrl} /> : null}
        <div className={hasUrlField ? "grid grid-cols-1 gap-4 sm:grid-cols-2" : "grid grid-cols-1 gap-4"}>
          {fields.map((field) => (
            <FieldControl
              aside={field === guided && !hasUrlField ? guideToggle : undefined}
              field={field}
              form={form}
              isFirst={field === first}
              key={field.key}
              onPaste={(event) => {
                if (takeUrl(event.clipboardData.getData("text"))) event.preventDefault();
              }}
            />
          ))}
        </div>
        {isGuideOpen ? <Guide label={`Where to find it at ${connector.name}`} steps={way.guide} /> : null}
        <Outcome connectorName={connector.name} error={connect.error} fields={fields} isPending={connect.isPending} />
      </DialogBody>
      <DialogFooter>
        <p aria-live="polite" className="mr-auto flex min-w-0 items-center gap-2 text-muted text-sm">
          {connect.isPending ? (
            <>
              <Spinner size={14} /> <span className="truncate">Checking with {connector.name}…</span>
            </>
          ) : null}
        </p>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button isLoading={connect.isPending} type="submit" variant="primary">
          {isRotation ? "Replace" : before ? "Reconnect" : "Connect"}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** A failure that belongs to no field of the form. */
function Outcome({ error, fields, isPending, connectorName }: { error: unknown; fields: readonly Field[]; isPending: boolean; connectorName: string }) {
  if (!error || isPending) return null;
  const failure = readFailure(error);
  const isShownAtField = fields.some(({ key }) => key in readFieldErrors(error));
  const said =
    failure.detail === undefined ? null : (
      <p className="break-words text-muted text-sm">
        {connectorName} said: <code className="font-mono">{failure.detail}</code>
      </p>
    );
  if (isShownAtField) return said;
  return (
    <Banner isAlert title={failure.message} tone="danger">
      <p>What you typed is still here.</p>
      {said}
    </Banner>
  );
}

/** A rotation asks for the secret alone: the server keeps the rest. */
function fieldsOf(connector: ConnectorView, way: AuthOptionView, isRotation: boolean): Field[] {
  if (isRotation) return way.fields.filter(({ secret }) => secret).map((field) => ({ ...field, required: true }));
  return [...new Map([...connector.inputs, ...way.fields].map((field) => [field.key, field])).values()];
}

function exampleUrl({ id, fields }: ConnectorView): string {
  const port = fields.database?.find(({ key }) => key === "port")?.default ?? "5432";
  return `${id === "postgresql" ? "postgres" : id}://user:password@host:${port}/database`;
}
