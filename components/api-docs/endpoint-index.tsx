"use client";

import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { SearchInput } from "@/components/ui/search-input";
import { findEndpoints, type IndexGroup } from "./find-endpoints";
import { MethodWord } from "./method-word";

const link = "flex min-h-7 items-center rounded-md px-2 py-1 text-sm -outline-offset-2 transition-colors hover:bg-hover hover:text-ink pointer-coarse:min-h-10";
const chip = "flex h-7 whitespace-nowrap items-center rounded-full border bg-surface-raised px-2.5 font-medium text-muted text-sm -outline-offset-1 pointer-coarse:h-9 pointer-coarse:px-3";

type EndpointIndexProps = { groups: readonly IndexGroup[]; /** Parts of the page before and after the groups. */ before: readonly Part[]; after: readonly Part[] };
type Part = { id: string; name: string };

/** The page's contents, with the search. Enter goes to the first that is found. */
export function EndpointIndex({ groups, before, after }: EndpointIndexProps) {
  const [query, setQuery] = useState("");
  const isSearching = query.trim() !== "";
  const found = findEndpoints(groups, query);
  return (
    <div className="lg:sticky lg:top-6 lg:flex lg:max-h-[calc(100dvh-3rem)] lg:flex-col">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found[0]?.entries ?? [];
          if (isSearching && first) window.location.hash = first.id;
        }}
        role="search"
      >
        <SearchInput isPageSearch label="Search the API" onValueChange={setQuery} placeholder="Search the API" value={query} />
      </form>
      <nav aria-label="On this page" className="mt-3 min-h-0 lg:overflow-y-auto">
        <ul className={cn("gutter scroll-row relative -mx-4 flex gap-1.5 py-0.5 md:-mx-6 lg:hidden", isSearching && "hidden")}>
          {[...before, ...groups, ...after].map(({ id, name }) => (
            <li className="shrink-0" key={id}>
              <a className={chip} href={`#${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
        <div className={cn(isSearching ? "" : "max-lg:hidden")}>
          {isSearching ? null : <Parts parts={before} />}
          {found.map(({ id, name, entries }) => (
            <div className="mt-3 first:mt-0" key={id}>
              <a className={cn(link, "font-medium")} href={`#${id}`}>
                {name}
              </a>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <a className={cn(link, "text-muted")} href={`#${entry.id}`}>
                      <span className="min-w-0 flex-1">{entry.summary}</span>
                      <MethodWord className="w-auto pl-2" method={entry.method} />
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {isSearching ? null : <Parts className="mt-3" parts={after} />}
        </div>
        <p aria-live="polite" className={cn("px-2 text-muted text-sm", found.length > 0 && "sr-only")}>
          {isSearching ? (found.length > 0 ? `${found.reduce((sum, { entries }) => sum + entries.length, 0)} found` : `Nothing about “${query.trim()}”. Try a word of an address, such as connections.`) : ""}
        </p>
      </nav>
    </div>
  );
}

function Parts({ parts, className }: { parts: readonly Part[]; className?: string }) {
  return (
    <ul className={className}>
      {parts.map(({ id, name }) => (
        <li key={id}>
          <a className={cn(link, "font-medium")} href={`#${id}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
