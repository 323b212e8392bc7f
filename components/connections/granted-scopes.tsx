import { Check, ShieldAlert } from "lucide-react";
import { Section } from "@/components/ui/section";
import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";

type GrantedScopesProps = { connection: Pick<ConnectionView, "scopes">; connector: Pick<ConnectorView, "scopes"> };

/** What the vendor granted, in plain words where the connector knows them. Nothing where the vendor does not tell. */
export function GrantedScopes({ connection, connector }: GrantedScopesProps) {
  const { scopes } = connection;
  if (scopes.length === 0) return null;
  return (
    <Section count={scopes.length} title="What it may do">
      <ul className="divide-y rounded-lg border bg-surface-raised">
        {scopes.map((value) => {
          // Vendors write the same scope short or as an address.
          const known = connector.scopes.find((scope) => scope.value === value || scope.value.endsWith(`/${value}`) || value.endsWith(`/${scope.value}`));
          return (
            <li className="flex items-start gap-2.5 px-4 py-2.5" key={value}>
              {known?.isSensitive ? <ShieldAlert aria-hidden className="mt-0.5 shrink-0 text-warning" size={16} /> : <Check aria-hidden className="mt-0.5 shrink-0 text-positive" size={16} />}
              <span className="min-w-0 flex-1">
                {known ? known.meaning : <code className="break-all font-mono text-sm">{value}</code>}
                {known?.isSensitive ? <span className="text-sm text-warning"> · sensitive</span> : null}
              </span>
              {known ? <code className="hidden max-w-[40%] shrink-0 truncate font-mono text-faint text-xs sm:block">{value}</code> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
