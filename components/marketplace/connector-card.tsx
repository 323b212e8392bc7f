import { FlaskConical } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import { ConnectButton } from "@/components/connect/connect-button";
import { Badge } from "@/components/ui/badge";
import { Card, CardLink } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { LogoTile } from "@/components/ui/logo-tile";
import { StatusDot } from "@/components/ui/status-dot";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { ConnectorMarks } from "./connector-marks";

type ConnectorCardProps = {
  connector: ConnectorSummary;
  /** How its connections fare; undefined while it has none. */
  state: "connected" | "degraded" | "error" | undefined;
  canConnect: boolean;
};

const words = {
  connected: { status: "healthy", word: "Connected" },
  degraded: { status: "degraded", word: "Degraded" },
  error: { status: "failing", word: "Failing" },
} as const;

// It appears over the marks, where nothing has to move; where there is no hover it has its own place.
const connectPlace = cn(
  "flex shrink-0 rounded-md bg-surface-raised",
  "pointer-fine:absolute pointer-fine:right-3 pointer-fine:opacity-0 pointer-fine:transition-opacity",
  "before:absolute before:inset-y-0 before:right-full before:w-6 before:bg-linear-to-r before:from-transparent before:to-surface-raised pointer-coarse:before:hidden",
  "pointer-fine:group-focus-within/card:opacity-100 pointer-fine:group-hover/card:opacity-100 pointer-coarse:relative",
);

/** One connector: the whole card opens its page, the button on it connects without leaving. */
export const ConnectorCard = memo(function ConnectorCard({ connector, state, canConnect }: ConnectorCardProps) {
  const { id, name, description, categoryLabel, logo, connected, connectionCount, isCustom, isSandbox } = connector;
  return (
    <Card asChild className="flex flex-col gap-2.5 p-4 pb-3" isLinked>
      <li>
        <div className="flex items-center gap-3">
          <LogoTile logo={logo} />
          <div className="min-w-0">
            <h2 className="truncate text-base">
              <CardLink>
                <Link href={`/connectors/${id}`} prefetch={false}>
                  {name}
                </Link>
              </CardLink>
            </h2>
            <div className="flex min-w-0 items-center gap-1.5 text-sm">
              {isCustom ? <Badge data-tooltip="Defined in this workspace">Custom</Badge> : null}
              {state ? (
                <StatusDot status={words[state].status}>{connectionCount > 1 ? `${words[state].word} · ${connectionCount}` : words[state].word}</StatusDot>
              ) : isSandbox ? null : (
                <span className="truncate text-faint">{categoryLabel}</span>
              )}
              {isSandbox ? (
                <span className="flex shrink-0 items-center gap-1 text-warning" data-tooltip="Emulated on this machine: no real account is touched">
                  <FlaskConical aria-hidden size={13} />
                  <span className={state ? "sr-only" : ""}>Sandbox</span>
                </span>
              ) : null}
            </div>
          </div>
        </div>
        <p className="line-clamp-3 min-h-[2lh] text-muted text-sm sm:min-h-[3lh]">{description}</p>
        <div className="mt-auto flex h-7 items-center gap-3 pointer-coarse:h-9">
          <ConnectorMarks className="flex-1" connector={connector} />
          {canConnect ? (
            <span className={connectPlace}>
              <ConnectButton aria-label={connected ? `Connect another account of ${name}` : `Connect ${name}`} className="relative" connectorId={id} connectorName={name} size="sm">
                {connected ? "Connect another" : "Connect"}
              </ConnectButton>
            </span>
          ) : null}
        </div>
      </li>
    </Card>
  );
});
