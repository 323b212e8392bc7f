"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { FileSearch } from "lucide-react";
import dynamic from "next/dynamic";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { cn } from "@/components/ui/cn";
import { categories } from "@/server/catalog/category.schema";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { CategoryList } from "./category-list";
import { FilterChips } from "./filter-chips";
import { findConnectors } from "./find-connectors";
import { marketAddress } from "./market-address";
import { marketFilters } from "./market-filters";
import { MarketResults } from "./market-results";
import { useCatalogSearch } from "./use-catalog-search";
import { useMarketView } from "./use-market-view";

const loadProjectPanel = () => import("./project-panel").then((file) => file.ProjectPanel);
const ProjectPanel = dynamic(loadProjectPanel, { ssr: false });

/** The whole catalog, searched in the browser. `canConnect` is false for viewers. */
export function Marketplace({ canConnect }: { canConnect: boolean }) {
  const trpc = useTRPC();
  const { data: catalog } = useSuspenseQuery(trpc.catalog.list.queryOptions());
  const { data: states } = useSuspenseQuery(trpc.catalog.states.queryOptions());
  const searchId = useId();
  const [isReadingProject, setReadingProject] = useState(false);
  const { view: typed, type, choose } = useMarketView();
  // Drawing the grid must not hold up the next letter.
  const text = useDeferredValue(typed.text);
  const view = { ...typed, text };
  const connectors = useSteadyOrder(catalog);
  const { match, prepare } = useCatalogSearch(connectors, text);
  const recognised = connectors.find(({ id }) => id === match.recognisedId);
  const found = findConnectors(connectors, match.ids, view);
  const offered = useMemo(() => new Set(marketFilters.filter(({ id, test }) => id === "connected" || connectors.some(test)).map(({ id }) => id)), [connectors]);
  const present = useMemo(() => categories.filter(({ id }) => connectors.some(({ category }) => category === id)), [connectors]);

  // The button that opened the wizard goes with the key: the focus returns to where the key was pasted.
  const finishPasted = () => {
    choose({ text: "" });
    requestAnimationFrame(() => document.getElementById(searchId)?.focus());
  };
  return (
    <>
      <div className="flex gap-2">
        <SearchInput
          // A recognised key is hidden from who looks over the shoulder.
          className={cn("min-w-0 flex-1", recognised && "[&>input]:[-webkit-text-security:disc]")}
          id={searchId}
          isPageSearch
          label="Search connectors, or paste a key"
          onFocus={prepare}
          onPointerEnter={prepare}
          onValueChange={type}
          placeholder="Search by name or task, or paste a key"
          size="lg"
          value={typed.text}
        />
        <Button
          aria-expanded={isReadingProject}
          className="h-10 pointer-coarse:h-11"
          onClick={() => setReadingProject(!isReadingProject)}
          onFocus={() => void loadProjectPanel()}
          onPointerEnter={() => void loadProjectPanel()}
        >
          <FileSearch aria-hidden size={15} />
          <span className="max-sm:sr-only">From a project</span>
        </Button>
      </div>
      {isReadingProject ? <ProjectPanel canConnect={canConnect} connectors={connectors} onClose={() => setReadingProject(false)} /> : null}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-2.5 lg:mt-5 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <CategoryList
          categories={present}
          className="lg:sticky lg:top-6 lg:self-start"
          counts={found.categoryCounts}
          current={view.category}
          hrefOf={(category) => marketAddress({ ...view, category })}
          onChoose={(category) => choose({ category })}
        />
        <div className="min-h-[70dvh] min-w-0">
          <FilterChips chosen={view.filters} className="max-lg:gutter max-lg:-mx-4 max-lg:md:-mx-6" counts={found.filterCounts} offered={offered} onChange={(filters) => choose({ filters })} />
          <p className="sr-only" role="status">
            {found.connectors.length === 1 ? "1 connector" : `${found.connectors.length} connectors`}
          </p>
          <div className="mt-3">
            <MarketResults
              canConnect={canConnect}
              connectors={found.connectors}
              matchCount={match.ids.length}
              onChoose={choose}
              onPastedConnected={finishPasted}
              recognised={recognised}
              states={states}
              view={view}
            />
          </div>
        </div>
      </div>
    </>
  );
}

/** The order of the first load: a card that just got connected stays under the pointer. */
function useSteadyOrder(catalog: readonly ConnectorSummary[]): readonly ConnectorSummary[] {
  const [order] = useState(() => new Map(catalog.map(({ id }, place) => [id, place])));
  return useMemo(() => catalog.toSorted((one, other) => (order.get(one.id) ?? order.size) - (order.get(other.id) ?? order.size)), [catalog, order]);
}
