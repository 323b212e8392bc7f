import { ChevronRight } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { LogoTile } from "@/components/ui/logo-tile";
import type { ConnectorSummary } from "@/server/catalog/schema";
import type { OAuthAppView } from "@/server/oauth/list-oauth-apps";
import { OAuthAppPanel } from "./oauth-app-panel";

type OAuthAppRowProps = {
  app: OAuthAppView;
  isInstanceOwner: boolean;
  logo: ConnectorSummary["logo"] | undefined;
  isOpen: boolean;
  onToggle: () => void;
};

const sources = {
  workspace: { label: "Set up here", tone: "positive" },
  instance: { label: "Set up for all workspaces", tone: "positive" },
  env: { label: "From the environment", tone: "positive" },
  none: { label: "Not set up", tone: "neutral" },
} as const;

/** One connector's registration, unfolded where it stands. */
export function OAuthAppRow({ app, isInstanceOwner, logo, isOpen, onToggle }: OAuthAppRowProps) {
  const { connector, connectorName, source, clientIdMasked, connections } = app;
  const panelId = useId();
  const row = useRef<HTMLLIElement>(null);
  const cameByLink = useRef(isOpen);
  useEffect(() => {
    if (cameByLink.current) row.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <li className="scroll-mt-16" ref={row}>
      <h3>
        <button
          aria-controls={isOpen ? panelId : undefined}
          aria-expanded={isOpen}
          className="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-left transition-colors -outline-offset-2 hover:bg-hover"
          onClick={onToggle}
          type="button"
        >
          {logo ? <LogoTile logo={logo} size={32} /> : <LogoTile size={32} slug={connector} />}
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium text-base">{connectorName}</span>
            {clientIdMasked ? (
              <span className="block truncate font-normal text-muted text-sm">
                <span className="font-mono text-xs">{clientIdMasked}</span>
                {connections > 0 ? ` · ${connections === 1 ? "1 connection" : `${connections} connections`}` : ""}
              </span>
            ) : null}
          </span>
          <Badge tone={sources[source].tone}>{sources[source].label}</Badge>
          <ChevronRight aria-hidden className={cn("shrink-0 text-faint transition-transform", isOpen && "rotate-90")} size={16} />
        </button>
      </h3>
      {isOpen ? (
        <div className="border-t bg-surface px-4 py-5 sm:px-5" id={panelId}>
          <OAuthAppPanel app={app} isInstanceOwner={isInstanceOwner} />
        </div>
      ) : null}
    </li>
  );
}
