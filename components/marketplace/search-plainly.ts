import type { ConnectorSummary } from "@/server/catalog/schema";
import type { CatalogSearch } from "./catalog-search";

/** What stands in for the search until it is loaded: the words as they are, in what describes a connector, names first. */
export function searchPlainly(connectors: readonly ConnectorSummary[]): CatalogSearch {
  return (text) => {
    const wanted = text.trim().toLowerCase();
    const isNamed = ({ name }: ConnectorSummary) => ` ${name.toLowerCase()}`.includes(` ${wanted}`);
    const found = connectors.filter(({ name, description, synonyms }) => [name, description, ...synonyms].join("\n").toLowerCase().includes(wanted));
    const ordered = wanted === "" ? found : [...found.filter(isNamed), ...found.filter((connector) => !isNamed(connector))];
    return { ids: ordered.map(({ id }) => id), recognisedId: null };
  };
}
