import { Check, ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import type { Scope } from "@/server/catalog/connector";

type ScopePickerProps = {
  connectorName: string;
  scopes: readonly Scope[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  /** Shows only how many there are, until somebody wants to know. */
  isFolded: boolean;
};

/** What the vendor will be asked for, in plain words: the usual in view, the rest one click away. */
export function ScopePicker({ connectorName, scopes, chosen, onChange, isFolded }: ScopePickerProps) {
  const headingId = useId();
  if (scopes.length === 0) return null;
  const usual = scopes.filter(({ isDefault, isRequired }) => isDefault || isRequired);
  const more = scopes.filter((scope) => !usual.includes(scope));
  const toggle = ({ value }: Scope) => onChange(chosen.has(value) ? new Set([...chosen].filter((each) => each !== value)) : new Set([...chosen, value]));
  const rows = (some: readonly Scope[]) => (
    <ul className="grid gap-0.5">
      {some.map((scope) => (
        <li key={scope.value}>
          <ScopeRow isChosen={chosen.has(scope.value)} onToggle={() => toggle(scope)} scope={scope} />
        </li>
      ))}
    </ul>
  );
  const list = (
    <div className="grid gap-1">
      {rows(usual)}
      {more.length > 0 ? (
        <Fold summary={`${more.length} more that you can allow`} isOpen={more.some(({ value }) => chosen.has(value))}>
          {rows(more)}
        </Fold>
      ) : null}
    </div>
  );
  return (
    <section aria-labelledby={headingId}>
      {isFolded ? (
        <Fold isOpen={false} summary={<span id={headingId}>What {connectorName} will be asked for ({chosen.size})</span>}>
          {list}
        </Fold>
      ) : (
        <>
          <h3 className="mb-1.5 text-sm" id={headingId}>
            {connectorName} will ask you to allow
          </h3>
          {list}
        </>
      )}
    </section>
  );
}

function ScopeRow({ scope, isChosen, onToggle }: { scope: Scope; isChosen: boolean; onToggle: () => void }) {
  const words = (
    <span title={scope.value}>
      {scope.meaning}
      {scope.isSensitive ? (
        <Badge className="-mt-0.5 ml-2 align-middle" tone="warning">
          Sensitive
        </Badge>
      ) : null}
    </span>
  );
  if (!scope.isRequired) return <Checkbox checked={isChosen} label={words} onChange={onToggle} />;
  return (
    <span className="flex items-start gap-2.5 py-1">
      <Check aria-hidden className="mt-0.5 shrink-0 text-positive" size={16} />
      <span>
        {words} <span className="text-faint text-sm">always</span>
      </span>
    </span>
  );
}

function Fold({ summary, isOpen, children }: { summary: ReactNode; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="group/fold" open={isOpen}>
      <summary className="flex w-fit list-none items-center gap-1 rounded-sm py-1 font-medium text-muted text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="transition-transform group-open/fold:rotate-90" size={14} />
        {summary}
      </summary>
      <div className="pt-1">{children}</div>
    </details>
  );
}
