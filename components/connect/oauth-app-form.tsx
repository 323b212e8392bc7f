import { CopyField } from "@/components/ui/copy-field";
import type { Field } from "@/server/catalog/connector";
import type { AuthOptionView, ConnectorView } from "@/server/catalog/schema";
import { FieldControl } from "./field-control";
import { Guide } from "./guide";
import type { FieldForm } from "./use-field-form";

const copied = { required: true, example: "", pattern: "[\\x21-\\x7e]+" };

/** What an OAuth app is known by. The server checks the same. */
export const oauthAppFields: readonly Field[] = [
  { ...copied, key: "clientId", label: "Client ID", secret: false, patternHint: "A client ID has no spaces or line breaks. Copy it again." },
  { ...copied, key: "clientSecret", label: "Client secret", secret: true, patternHint: "A client secret has no spaces or line breaks. Copy it again." },
];

type OAuthAppFormProps = { connector: ConnectorView; way: AuthOptionView; form: FieldForm; isReplacing: boolean };

/** For an admin: registers this workspace at the vendor, step by step, so that everyone can connect with one click. */
export function OAuthAppForm({ connector, way, form, isReplacing }: OAuthAppFormProps) {
  const { name, callbackUrl } = connector;
  const hasCallback = way.guide.some(({ copy }) => copy === callbackUrl);
  return (
    <section className="grid gap-4">
      <div>
        <h3 className="text-sm">{isReplacing ? `Change the OAuth app for ${name}` : `First, an OAuth app at ${name}`}</h3>
        <p className="mt-0.5 text-muted text-sm">
          {isReplacing ? "The new client ID and secret are used from now on." : "You do this once for the whole workspace, in about five minutes. After that everyone connects with one click."}
        </p>
      </div>
      <Guide label={`How to make an OAuth app at ${name}`} steps={way.guide} />
      {hasCallback ? null : (
        <div>
          <p className="mb-1.5 font-medium text-sm">Callback URL</p>
          <CopyField value={callbackUrl} what="callback URL" />
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {oauthAppFields.map((field, place) => (
          <FieldControl field={field} form={form} isFirst={place === 0} key={field.key} />
        ))}
      </div>
    </section>
  );
}
