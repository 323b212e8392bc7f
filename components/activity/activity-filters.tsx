import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { callMethods, callOutcomes, callSources, statusClasses } from "@/server/activity/schema";
import { type ActivityFilter, type Span, spanLabels } from "./activity-filter";
import { outcomeLabels, sourceLabels, statusClassLabels } from "./call-words";

const searchAfterMs = 250;

export type Choices = {
  /** The workspace's connections, and the connectors that they are of. */
  connections: readonly { id: string; name: string; connectorId: string; connectorName: string }[];
  /** Whoever may be filtered by: the reader first. */
  actors: readonly { id: string; name: string }[];
};

type ActivityFiltersProps = Choices & { filter: ActivityFilter; onFilterChange: (filter: ActivityFilter) => void };

/** Narrows the list. What is chosen stands in the address, so that it can be shared. */
export function ActivityFilters({ filter, onFilterChange, connections, actors }: ActivityFiltersProps) {
  const set = (change: ActivityFilter) => onFilterChange({ ...filter, ...change });
  const { outcome, source, status, method, since, actor } = filter;
  return (
    <fieldset className="mb-3 grid min-w-0 gap-2.5">
      <legend className="sr-only">Filter calls</legend>
      <div className="flex flex-wrap gap-2">
        <CallSearch onSearch={(q) => set({ q })} value={filter.q ?? ""} />
        <ConnectionSelect connections={connections} filter={filter} onChange={set} />
        <Select aria-label="When" className="w-38 max-sm:flex-1" onChange={(event) => set({ since: spanOf(event.target.value), from: undefined, to: undefined })} value={since ?? (filter.from || filter.to ? "span" : "")}>
          <option value="">Any time</option>
          {Object.entries(spanLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          {filter.from || filter.to ? <option value="span">A span of time</option> : null}
        </Select>
        <Select aria-label="Made by" className="w-36 max-sm:flex-1" onChange={(event) => set({ actor: event.target.value })} value={actor ?? ""}>
          <option value="">Anyone</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className="scroll-row -m-1 flex items-center gap-2 p-1">
        <div aria-label="Outcome" className="flex gap-1.5" role="group">
          {callOutcomes.map((each) => (
            <Chip isPressed={outcome === each} key={each} onClick={() => set({ outcome: outcome === each ? undefined : each })}>
              {outcomeLabels[each]}
            </Chip>
          ))}
        </div>
        <span aria-hidden className="mx-1 h-4 w-px shrink-0 bg-border" />
        <Select aria-label="Status" className="w-30 shrink-0" onChange={(event) => set({ status: statusClasses.find((each) => each === event.target.value) })} value={status ?? ""}>
          <option value="">Any status</option>
          {statusClasses.map((each) => (
            <option key={each} value={each}>
              {statusClassLabels[each]}
            </option>
          ))}
        </Select>
        <Select aria-label="Method" className="w-32 shrink-0" onChange={(event) => set({ method: callMethods.find((each) => each === event.target.value) })} value={method ?? ""}>
          <option value="">Any method</option>
          {callMethods.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
        <Select aria-label="Source" className="w-32 shrink-0" onChange={(event) => set({ source: callSources.find((each) => each === event.target.value) })} value={source ?? ""}>
          <option value="">Any source</option>
          {callSources.map((each) => (
            <option key={each} value={each}>
              {sourceLabels[each]}
            </option>
          ))}
        </Select>
        {filter.operation ? (
          <Chip isPressed onClick={() => set({ operation: undefined })}>
            {filter.operation}
          </Chip>
        ) : null}
        {Object.values(filter).some(Boolean) ? (
          // First on a phone: what is chosen may stand beyond its edge.
          <Button className="max-sm:order-first" onClick={() => onFilterChange({})} variant="ghost">
            <X aria-hidden size={14} />
            Clear
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function spanOf(value: string): Span | undefined {
  return value === "1h" || value === "24h" || value === "7d" || value === "30d" ? value : undefined;
}

/** One list for both: a connector's name stands for all of its connections. */
function ConnectionSelect({ connections, filter: { connection, connector }, onChange }: { connections: Choices["connections"]; filter: ActivityFilter; onChange: (change: ActivityFilter) => void }) {
  const groups = new Map<string, { name: string; members: { id: string; name: string }[] }>();
  for (const { connectorId, connectorName, ...one } of connections) {
    const group = groups.get(connectorId) ?? { name: connectorName, members: [] };
    group.members.push(one);
    groups.set(connectorId, group);
  }
  const isKnown = connections.some(({ id, connectorId }) => id === connection || connectorId === connector);
  const choose = (value: string) => onChange(value.startsWith("con_") ? { connection: value, connector: undefined } : { connector: value, connection: undefined });
  return (
    <Select aria-label="Connection" className="w-48 max-sm:w-full" onChange={(event) => choose(event.target.value)} value={connection ?? connector ?? ""}>
      <option value="">Any connection</option>
      {(connection ?? connector) && !isKnown ? <option value={connection ?? connector}>{connector ?? "One that is not here any more"}</option> : null}
      {[...groups].map(([id, { name, members }]) => (
        <optgroup key={id} label={name}>
          <option value={id}>All of {name}</option>
          {members.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** Searches when the typing pauses; what comes from elsewhere, such as Clear, replaces what was typed. */
function CallSearch({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <SearchInput
      className="w-full sm:w-72 lg:w-80"
      isPageSearch
      label="Search calls"
      onValueChange={(next) => {
        setTyped(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSearch(next.trim()), next === "" ? 0 : searchAfterMs);
      }}
      placeholder="Path, operation or request id"
      value={typed}
    />
  );
}
