import { Eye, Pencil, Trash2 } from "lucide-react";
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
        {operations.map((operation) => {
          const { Icon, tone, words } = markOf(operation);
          return (
            <li className="flex items-start gap-2" data-tooltip={words} key={operation.name}>
              <Icon aria-hidden className={`mt-1 shrink-0 ${tone}`} size={13} />
              <span className="min-w-0">
                {operation.title}
                <span className="sr-only">, {words.toLowerCase()}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function markOf({ isReadOnly, isDestructive }: Operation) {
  if (isReadOnly) return { Icon: Eye, tone: "text-faint", words: "Reads" };
  if (isDestructive) return { Icon: Trash2, tone: "text-danger", words: "Cannot be undone" };
  return { Icon: Pencil, tone: "text-warning", words: "Changes something" };
}

function introOf({ name, isDatabase, operations }: ConnectorView): string {
  if (!isDatabase && operations.length === 0) return `Through the proxy, all of ${name}'s API can be called.`;
  if (isDatabase) return `Keep the address and password of a ${name} server sealed in one place, and see whether it still answers. It is not called over HTTP.`;
  return `The usual things to begin with. Through the proxy, all of ${name}'s API can be called.`;
}
