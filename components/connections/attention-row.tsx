import Link from "next/link";
import { useEffect } from "react";
import { ListRow } from "@/components/ui/list";
import { LogoTile } from "@/components/ui/logo-tile";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink } from "@/components/ui/row-link";
import { StatusIcon } from "@/components/ui/status-icon";
import type { ConnectionView } from "@/server/connections/schema";
import { ConnectionBadges } from "./connection-badges";
import { ConnectionMenu } from "./connection-menu";
import { describeAccount } from "./describe-account";
import { formatLasting } from "./format-lasting";
import { keepFocus } from "./keep-focus";
import { MendButton } from "./mend-button";
import type { Reader } from "./reader";

/** A connection that needs someone: what happened, and the one button that mends it. */
export function AttentionRow({ connection, reader }: { connection: ConnectionView; reader: Reader }) {
  const { id, logo, name, attention, healthReason, healthSince } = connection;
  // Mended, it leaves this list, and the button that had the focus with it.
  useEffect(() => () => keepFocus(), []);
  return (
    <ListRow className="items-start py-3 max-md:flex-wrap md:items-center" isLinked>
      <LogoTile className="mt-0.5" logo={logo} size={32} />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2">
          <RowLink>
            <Link className="truncate font-medium" href={`/connections/${id}`}>
              {name}
            </Link>
          </RowLink>
          <ConnectionBadges connection={connection} />
          <span className="truncate text-muted text-sm">{describeAccount(connection)}</span>
        </div>
        <p className="mt-0.5 flex items-start gap-1.5 text-sm">
          <StatusIcon className="mt-[3px] [color:var(--color-danger)]" status="failing" />
          <span className="min-w-0">
            {attention?.message ?? healthReason ?? "It does not work."} <RelativeTime at={healthSince} className="text-faint" format={formatLasting} />
          </span>
        </p>
      </div>
      <div className="relative flex shrink-0 items-center gap-1.5 max-md:w-full max-md:justify-end">
        <MendButton connection={connection} reader={reader} />
        <ConnectionMenu connection={connection} reader={reader} />
      </div>
    </ListRow>
  );
}
