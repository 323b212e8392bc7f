import Link from "next/link";
import type { ReactNode } from "react";
import { ListRow } from "@/components/ui/list";
import { LogoTile } from "@/components/ui/logo-tile";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink } from "@/components/ui/row-link";
import type { ConnectionView } from "@/server/connections/schema";
import { AccessUntil } from "./access-until";
import { ConnectionBadges } from "./connection-badges";
import { ConnectionMenu } from "./connection-menu";
import { ConnectionStateWord } from "./connection-state-word";
import { ConnectionSwitch } from "./connection-switch";
import { describeAccount } from "./describe-account";
import { listColumns } from "./list-columns";
import type { Reader } from "./reader";

/** One connection in the list. */
export function ConnectionRow({ connection, reader }: { connection: ConnectionView; reader: Reader }) {
  const { id, logo, name, lastUsedAt, createdByName } = connection;
  return (
    <ListRow className={listColumns} isLinked>
      <LogoTile className="max-lg:self-start max-lg:mt-1" logo={logo} size={32} />
      <div className="min-w-0">
        <p className="truncate font-medium" title={name}>
          <RowLink>
            <Link href={`/connections/${id}`}>{name}</Link>
          </RowLink>
        </p>
        <p className="flex min-w-0 items-center gap-2 text-muted text-sm">
          <span className="truncate">{describeAccount(connection)}</span>
          <ConnectionBadges connection={connection} />
        </p>
        <ConnectionStateWord className="md:hidden" connection={connection} />
      </div>
      <ConnectionStateWord className="max-md:hidden" connection={connection} />
      <Cell label="Last used">{lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <span className="text-faint">Not used yet</span>}</Cell>
      <Cell label="Access">
        <AccessUntil connection={connection} />
      </Cell>
      <Cell label="Connected by">{createdByName ?? <span className="text-faint">Someone who left</span>}</Cell>
      <div className="relative flex items-center justify-end gap-1.5">
        <ConnectionSwitch connection={connection} reader={reader} />
        <ConnectionMenu connection={connection} reader={reader} />
      </div>
    </ListRow>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p className="min-w-0 truncate text-muted text-sm max-lg:hidden">
      <span className="sr-only">{label}: </span>
      {children}
    </p>
  );
}
