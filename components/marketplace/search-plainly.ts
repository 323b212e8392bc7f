import type { ConnectorSummary } from "@/server/catalog/schema";
import type { CatalogSearch } from "./catalog-search";

/** What stands in for the search until it is loaded: the words as they are, in what describes a connector. */
export function searchPlainly(connectors: readonly ConnectorSummary[]): CatalogSearch {
  return (text) => {
    const wanted = text.trim().toLowerCase();
    const found = connectors.filter(({ name, description, synonyms }) => [name, description, ...synonyms].join("\n").toLowerCase().includes(wanted));
    return { ids: new Set(found.map(({ id }) => id)), recognisedId: null };
  };
}
