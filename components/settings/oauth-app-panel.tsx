import type { ReactNode } from "react";
import { CallbackDoctor } from "@/components/callback-doctor/callback-doctor";
import { Guide } from "@/components/connect/guide";
import { CopyField } from "@/components/ui/copy-field";
import { TextLink } from "@/components/ui/text-link";
import type { OAuthAppView } from "@/server/oauth/list-oauth-apps";
import { OAuthAppForm } from "./oauth-app-form";
import { OAuthAppTest } from "./oauth-app-test";
import { OAuthRegistrations } from "./oauth-registrations";

/** Where one vendor's app comes from, whether it works, how to register one, and where to enter the result. */
export function OAuthAppPanel({ app, isInstanceOwner }: { app: OAuthAppView; isInstanceOwner: boolean }) {
  const { connector, connectorName, source, callbackUrl, guide, variables } = app;
  const [names] = variables;
  return (
    <div className="grid gap-6">
      {source === "none" ? null : (
        <Part title="Set up">
          <OAuthRegistrations app={app} isInstanceOwner={isInstanceOwner} />
          <div className="mt-3">
            <OAuthAppTest app={app} key={`${source} ${app.clientIdMasked} ${app.updatedAt}`} />
          </div>
        </Part>
      )}
      <Part title="Callback URL">
        <CopyField value={callbackUrl} what="callback URL" />
        <p className="mt-1.5 mb-3 text-muted text-sm">Register it at {connectorName} exactly as it stands: one character more or less, and signing in fails.</p>
        <CallbackDoctor connector={connector} />
      </Part>
      <Part title={`How to register at ${connectorName}`}>
        <Guide label={`How to register an OAuth app at ${connectorName}`} steps={guide} />
      </Part>
      <OAuthAppForm app={app} isInstanceOwner={isInstanceOwner} />
      <p className="border-t pt-4 text-muted text-sm">
        {source !== "env" && names ? (
          <>
            The server's operator can set <code className="break-all font-mono text-xs">{names.clientId}</code> and <code className="break-all font-mono text-xs">{names.clientSecret}</code> instead; what is saved here goes before them.{" "}
          </>
        ) : null}
        <TextLink href={`/connectors/${connector}`}>About {connectorName}</TextLink>
      </p>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className="mb-1.5 font-medium text-sm">{title}</h4>
      {children}
    </div>
  );
}
