import { useState } from "react";
import { Guide } from "@/components/connect/guide";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { OAuthAppView } from "@/server/oauth/list-oauth-apps";
import { DeleteOAuthApp } from "./delete-oauth-app";
import { OAuthAppForm } from "./oauth-app-form";

/** How to register at one vendor, and where to enter the result. */
export function OAuthAppPanel({ app }: { app: OAuthAppView }) {
  const { connector, connectorName, source, callbackUrl, guide, variables, updatedAt } = app;
  const [isDeleting, setDeleting] = useState(false);
  const [names] = variables;
  return (
    <div className="grid gap-6">
      {source === "env" ? (
        <Banner>
          The server's environment sets this up for every workspace. An app that you save here goes before it, in this workspace alone.
        </Banner>
      ) : null}
      <div>
        <h4 className="mb-1.5 font-medium text-sm">Callback URL</h4>
        <CopyField value={callbackUrl} what="callback URL" />
        <p className="mt-1.5 text-muted text-sm">Register it at {connectorName} exactly as it stands: one character more or less, and signing in fails.</p>
      </div>
      <div>
        <h4 className="mb-1.5 font-medium text-sm">How to register at {connectorName}</h4>
        <Guide label={`How to register an OAuth app at ${connectorName}`} steps={guide} />
      </div>
      <OAuthAppForm app={app} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t pt-4 text-muted text-sm">
        <p className="min-w-0 flex-1 basis-60">
          {updatedAt ? (
            <>
              Saved <RelativeTime at={updatedAt} />.{" "}
            </>
          ) : null}
          {source === "none" && names ? (
            <>
              The server's operator can set <code className="break-all font-mono text-xs">{names.clientId}</code> and <code className="break-all font-mono text-xs">{names.clientSecret}</code> instead.{" "}
            </>
          ) : null}
          <TextLink href={`/connectors/${connector}`}>About {connectorName}</TextLink>
        </p>
        {source === "workspace" ? (
          <Button aria-haspopup="dialog" onClick={() => setDeleting(true)}>
            Delete this app
          </Button>
        ) : null}
      </div>
      {isDeleting ? <DeleteOAuthApp app={app} onClose={() => setDeleting(false)} /> : null}
    </div>
  );
}
