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

/**
 * What a view shows of the catalog. Matches keep the catalog's order, so that nothing changes places while somebody
 * types; only those whose name begins with the text come first.
 */
export function findConnectors(all: readonly ConnectorSummary[], matches: ReadonlySet<string>, view: MarketView): Found {
  const matching = all.filter(({ id }) => matches.has(id));
  const passing = matching.filter((connector) => passesFilters(connector, view.filters));
  const isHere = ({ category }: ConnectorSummary) => view.category === null || category === view.category;
  const here = passing.filter(isHere);
  const text = view.text.trim().toLowerCase();
  const isNamed = ({ name }: ConnectorSummary) => text !== "" && ` ${name.toLowerCase()}`.includes(` ${text}`);
  return {
    connectors: [...here.filter(isNamed), ...here.filter((connector) => !isNamed(connector))],
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
