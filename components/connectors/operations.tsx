import { Eye, Pencil } from "lucide-react";
import { Section } from "@/components/ui/section";
import type { Operation } from "@/server/catalog/operation";
import type { ConnectorView } from "@/server/catalog/schema";
import { groupOperations } from "./group-operations";

/** What one can do with it, in plain words. */
export function Operations({ connector }: { connector: ConnectorView }) {
  const groups = groupOperations(connector.operations);
  return (
    <Section description={introOf(connector)} title="What you can do">
      {groups.length === 0 ? null : (
        <div className="gap-4 sm:columns-2">
          {groups.map(([group, operations]) => (
            <Group group={group} key={group} operations={operations} />
          ))}
        </div>
      )}
    </Section>
  );
}

function Group({ group, operations }: { group: string; operations: readonly Operation[] }) {
  return (
    <div className="mb-4 break-inside-avoid rounded-lg border bg-surface-raised px-4 py-3">
      <h3 className="text-muted text-xs">{group}</h3>
      <ul className="mt-1.5 grid gap-1">
        {operations.map(({ name, title, isReadOnly }) => {
          const Icon = isReadOnly ? Eye : Pencil;
          return (
            <li className="flex items-start gap-2" data-tooltip={isReadOnly ? "Reads" : "Changes something"} key={name}>
              <Icon aria-hidden className={isReadOnly ? "mt-1 shrink-0 text-faint" : "mt-1 shrink-0 text-warning"} size={13} />
              <span className="min-w-0">
                {title}
                <span className="sr-only">{isReadOnly ? ", reads" : ", changes something"}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function introOf({ name, isDatabase }: ConnectorView): string {
  if (isDatabase) return `Keep the address and password of a ${name} server sealed in one place, and see whether it still answers. Databases are not called over HTTP.`;
  return `The usual things to begin with. Through the proxy, all of ${name}'s API can be called.`;
}
