import type { Category } from "@/server/catalog/connector";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { type FilterId, marketFilters, type MarketView, passesFilters } from "./market-filters";

export type Found = {
  connectors: ConnectorSummary[];
  /** How many each category would show, all of them under `null`. */
  categoryCounts: ReadonlyMap<Category | null, number>;
  /** How many each chip would leave. */
  filterCounts: ReadonlyMap<FilterId, number>;
};

/** What a view shows of the catalog: in its own order, and while somebody searches in that of the `matches`, best first. */
export function findConnectors(all: readonly ConnectorSummary[], matches: readonly string[], view: MarketView): Found {
  const places = new Map(matches.map((id, place) => [id, place]));
  const matching = all.filter(({ id }) => places.has(id));
  const passing = matching.filter((connector) => passesFilters(connector, view.filters));
  const isHere = ({ category }: ConnectorSummary) => view.category === null || category === view.category;
  const here = passing.filter(isHere);
  const placeOf = ({ id }: ConnectorSummary) => places.get(id) ?? matches.length;
  return {
    connectors: view.text.trim() === "" ? here : here.toSorted((one, other) => placeOf(one) - placeOf(other)),
    categoryCounts: countCategories(passing),
    filterCounts: new Map(
      marketFilters.map(({ id, group, test }) => [
        id,
        matching.filter((connector) => isHere(connector) && test(connector) && passesFilters(connector, view.filters, group)).length,
      ]),
    ),
  };
}

function countCategories(connectors: readonly ConnectorSummary[]): Map<Category | null, number> {
  const counts = new Map<Category | null, number>([[null, connectors.length]]);
  for (const { category } of connectors) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}
