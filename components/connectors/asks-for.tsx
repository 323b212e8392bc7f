import { Check, LockKeyhole, Plus, ShieldAlert, TextCursorInput } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { List, ListRow } from "@/components/ui/list";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Field, Scope } from "@/server/catalog/connector";
import type { AuthOptionView, ConnectorView } from "@/server/catalog/schema";

/** Everything that connecting will ask for, before anything is asked. */
export function AsksFor({ connector }: { connector: ConnectorView }) {
  const { auth, inputs, scopes } = connector;
  return (
    <Section description="Credentials are sealed on this server and never shown again, to anybody." title="What it asks for">
      <div className="grid gap-6">
        {auth.map((way) => (
          <Way isAlone={auth.length === 1} key={way.kind} way={way}>
            {way.kind === "oauth2" ? scopes.toSorted(byImportance).map((scope) => <ScopeRow key={scope.value} scope={scope} />) : null}
            {[...inputs, ...way.fields].map((field) => (
              <FieldRow field={field} key={field.key} />
            ))}
          </Way>
        ))}
      </div>
    </Section>
  );
}

function Way({ way, isAlone, children }: { way: AuthOptionView; isAlone: boolean; children: ReactNode }) {
  return (
    <div>
      <h3 className={isAlone ? "sr-only" : "mb-2 text-sm"}>{way.label}</h3>
      <List>{children}</List>
    </div>
  );
}

function ScopeRow({ scope }: { scope: Scope }) {
  const { meaning, value, isSensitive, isDefault, isRequired } = scope;
  const isUsual = isDefault || isRequired;
  const Icon = isSensitive ? ShieldAlert : isUsual ? Check : Plus;
  return (
    <ListRow>
      <Icon aria-hidden className={isSensitive ? "shrink-0 text-warning" : isUsual ? "shrink-0 text-positive" : "shrink-0 text-faint"} size={16} />
      <div className="min-w-0 flex-1">
        <p>{meaning}</p>
        <p className="break-all font-mono text-faint text-xs">{value}</p>
      </div>
      <div className="flex shrink-0 flex-wrap items-center justify-end gap-1.5 max-sm:flex-col max-sm:items-end">
        {isSensitive ? <Badge tone="warning">Sensitive</Badge> : null}
        <span className="text-faint text-sm">{isRequired ? "Always" : isDefault ? "By default" : "Optional"}</span>
      </div>
    </ListRow>
  );
}

function FieldRow({ field }: { field: Field }) {
  const { label, help, where, secret, required } = field;
  const Icon = secret ? LockKeyhole : TextCursorInput;
  return (
    <ListRow>
      <Icon aria-hidden className="shrink-0 text-faint" size={16} />
      <div className="min-w-0 flex-1">
        <p>{label}</p>
        {help ? <p className="text-muted text-sm">{help}</p> : null}
        {where ? <p className="text-muted text-sm">Found under {where.url ? <TextLink href={where.url}>{where.text}</TextLink> : where.text}</p> : null}
      </div>
      <span className="shrink-0 text-faint text-sm">{secret ? "Sealed" : required ? "Required" : "Optional"}</span>
    </ListRow>
  );
}

function byImportance(one: Scope, other: Scope): number {
  const rank = ({ isRequired, isDefault }: Scope) => (isRequired ? 0 : isDefault ? 1 : 2);
  return rank(one) - rank(other);
}
