export type IndexEntry = { id: string; method: string; path: string; summary: string; description: string };
export type IndexGroup = { id: string; name: string; entries: IndexEntry[] };

/** The entries in which every word of the query stands; groups that have none are left out. */
export function findEndpoints(groups: readonly IndexGroup[], query: string): IndexGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups.flatMap((group) => {
    const entries = group.entries.filter(({ method, path, summary, description }) => {
      const text = `${group.name} ${method} ${path} ${summary} ${description}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return entries.length > 0 ? [{ ...group, entries }] : [];
  });
}
