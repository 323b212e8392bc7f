import { Check } from "lucide-react";
import { LogoTile } from "@/components/ui/logo-tile";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";

type AccountFoundProps = { connection: ConnectionView; connector: ConnectorView; /** In place of "Connected". */ word?: string };

/** The moment it works: the logo, a tick, whose account it is. */
export function AccountFound({ connection, connector, word = "Connected" }: AccountFoundProps) {
  const { label } = connection.account;
  return (
    <div className="flex animate-float-in items-center gap-3.5 rounded-lg border border-positive bg-positive-subtle px-4 py-3.5">
      <span className="relative shrink-0">
        <LogoTile logo={connector.logo} />
        <span className="absolute -right-1.5 -bottom-1.5 grid size-5 place-items-center rounded-full border-2 border-positive bg-positive text-on-positive">
          <Check aria-hidden size={12} strokeWidth={3} />
        </span>
      </span>
      <h3 className="min-w-0 break-words text-base outline-none" data-step-start="" tabIndex={-1}>
        {label === null ? `${word} to ${connector.name}` : `${word} as ${label}`}
      </h3>
    </div>
  );
}
