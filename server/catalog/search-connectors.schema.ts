import MiniSearch from "minisearch";
import type { ConnectorSummary } from "./schema";

type Searchable = Pick<ConnectorSummary, "id" | "name" | "categoryLabel" | "description" | "synonyms" | "popularity">;

/**
 * Builds the marketplace's instant search: the returned function gives the ids that match a text, best first, and all
 * of them for an empty one. It finds beginnings of words, small typos, and letters without their accents.
 */
export function searchConnectors(connectors: readonly Searchable[]): (query: string) => string[] {
  const popularityOf = new Map(connectors.map((connector) => [connector.id, connector.popularity]));
  const index = new MiniSearch<Searchable>({
    fields: ["name", "synonyms", "categoryLabel", "description"],
    extractField: (connector, field) => (field === "id" ? connector.id : textOf(connector, field)),
    processTerm: plain,
    searchOptions: {
      boost: { name: 5, synonyms: 3, categoryLabel: 1.5 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.3 : false),
      boostDocument: (id) => 1 + (popularityOf.get(String(id)) ?? 0) / 200,
    },
  });
  index.addAll(connectors);
  const all = connectors.map((connector) => connector.id);
  return (query) => {
    if (query.trim() === "") return all;
    const strict = index.search(query, { combineWith: "AND" });
    const found = strict.length > 0 ? strict : index.search(query);
    return found.map((result) => String(result.id));
  };
}

function textOf(connector: Searchable, field: string): string {
  switch (field) {
    case "name":
      return `${connector.name} ${connector.id}`;
    case "synonyms":
      return connector.synonyms.join(" ");
    case "categoryLabel":
      return connector.categoryLabel;
    default:
      return connector.description;
  }
}

function plain(term: string): string {
  return term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
