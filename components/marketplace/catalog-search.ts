import { recogniseKey } from "@/server/catalog/recognise-key.schema";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { searchConnectors } from "@/server/catalog/search-connectors.schema";

export type CatalogMatch = {
  /** Ids of the connectors that the text finds, best first. */
  ids: readonly string[];
  /** The text is a key of this connector. */
  recognisedId: string | null;
};

export type CatalogSearch = (text: string) => CatalogMatch;

/** The marketplace's search. It brings an index along and is loaded when somebody turns to the field. `tasks` are what one can do, by id. */
export function createCatalogSearch(connectors: readonly ConnectorSummary[], tasks: Readonly<Record<string, readonly string[]>>): CatalogSearch {
  const search = searchConnectors(connectors, tasks);
  return (text) => {
    const recognisedId = recogniseKey(text, connectors);
    return { ids: recognisedId === null ? search(text) : [recognisedId], recognisedId };
  };
}
