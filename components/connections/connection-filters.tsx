import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type ConnectionFilter, healthLabels, healths, statuses, statusLabels } from "./connection-filter";

type ConnectionFiltersProps = {
  filter: ConnectionFilter;
  onFilterChange: (filter: ConnectionFilter) => void;
  /** The connectors that the workspace has connections of. */
  connectors: readonly { id: string; name: string }[];
};

/** Narrows the list. What is chosen stands in the address, so that it can be shared. */
export function ConnectionFilters({ filter, onFilterChange, connectors }: ConnectionFiltersProps) {
  const { mcpId, health, status } = filter;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <fieldset className="scroll-row -m-1 mb-3 flex min-w-0 items-center gap-2 p-1">
      <legend className="sr-only">Filter connections</legend>
      <Select aria-label="Connector" className="w-40 shrink-0" onChange={(event) => onFilterChange(withValue(filter, "mcpId", event.target.value))} value={mcpId ?? ""}>
        <option value="">Any connector</option>
        {connectors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select aria-label="Health" className="w-34 shrink-0" onChange={(event) => onFilterChange(withValue(filter, "health", event.target.value))} value={health ?? ""}>
        <option value="">Any health</option>
        {healths.map((value) => (
          <option key={value} value={value}>
            {healthLabels[value]}
          </option>
        ))}
      </Select>
      <Select aria-label="Access" className="w-40 shrink-0" onChange={(event) => onFilterChange(withValue(filter, "status", event.target.value))} value={status ?? ""}>
        <option value="">Any access</option>
        {statuses.map((value) => (
          <option key={value} value={value}>
            {statusLabels[value]}
          </option>
        ))}
      </Select>
      {isFiltered ? (
        <Button onClick={() => onFilterChange({})} variant="ghost">
          <X aria-hidden size={14} />
          Clear
        </Button>
      ) : null}
    </fieldset>
  );
}

function withValue(filter: ConnectionFilter, key: keyof ConnectionFilter, value: string): ConnectionFilter {
  const others = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
  return value === "" ? others : { ...others, [key]: value };
}
