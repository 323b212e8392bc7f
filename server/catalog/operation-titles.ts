import { connectors } from "./registry";

/** What one can do, by connector: the titles of its operations, for the marketplace's search. */
export function operationTitles(): Record<string, string[]> {
  return Object.fromEntries(connectors.map(({ slug, operations }) => [slug, operations.map(({ title }) => title)]));
}
