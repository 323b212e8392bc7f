import { Checkbox } from "@/components/ui/checkbox";
import type { ConnectorDraft } from "@/server/custom-connectors/schema";
import { DraftChoice, DraftLine, DraftLines, type Errors } from "./draft-field";
import { DraftRows } from "./draft-rows";

type OAuth = Extract<ConnectorDraft["auth"], { kind: "oauth2" }>;
type OAuthFieldsProps = { errors: Errors; initial: OAuth | undefined; authentications: readonly (readonly [string, string])[] };

/** The addresses, habits and scopes of a vendor's OAuth. The client ID and secret are entered under Settings, OAuth apps. */
export function OAuthFields({ errors, initial, authentications }: OAuthFieldsProps) {
  return (
    <>
      <DraftLine className="sm:col-span-2" defaultValue={initial?.authorizeUrl} errors={errors} label="Authorize URL" name="auth.authorizeUrl" placeholder="https://acme.example.com/oauth/authorize" type="url" />
      <DraftLine className="sm:col-span-2" defaultValue={initial?.tokenUrl} errors={errors} label="Token URL" name="auth.tokenUrl" placeholder="https://acme.example.com/oauth/token" type="url" />
      <DraftLine className="sm:col-span-2" defaultValue={initial?.revokeUrl} errors={errors} help="RFC 7009. With it, disconnecting ends the access at the vendor." isOptional label="Revoke URL" name="auth.revokeUrl" type="url" />
      <DraftChoice defaultValue={initial?.pkce ?? "S256"} errors={errors} label="PKCE" name="auth.pkce" options={[["S256", "S256"], ["none", "None"]]} />
      <DraftChoice defaultValue={initial?.clientAuthentication ?? "post"} errors={errors} label="Client ID and secret are sent" name="auth.clientAuthentication" options={authentications} />
      <DraftChoice defaultValue={initial?.refresh ?? "rotating"} errors={errors} label="Refresh tokens" name="auth.refresh" options={[["rotating", "Replaced with each use"], ["stable", "Stay the same"], ["none", "There are none"]]} />
      <DraftChoice defaultValue={initial?.scopeSeparator === "," ? "comma" : "space"} errors={errors} label="Scopes are separated by" name="auth.scopeSeparator" options={[["space", "A space"], ["comma", "A comma"]]} />
      <DraftLines className="sm:col-span-2" defaultValue={Object.entries(initial?.authorizeParams ?? {}).map(([name, value]) => `${name}=${value}`).join("\n")} errors={errors} help="One per line." isOptional label="Further parameters of the authorize URL" name="auth.authorizeParams" placeholder="access_type=offline" />
      <div className="sm:col-span-2">
        <p className="mb-1.5 font-medium text-sm">
          Scopes <span className="ml-1 font-normal text-faint">Optional</span>
        </p>
        <DraftRows initial={initial?.scopes ?? []} max={40} noun="scope">
          {(place, scope) => (
            <>
              <div className="grid gap-3 sm:grid-cols-2">
                <DraftLine defaultValue={scope?.value} errors={errors} isCode label="Scope" name={`auth.scopes.${place}.value`} placeholder="invoices:read" />
                <DraftLine defaultValue={scope?.meaning} errors={errors} label="What it allows" name={`auth.scopes.${place}.meaning`} placeholder="See your invoices" />
              </div>
              <div className="flex flex-wrap gap-x-6">
                <Checkbox defaultChecked={scope?.isDefault ?? true} label="Asked for by default" name={`auth.scopes.${place}.isDefault`} />
                <Checkbox defaultChecked={scope?.isSensitive ?? false} label="Sensitive" name={`auth.scopes.${place}.isSensitive`} />
              </div>
            </>
          )}
        </DraftRows>
        <p aria-live="polite" className="mt-1.5 text-danger text-sm empty:hidden">
          {errors["auth.scopes"]}
        </p>
      </div>
    </>
  );
}
