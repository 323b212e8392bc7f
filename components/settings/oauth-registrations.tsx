import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { List, ListRow } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { OAuthAppView, OAuthRegistration } from "@/server/oauth/list-oauth-apps";
import { DeleteOAuthApp } from "./delete-oauth-app";

const places = { workspace: "This workspace", instance: "Every workspace", env: "The server's environment" } as const;

/** Where a connector's app comes from. The first counts; the others take over when it goes. */
export function OAuthRegistrations({ app, isInstanceOwner }: { app: OAuthAppView; isInstanceOwner: boolean }) {
  const { connectorName, registrations } = app;
  const [deleting, setDeleting] = useState<"workspace" | "instance" | null>(null);
  return (
    <>
      <List aria-label={`OAuth apps for ${connectorName}`}>
        {registrations.map((registration, place) => (
          <ListRow className="flex-wrap" key={registration.source}>
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium text-sm">{places[registration.source]}</p>
              <p className="truncate text-muted text-sm">
                <span className="font-mono text-xs">{registration.clientIdMasked}</span>
                {registration.updatedAt ? (
                  <>
                    {" · saved "}
                    <RelativeTime at={registration.updatedAt} />
                  </>
                ) : null}
              </p>
            </div>
            {registrations.length > 1 ? <Badge tone={place === 0 ? "positive" : "neutral"}>{place === 0 ? "In use" : "Not used here"}</Badge> : null}
            <Remove isInstanceOwner={isInstanceOwner} onDelete={setDeleting} registration={registration} />
          </ListRow>
        ))}
      </List>
      {deleting ? <DeleteOAuthApp app={app} onClose={() => setDeleting(null)} serves={deleting} /> : null}
    </>
  );
}

type RemoveProps = { registration: OAuthRegistration; isInstanceOwner: boolean; onDelete: (serves: "workspace" | "instance") => void };

function Remove({ registration: { source }, isInstanceOwner, onDelete }: RemoveProps) {
  if (source === "env" || (source === "instance" && !isInstanceOwner)) return null;
  return (
    <Button aria-haspopup="dialog" onClick={() => onDelete(source)} size="sm">
      {source === "instance" ? "Delete for all" : "Delete this app"}
    </Button>
  );
}
