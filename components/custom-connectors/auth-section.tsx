import { useState } from "react";
import { Section } from "@/components/ui/section";
import type { ConnectorDraft } from "@/server/custom-connectors/schema";
import { DraftChoice, DraftLine, type Errors } from "./draft-field";
import { KeyFields } from "./key-fields";
import { OAuthFields } from "./oauth-fields";

type Auth = ConnectorDraft["auth"];

const kinds = [
  ["api_key", "API key"],
  ["bearer", "Bearer token"],
  ["basic", "User name and password"],
  ["oauth2", "OAuth 2, signing in"],
  ["client_credentials", "OAuth 2, client credentials"],
] as const satisfies readonly (readonly [Auth["kind"], string])[];

const authentications = [
  ["post", "In the form"],
  ["basic", "As HTTP Basic"],
] as const;

/** How one connects, and how the credential goes on a request. */
export function AuthSection({ errors, initial }: { errors: Errors; initial: Auth | undefined }) {
  const [kind, setKind] = useState<string>(initial?.kind ?? "api_key");
  const own = initial?.kind === kind ? initial : undefined;
  return (
    <Section description="Credentials are not entered here: everyone enters their own when connecting." title="How to connect">
      <div className="grid gap-4 sm:grid-cols-2">
        <DraftChoice className="sm:col-span-2" defaultValue={kind} errors={errors} label="Kind" name="auth.kind" onChoose={setKind} options={kinds} />
        {kind === "api_key" ? <KeyFields errors={errors} initial={own?.kind === "api_key" ? own : undefined} /> : null}
        {kind === "bearer" ? <DraftLine className="sm:col-span-2" defaultValue={own?.kind === "bearer" ? own.label : "Access token"} errors={errors} help="Sent as Authorization: Bearer." label="What the token is called" name="auth.label" /> : null}
        {kind === "basic" ? (
          <>
            <DraftLine defaultValue={own?.kind === "basic" ? own.usernameLabel : "User name"} errors={errors} label="What the first value is called" name="auth.usernameLabel" />
            <DraftLine defaultValue={own?.kind === "basic" ? own.passwordLabel : "Password"} errors={errors} label="What the second value is called" name="auth.passwordLabel" />
          </>
        ) : null}
        {kind === "oauth2" ? <OAuthFields authentications={authentications} errors={errors} initial={own?.kind === "oauth2" ? own : undefined} /> : null}
        {kind === "client_credentials" ? (
          <>
            <DraftLine className="sm:col-span-2" defaultValue={own?.kind === "client_credentials" ? own.tokenUrl : undefined} errors={errors} label="Token URL" name="auth.tokenUrl" placeholder="https://acme.example.com/oauth/token" type="url" />
            <DraftLine defaultValue={own?.kind === "client_credentials" ? own.scope : undefined} errors={errors} isOptional label="Scope" name="auth.scope" />
            <DraftChoice defaultValue={own?.kind === "client_credentials" ? own.clientAuthentication : "post"} errors={errors} label="Client ID and secret are sent" name="auth.clientAuthentication" options={authentications} />
          </>
        ) : null}
        <DraftLine defaultValue={initial?.whereText} errors={errors} isOptional label={kind === "oauth2" ? "Where an app is registered" : "Where people find it"} name="auth.whereText" placeholder="Settings, API keys" />
        <DraftLine defaultValue={initial?.whereUrl} errors={errors} isOptional label="Address of that page" name="auth.whereUrl" placeholder="https://acme.example.com/settings/api" type="url" />
      </div>
    </Section>
  );
}
